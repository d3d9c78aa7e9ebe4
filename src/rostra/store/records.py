"""What goes into a case and what it tells of itself."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from rostra.kernel import PartialDate, content_id
from rostra.model import Annotation, DataFile, Document, Evidence, Finding, Mention, Outcome, Prediction


@dataclass(frozen=True, slots=True)
class RunInfo:
    """One run of a program version: the engine, its options, and the data it stood on."""

    version: str
    engine: str
    files: tuple[DataFile, ...] = ()
    options: Mapping[str, str] = field(default_factory=dict)

    @property
    def fingerprint(self) -> str:
        """The same for two runs that would read an article alike."""
        files = sorted((file.name, file.sha256) for file in self.files)
        return content_id("fp", self.version, self.engine, files, dict(self.options))


@dataclass(frozen=True, slots=True)
class StoredRun:
    """A run as the case remembers it; `finished` is None when it was interrupted. Times are UTC, ISO 8601."""

    id: str
    info: RunInfo
    started: str
    finished: str | None


@dataclass(frozen=True, slots=True)
class Reading:
    """One article as it was read: what was found, the raw bytes, where they came from, why each record stands."""

    annotation: Annotation
    raw: bytes
    source: str | None = None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Checked:
    """The findings on some claims, in place of all earlier ones on them."""

    claims: tuple[str, ...]
    findings: tuple[Finding, ...]
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided on a grade, and why.

    On a source (register, outlet or speaker, by name) a letter of reliability; on a finding (by id) a figure of
    credibility, or "computed" to let what is computed stand again. `made` is UTC, ISO 8601.
    """

    kind: Literal["source", "finding"]
    subject: str
    value: str
    reason: str
    made: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A prediction in the ledger, when it was added, and what came of it where that is known. Times are UTC."""

    prediction: Prediction
    added: str
    outcome: Outcome | None = None
    scored: str | None = None


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """A document and how it came to be read."""

    document: Document
    source: str | None
    fingerprint: str
    run: str | None


@dataclass(frozen=True, slots=True)
class ReferenceFile:
    """An imported register or table: its name, its hash, what it was read as, and the state of the source.

    `fingerprint` stands for the knowledge that its names were resolved with.
    """

    name: str
    sha256: str
    kind: str
    snapshot: PartialDate | None
    imported: str
    rows: int
    refused: int
    fingerprint: str = ""


@dataclass(frozen=True, slots=True)
class StoredPack:
    """A pack of a user's knowledge: its name and version, the hash over its files, and their bytes by name."""

    name: str
    version: str
    sha256: str
    files: tuple[tuple[str, bytes], ...] = ()
    added: str = ""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many records of each kind a case holds."""

    documents: int
    mentions: int
    quotes: int
    claims: int
    findings: int
    reference_rows: int
    refusals: int


def mention_id(document: str, mention: Mention) -> str:
    """Id of a mention from its document, place and kind."""
    return content_id("m", document, mention.span.start, mention.span.end, mention.kind)
