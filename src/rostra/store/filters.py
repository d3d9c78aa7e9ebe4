"""What a listing may ask for, and the SQL conditions that it comes to."""

from collections.abc import Sequence
from dataclasses import dataclass

from rostra.kernel import PartialDate
from rostra.model import ClaimType, MentionKind, Modality, QuoteKind, ReferenceState, Verdict
from rostra.text import fold

Condition = tuple[str, tuple[object, ...]]


@dataclass(frozen=True, slots=True)
class DocumentFilter:
    """Documents by language, outlet, day and words. `text` is a phrase, found whole words at a time."""

    lang: str | None = None
    outlet: str | None = None
    since: PartialDate | None = None
    until: PartialDate | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True)
class MentionFilter:
    """Mentions by kind, part of the canonical name, entity and document."""

    kind: MentionKind | None = None
    name: str | None = None
    entity: str | None = None
    document: str | None = None
    since: PartialDate | None = None
    until: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class QuoteFilter:
    """Quotes by part of the speaker's name, kind, document, the document's day, and words of the content."""

    speaker: str | None = None
    kind: QuoteKind | None = None
    document: str | None = None
    since: PartialDate | None = None
    until: PartialDate | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True)
class ClaimFilter:
    """Claims by what they state and who vouches for them; names match in part, equipment by id or name."""

    type: ClaimType | None = None
    holder: str | None = None
    target: str | None = None
    equipment: str | None = None
    speaker: str | None = None
    modality: Modality | None = None
    document: str | None = None
    since: PartialDate | None = None
    until: PartialDate | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True)
class FindingFilter:
    """Findings by verdict, rule, grade ("B2", "B" or "2"), the claim that they are about, and the source.

    `source` is part of the name of a register whose rows are cited, of its file, or of the outlet.
    """

    verdict: Verdict | None = None
    rule: str | None = None
    grade: str | None = None
    source: str | None = None
    claim: str | None = None
    type: ClaimType | None = None
    holder: str | None = None
    equipment: str | None = None
    speaker: str | None = None
    document: str | None = None
    since: PartialDate | None = None
    until: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class RowFilter:
    """Reference rows by subject, part of the item's name, its id, and state."""

    subject: str | None = None
    item: str | None = None
    item_id: str | None = None
    state: ReferenceState | None = None


def storable(text: str) -> str:
    """The text for a column that is searched: folded, and without lone surrogates, which SQLite cannot hold."""
    return fold(text).encode("utf-8", "replace").decode("utf-8")


def squeezed(name: str) -> str:
    """Letters and digits of a designation alone: "Igla-S" and "igla s" are one."""
    return "".join(char for char in storable(name) if char.isalnum())


def where(conditions: Sequence[Condition | None]) -> Condition:
    """The conditions joined; always true when there is none."""
    kept = [condition for condition in conditions if condition]
    return " AND ".join(sql for sql, _ in kept) or "1", tuple(value for _, values in kept for value in values)


def equal(column: str, value: str | None) -> Condition | None:
    """The column is the value."""
    return (f"{column} = ?", (value,)) if value is not None else None


def part(column: str, value: str | None) -> Condition | None:
    """The folded column holds the value."""
    return (f"instr({column}, ?) > 0", (storable(value),)) if value is not None else None


def equipment(value: str | None) -> Condition | None:
    """The claim is about the catalogue id, or about equipment whose name holds the value."""
    if value is None:
        return None
    return "(claims.equipment_id = ? OR instr(claims.equipment, ?) > 0)", (value, squeezed(value))


_LETTER = "coalesce(json_extract(findings.record, '$.grade.reliability'), 'F')"
_FIGURE = "coalesce(json_extract(findings.record, '$.grade.credibility'), 6)"


def grade(value: str | None) -> Condition | None:
    """The grade, or one of its axes: "B2", "B", "2"."""
    return (
        (f"? IN ({_LETTER} || {_FIGURE}, {_LETTER}, CAST({_FIGURE} AS TEXT))", (value.upper(),))
        if value
        else None
    )


def source(value: str | None) -> Condition | None:
    """The finding cites a row of that register or file, or its claim was published by that outlet."""
    return (
        (f"(instr(documents.outlet, ?) > 0 OR EXISTS ({_CITED}))", (storable(value),) * 3) if value else None
    )


_CITED = """
    SELECT 1 FROM json_each(findings.record, '$.rows') AS cited
    JOIN reference_rows ON reference_rows.id = cited.value
    WHERE instr(folded(json_extract(reference_rows.record, '$.source')), ?) > 0
    OR instr(folded(json_extract(reference_rows.record, '$.file')), ?) > 0
"""


def since(day: PartialDate | None) -> Condition | None:
    """The document may be of that day or later; one without a date is left out."""
    return ("documents.last >= ?", (day.first.isoformat(),)) if day else None


def until(day: PartialDate | None) -> Condition | None:
    """The document may be of that day or earlier; one without a date is left out."""
    return ("documents.first <= ?", (day.last.isoformat(),)) if day else None


def phrase(text: str | None) -> Condition | None:
    """The document's text holds the words in their order."""
    if text is None:
        return None
    quoted = '"{}"'.format(storable(text).replace('"', '""').replace("\x00", " "))
    return (
        "documents.position IN (SELECT rowid FROM documents_text WHERE documents_text MATCH ?)",
        (quoted,),
    )


def of_documents(asked: DocumentFilter) -> Condition:
    """Conditions on documents."""
    lang, outlet = equal("documents.lang", asked.lang), part("documents.outlet", asked.outlet)
    return where((lang, outlet, since(asked.since), until(asked.until), phrase(asked.text)))


def of_mentions(asked: MentionFilter) -> Condition:
    """Conditions on mentions."""
    kind, name = equal("mentions.kind", asked.kind), part("mentions.name", asked.name)
    entity, document = equal("mentions.entity", asked.entity), equal("documents.id", asked.document)
    return where((kind, name, entity, document, since(asked.since), until(asked.until)))


def of_quotes(asked: QuoteFilter) -> Condition:
    """Conditions on quotes."""
    kind, speaker = equal("quotes.kind", asked.kind), part("quotes.speaker", asked.speaker)
    document, words = equal("documents.id", asked.document), part("quotes.words", asked.text)
    return where((kind, speaker, document, words, since(asked.since), until(asked.until)))


def of_claims(asked: ClaimFilter) -> Condition:
    """Conditions on claims."""
    return where(
        (
            equal("claims.type", asked.type),
            part("claims.holder", asked.holder),
            part("claims.target", asked.target),
            equipment(asked.equipment),
            part("claims.speaker", asked.speaker),
            equal("claims.modality", asked.modality),
            equal("documents.id", asked.document),
            part("claims.words", asked.text),
            since(asked.since),
            until(asked.until),
        )
    )


def of_findings(asked: FindingFilter) -> Condition:
    """Conditions on findings and on their claims."""
    return where(
        (
            equal("findings.verdict", asked.verdict),
            equal("findings.rule", asked.rule),
            grade(asked.grade),
            source(asked.source),
            equal("findings.claim", asked.claim),
            equal("claims.type", asked.type),
            part("claims.holder", asked.holder),
            equipment(asked.equipment),
            part("claims.speaker", asked.speaker),
            equal("documents.id", asked.document),
            since(asked.since),
            until(asked.until),
        )
    )


def of_rows(asked: RowFilter) -> Condition:
    """Conditions on reference rows."""
    subject = equal("reference_rows.subject", storable(asked.subject) if asked.subject is not None else None)
    item = ("instr(reference_rows.item, ?) > 0", (squeezed(asked.item),)) if asked.item is not None else None
    item_id, state = (
        equal("reference_rows.item_id", asked.item_id),
        equal("reference_rows.state", asked.state),
    )
    return where((subject, item, item_id, state))
