"""Records as JSON and CSV: every field of the model under a stable key, spans as [start, end], nothing hidden.

A spreadsheet takes a cell that begins with =, +, - or @ for a formula: such text gets an apostrophe before it
(OWASP, "CSV Injection"). Lone surrogates, which no file can hold, become U+FFFD.
"""

import csv
import dataclasses
import datetime as dt
import io
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

from rostra.kernel import PartialDate, Span
from rostra.model import Claim, Document, Finding, Mention, Quote, ReferenceRow, Refusal
from rostra.report.records import words_of

R = TypeVar("R")
Plain = dict[str, Any]
Listed = tuple[R, Document | None]
"""A record and its document, None where it is not at hand: then the words are left out."""

_FORMULA = re.compile(r"\s*[=+\-@\t\r|%＝＋－＠]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def document_to_json(document: Document) -> Plain:
    """A document without its offset map; `characters` counts the code points of its text."""
    fields = _fields(document, leave_out={"offsets"})
    return fields | {"characters": len(document.text)}


def mention_to_json(mention: Mention, document: Document | None = None) -> Plain:
    """A mention, with its document's id and its words where the document is given."""
    where = {"document": _plain(document.id)} if document else {}
    return where | _fields(mention) | _words(document, mention.span)


def quote_to_json(quote: Quote, document: Document | None = None) -> Plain:
    """A quote with its id, and its words where the document is given."""
    return {"id": quote.id} | _fields(quote) | _words(document, quote.content)


def claim_to_json(claim: Claim, document: Document | None = None) -> Plain:
    """A claim with its id and the id of its fact, and its words where the document is given."""
    return {"id": claim.id, "identity": claim.identity} | _fields(claim) | _words(document, claim.evidence)


def finding_to_json(finding: Finding, claim: Claim | None = None, document: Document | None = None) -> Plain:
    """A finding with its id; `about` is the claim where it is given."""
    about = {"about": claim_to_json(claim, document)} if claim else {}
    computed = str(finding.computed) if finding.computed else None
    return {"id": finding.id} | _fields(finding) | {"grade": str(finding.grade), "computed": computed} | about


def row_to_json(row: ReferenceRow) -> Plain:
    """A reference row with its id; `cells` is the row as it stands in its file."""
    return {"id": row.id} | _fields(row) | {"cells": dict(row.cells)}


def refusal_to_json(refusal: Refusal) -> Plain:
    """A refusal."""
    return _fields(refusal)


def _fields(record: Any, leave_out: Iterable[str] = ()) -> Plain:
    names = (field.name for field in dataclasses.fields(record) if field.name not in leave_out)
    return {name: _plain(getattr(record, name)) for name in names}


def _plain(value: Any) -> Any:
    if isinstance(value, Span):
        return [value.start, value.end]
    if isinstance(value, PartialDate | dt.date):
        return str(value)
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, str):
        return _SURROGATE.sub("\ufffd", value)
    return _fields(value) if dataclasses.is_dataclass(value) else value


def _words(document: Document | None, span: Span) -> Plain:
    if document is None:
        return {}
    return {"words": _plain(words_of(document, span)), "title": _plain(document.title)}


def to_csv(records: Iterable[Plain], columns: Iterable[str]) -> Iterator[str]:
    """Lines of CSV, the header first; a dotted column looks into a nested record, as in `quantity.low`."""
    names = tuple(columns)
    yield _line(names)
    for record in records:
        yield _line([_cell(_look_up(record, name)) for name in names])


def _line(cells: Iterable[Any]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(cells)
    return line.getvalue()


def _look_up(record: Plain, name: str) -> Any:
    at: Any = record
    for part in name.split("."):
        if isinstance(at, list) and part in {"start", "end"}:
            at = at[part == "end"]
        else:
            at = at.get(part) if isinstance(at, dict) else None
    return at


def _cell(value: Any) -> Any:
    if value is None or isinstance(value, int | float):
        return value
    if isinstance(value, list | tuple):
        value = "; ".join(map(str, value))
    return safe_cell(str(value))


def safe_cell(text: str) -> str:
    """Text that no spreadsheet takes for a formula, and no reader of CSV for the end of the file."""
    text = text.replace("\0", "\ufffd")
    return f"'{text}" if _FORMULA.match(text) else text


QUOTE_COLUMNS = (
    "id", "document", "title", "kind", "speaker_name", "words", "content.start", "content.end", "speaker.start",
    "speaker.end", "cue.start", "cue.end", "rule", "confidence", "engine",
)  # fmt: skip
CLAIM_COLUMNS = (
    "id", "identity", "document", "title", "type", "modality", "negated", "holder", "target", "equipment.name",
    "equipment.id", "quantity.low", "quantity.high", "quantity.unit", "quantity.modifier", "measure", "condition",
    "place", "time", "when", "attributed_to", "quote", "words", "evidence.start", "evidence.end", "rule",
    "confidence", "engine",
)  # fmt: skip
MENTION_COLUMNS = (
    "document", "kind", "name", "id", "candidates", "equipment_class", "words", "title", "span.start", "span.end", "rule",
)  # fmt: skip
FINDING_COLUMNS = (
    "id", "verdict", "relation", "ratio", "grade", "basis", "computed", "rows", "claims", "searched", "rule", "claim", "about.type",
    "about.holder", "about.equipment.name", "about.quantity.low", "about.quantity.high", "about.quantity.unit",
    "about.attributed_to", "about.words", "about.document", "about.title",
)  # fmt: skip
ROW_COLUMNS = (
    "id", "subject", "supplier", "item", "item_id", "item_class", "state", "low", "high", "unit", "measure",
    "condition", "valid", "uncertain", "source", "snapshot", "file", "row", "sha256",
)  # fmt: skip
REFUSAL_COLUMNS = ("stage", "code", "source", "document", "message", "span.start", "span.end")

COLUMNS: dict[Callable[..., Plain], tuple[str, ...]] = {
    quote_to_json: QUOTE_COLUMNS,
    claim_to_json: CLAIM_COLUMNS,
    mention_to_json: MENTION_COLUMNS,
    finding_to_json: FINDING_COLUMNS,
    row_to_json: ROW_COLUMNS,
    refusal_to_json: REFUSAL_COLUMNS,
}
"""The columns that go with each serialiser."""
