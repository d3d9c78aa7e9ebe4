"""What everything stands on: errors, ids, dates, spans and offset maps. Standard library only."""

from rostra.kernel.dates import DateEvidence, PartialDate
from rostra.kernel.errors import (
    CaseError,
    EngineError,
    EngineMissing,
    Fault,
    InvalidRecord,
    KnowledgeError,
    Place,
    QueryError,
    RostraError,
    SeriesError,
    SourceError,
)
from rostra.kernel.ids import content_id, sha256_hex
from rostra.kernel.spans import OffsetMap, Run, Span, trimmed

__all__ = [
    "CaseError",
    "DateEvidence",
    "EngineError",
    "EngineMissing",
    "Fault",
    "InvalidRecord",
    "KnowledgeError",
    "OffsetMap",
    "PartialDate",
    "Place",
    "QueryError",
    "RostraError",
    "Run",
    "SeriesError",
    "SourceError",
    "Span",
    "content_id",
    "sha256_hex",
    "trimmed",
]
