"""What a page carries so that it can be replayed: how it was asked for, what it stands on, a digest of each record.

It stands in a `<template>`, which a browser neither shows nor runs: a first line of JSON, then the files with their
hashes, then an id and a digest a line. Paths are in none of them: a case read elsewhere from the same bytes gives the
same lines.
"""

import html
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from rostra.kernel import PartialDate, SourceError, content_id, sha256_hex
from rostra.model import Claim, DataFile, Finding, Quote
from rostra.report.figures import Figure, figures
from rostra.report.records import Report
from rostra.report.untrusted import plainly
from rostra.store import DocumentFilter, record_digest

SCHEMA, FILE = "rostra.report/1", "file"
_BLOCK = re.compile(r'<template id="replay">\n(.*?)\n?</template>', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Seal:
    """The block of a page. `records` are digests by id; `registers` names those of the files that are registers."""

    title: str
    dated: str | None
    asked: Mapping[str, str]
    version: str
    engine: str
    files: tuple[DataFile, ...]
    registers: tuple[str, ...]
    records: Mapping[str, str] = field(default_factory=dict)

    @property
    def case(self) -> str:
        """Id of everything on the page: two pages with the same one say the same."""
        return content_id("case", sorted(self.records.items()))

    def filter(self) -> DocumentFilter:
        """The documents that the page was asked for."""
        days = {
            name: PartialDate.parse(self.asked[name]) for name in ("since", "until") if name in self.asked
        }
        words = {name: self.asked[name] for name in ("lang", "outlet", "text") if name in self.asked}
        return DocumentFilter(**words, **days)  # type: ignore[arg-type]  # words are str, days are dates


def seal_of(report: Report, drawn: tuple[Figure, ...] | None = None) -> Seal:
    """The seal of a report; `drawn` are its figures where they are at hand."""
    making = report.making
    asked = {name: str(value) for name, value in asdict_flat(report.asked) if value is not None}
    found = figures(report) if drawn is None else drawn
    records = dict(sorted(_records(report, found)))
    return Seal(
        report.title,
        making.date,
        asked,
        making.version,
        making.engine,
        making.files,
        making.registers,
        records,
    )


def asdict_flat(asked: DocumentFilter) -> Iterator[tuple[str, Any]]:
    """Name and value of each thing asked for, dates as they are."""
    return ((name, getattr(asked, name)) for name in ("lang", "outlet", "since", "until", "text"))


def _records(report: Report, drawn: tuple[Figure, ...]) -> Iterator[tuple[str, str]]:
    for chapter in report.chapters:
        document = chapter.document
        id_ = plainly("_".join(document.id.split()))[:80]
        yield id_, record_digest(document)
        yield f"{id_}/mentions", record_digest(list(chapter.mentions))
        found: tuple[Quote | Claim | Finding, ...] = (*chapter.quotes, *chapter.claims, *chapter.findings)
        for record in found:
            yield record.id, record_digest(record)
    for row in report.rows:
        yield row.id, record_digest(row)
    for told in report.series:
        yield told.series.id, record_digest(told.series)
    for decision in report.decisions:
        yield decision.id, record_digest(decision)
    for analysis in report.analyses:
        yield analysis.id, sha256_hex(repr(_kept(asdict(analysis))).encode("utf-8", "surrogatepass"))[:16]
    for figure in drawn:
        yield figure.id, record_digest(figure)


def _kept(fields: dict[str, Any]) -> list[tuple[str, Any]]:
    """An analysis without the time at which it was added."""
    return sorted((name, value) for name, value in fields.items() if name != "added")


def written(seal: Seal) -> str:
    """The seal as its block holds it."""
    head = {
        "schema": SCHEMA,
        "case": seal.case,
        "title": seal.title,
        "dated": seal.dated,
        "asked": dict(seal.asked),
        "version": seal.version,
        "engine": seal.engine,
        "registers": list(seal.registers),
    }
    files = (f"{FILE} {json.dumps([file.sha256, file.name])}" for file in seal.files)
    lines = (f"{id_} {digest}" for id_, digest in seal.records.items())
    return "\n".join((json.dumps(head), *files, *lines))


def read_seal(page: str) -> Seal:
    """The seal of a page. Raises SourceError for a page without one, with several, or with a broken one."""
    blocks = _BLOCK.findall(page)
    if len(blocks) != 1:
        what = "several blocks for replay" if blocks else "no block for replay"
        raise SourceError(f"the page has {what}", remedy="name a page that `rostra report` wrote")
    head, *lines = html.unescape(blocks[0]).split("\n")
    try:
        listed = [line for line in lines if line.startswith(f"{FILE} ")]
        return _seal(json.loads(head), listed, lines[len(listed) :])
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise SourceError(
            f"the block for replay is broken: {error!r}", remedy="take the page as it was written"
        ) from error


def _file(line: str) -> DataFile:
    sha256, name = json.loads(line.removeprefix(FILE))
    return DataFile(str(name), str(sha256))


def _seal(head: dict[str, Any], listed: list[str], lines: list[str]) -> Seal:
    if head["schema"] != SCHEMA:
        raise ValueError(f"schema {head['schema']!r} is not {SCHEMA}")
    records = dict(line.split(" ", 1) for line in lines if line)
    files = tuple(_file(line) for line in listed)
    asked = {str(name): str(value) for name, value in head["asked"].items()}
    seal = Seal(
        str(head["title"]),
        head["dated"],
        asked,
        head["version"],
        head["engine"],
        files,
        tuple(head["registers"]),
        records,
    )
    if seal.case != head["case"]:
        raise ValueError("its digests do not come to its id")
    return seal
