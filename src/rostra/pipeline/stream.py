"""The stream contract, version 1: JSON lines in, JSON lines out, one for one and in order; no store."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from rostra.ingest import document_from_text
from rostra.ingest.settings import ReadSettings
from rostra.kernel import PartialDate, RostraError, Span, sha256_hex
from rostra.model import Annotation, Claim, Mention, Quote, Refusal
from rostra.plugins import Engine

_SURROGATES = re.compile("[\ud800-\udfff]")

SCHEMA = "rostra.annotate/1"
MAX_LINE = 64 * 1024 * 1024
"""Bytes of one input line; a longer one is refused. An article of ten megabytes is read."""


@dataclass(frozen=True, slots=True)
class OutputLine:
    """One line of output, and whether its input could be read at all."""

    record: dict[str, Any]
    read: bool

    def dumps(self) -> str:
        """The line as JSON, keys in the order of the contract."""
        return json.dumps(self.record, ensure_ascii=False, separators=(",", ":"))


class _BadLineError(Exception):
    """An input line that breaks the contract."""

    def __init__(self, code: str, message: str, given_id: str | None = None) -> None:
        self.code, self.message, self.given_id = code, message, given_id
        super().__init__(message)


def annotate_lines(lines: Iterable[bytes], engine: Engine, lang: str | None = None) -> Iterator[OutputLine]:
    """One output line for each input line that is not blank. Never raises on an invalid one: it is refused."""
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield _annotate_line(line, number, engine, lang)


def _annotate_line(line: bytes, number: int, engine: Engine, lang: str | None) -> OutputLine:
    try:
        item = _parse(line, number)
    except _BadLineError as bad:
        return _refused(bad.given_id, bad.code, bad.message)
    text, refusals = _without_surrogates(item["text"])
    try:
        document = document_from_text(text, _settings(item, lang, refusals))
    except RostraError as error:
        return _refused(item["id"], "stream.text", f"line {number}: {error.message}")
    annotation = engine.annotate(document)
    record = _record(item, annotation, refusals)
    return OutputLine(record, read=not any(r.stage == "language" for r in annotation.refusals))


def _parse(line: bytes, number: int) -> dict[str, Any]:
    if len(line) > MAX_LINE:
        raise _BadLineError(
            "stream.too_long", f"line {number} has {len(line)} bytes; at most {MAX_LINE} are read"
        )
    try:
        item = json.loads(line.decode("utf-8-sig" if number == 1 else "utf-8"))
    except UnicodeDecodeError as error:
        raise _BadLineError("stream.encoding", f"line {number} is not UTF-8 at byte {error.start}") from error
    except (ValueError, RecursionError) as error:
        raise _BadLineError("stream.json", f"line {number} is not JSON: {error}") from error
    if not isinstance(item, dict):
        raise _BadLineError("stream.object", f"line {number} is no JSON object; give {{id, text}}")
    given_id = item.get("id") if isinstance(item.get("id"), str) else None
    for key in ("id", "text"):
        if not isinstance(item.get(key), str):
            raise _BadLineError("stream.field", f"line {number}: field {key!r} must be a string", given_id)
    for key in ("lang", "title", "date", "url"):
        if item.get(key) is not None and not isinstance(item[key], str):
            raise _BadLineError("stream.field", f"line {number}: field {key!r} must be a string", given_id)
    return item


def _without_surrogates(text: str) -> tuple[str, list[Refusal]]:
    """Lone surrogates replaced one for one, so that every offset holds."""
    cleaned = _SURROGATES.sub("\ufffd", text)
    if cleaned == text:
        return text, []
    message = "lone surrogates in the text were read as U+FFFD; offsets are unchanged"
    return cleaned, [Refusal("stream", "stream.surrogates", message)]


def _settings(item: dict[str, Any], lang: str | None, refusals: list[Refusal]) -> ReadSettings:
    date = None
    if item.get("date"):
        date = PartialDate.parse(item["date"])
        if date is None:
            message = f"the date {item['date']!r} was not understood; give YYYY, YYYY-MM or YYYY-MM-DD"
            refusals.append(Refusal("stream", "stream.date", message))
    return ReadSettings(
        lang=item.get("lang") or lang, title=item.get("title"), date=date, url=item.get("url")
    )


def _refused(given_id: str | None, code: str, message: str) -> OutputLine:
    record: dict[str, Any] = {"schema": SCHEMA, "id": given_id, "lang": None, "text_sha256": None}
    record |= {"quotes": [], "claims": [], "mentions": []}
    return OutputLine(
        record | {"refusals": [{"stage": "stream", "code": code, "message": message}]}, read=False
    )


def _record(item: dict[str, Any], annotation: Annotation, refusals: list[Refusal]) -> dict[str, Any]:
    numbers = {quote.id: number for number, quote in enumerate(annotation.quotes)}
    return {
        "schema": SCHEMA,
        "id": item["id"],
        "lang": annotation.document.lang,
        "text_sha256": sha256_hex(item["text"].encode("utf-8", "surrogatepass")),
        "quotes": [_quote(number, quote) for number, quote in enumerate(annotation.quotes)],
        "claims": [_claim(number, claim, numbers) for number, claim in enumerate(annotation.claims)],
        "mentions": [_mention(mention) for mention in annotation.mentions],
        "refusals": [_refusal(refusal) for refusal in (*refusals, *annotation.refusals)],
    }


def _span(span: Span | None) -> list[int] | None:
    return [span.start, span.end] if span else None


def _quote(number: int, quote: Quote) -> dict[str, Any]:
    return {
        "id": number,
        "kind": quote.kind,
        "content": _span(quote.content),
        "speaker": _span(quote.speaker),
        "speaker_name": quote.speaker_name,
        "cue": _span(quote.cue),
        "rule": quote.rule,
        "confidence": quote.confidence,
    }


def _claim(number: int, claim: Claim, quotes: dict[str, int]) -> dict[str, Any]:
    equipment, quantity = claim.equipment, claim.quantity
    return {
        "id": number,
        "type": claim.type,
        "evidence": _span(claim.evidence),
        "holder": claim.holder,
        "target": claim.target,
        "equipment": equipment
        and {"name": equipment.name, "id": equipment.id, "span": _span(equipment.span)},
        "quantity": quantity
        and {
            "low": quantity.low,
            "high": quantity.high,
            "unit": quantity.unit,
            "modifier": quantity.modifier,
            "span": _span(quantity.span),
        },
        "place": claim.place,
        "time": claim.time,
        "quote": quotes.get(claim.quote) if claim.quote else None,
        "attributed_to": claim.attributed_to,
        "negated": claim.negated,
        "modality": claim.modality,
        "rule": claim.rule,
        "confidence": claim.confidence,
    }


def _mention(mention: Mention) -> dict[str, Any]:
    return {
        "kind": mention.kind,
        "span": _span(mention.span),
        "name": mention.name,
        "id": mention.id,
        "class": mention.equipment_class,
        "candidates": list(mention.candidates),
    }


def _refusal(refusal: Refusal) -> dict[str, str]:
    return {"stage": refusal.stage, "code": refusal.code, "message": refusal.message}
