"""The record of a case: one SQLite file, one writer, any number of readers. SQLite is spoken here alone."""

from rostra.store.analyses import Analysis
from rostra.store.case import Case, Record
from rostra.store.codec import record_digest, to_json
from rostra.store.filters import (
    ClaimFilter,
    DocumentFilter,
    FindingFilter,
    MentionFilter,
    QuoteFilter,
    RowFilter,
)
from rostra.store.opening import CaseMode
from rostra.store.records import (
    Checked,
    Counts,
    Decision,
    Entry,
    Reading,
    ReferenceFile,
    RunInfo,
    StoredDocument,
    StoredPack,
    StoredRun,
    mention_id,
)

__all__ = [
    "Analysis",
    "Case",
    "CaseMode",
    "Checked",
    "ClaimFilter",
    "Counts",
    "Decision",
    "DocumentFilter",
    "Entry",
    "FindingFilter",
    "MentionFilter",
    "QuoteFilter",
    "Reading",
    "Record",
    "ReferenceFile",
    "RowFilter",
    "RunInfo",
    "StoredDocument",
    "StoredPack",
    "StoredRun",
    "mention_id",
    "record_digest",
    "to_json",
]
