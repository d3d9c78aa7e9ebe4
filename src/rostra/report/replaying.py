"""A page set against the report that its case gives now: first what it stands on, then record by record, then bytes."""

import re
from collections.abc import Iterator
from itertools import zip_longest
from typing import Any

from rostra.kernel import sha256_hex
from rostra.model import Difference, LinkKind
from rostra.report.page import render
from rostra.report.records import Report
from rostra.report.seal import Seal, seal_of

NONE = "none"
_KINDS: dict[str, LinkKind] = {
    "doc": "text",
    "q": "record",
    "c": "record",
    "n": "check",
    "r": "register row",
    "s": "series",
    "g": "grade by hand",
    "an": "signal",
    "v": "figure",
}
_ID = re.compile(r'\bid="([^"]+)"')
_SECTION = re.compile(r'^<(?:section|article)\b[^>]*?\b(?:aria-labelledby|id)="(\w+)"', re.MULTILINE)


def page_differences(page: bytes, seal: Seal, report: Report) -> Iterator[Difference]:
    """What differs between a page and the report of its case, from the bottom of the chain up."""
    now = seal_of(report)
    if not set(now.records) & {id_ for id_ in seal.records if id_.startswith("doc_")} and seal.records:
        yield Difference("case", seal.case, "the case of this page", "a case with none of its documents")
        return
    yield from _basis(seal, now)
    yield from _records(seal, now)
    yield from _bytes(page, render(report).encode("utf-8", "replace"))


def _basis(seal: Seal, now: Seal) -> Iterator[Difference]:
    if seal.version != now.version:
        yield Difference("program", "rostra", seal.version, now.version)
    if seal.engine != now.engine:
        yield Difference("engine", seal.engine, seal.engine, now.engine)
    registers = {*seal.registers, *now.registers}
    before, after = {f.name: f.sha256 for f in seal.files}, {f.name: f.sha256 for f in now.files}
    for name in before | after:
        if before.get(name) != after.get(name):
            link = _file_link(name, registers)
            yield Difference(link, name, before.get(name, NONE), after.get(name, NONE))


def _file_link(name: str, registers: set[str]) -> LinkKind:
    if name in registers:
        return "register"
    if name.startswith("pack/"):
        return "pack"
    return "data file" if name.startswith(("rules/", "data/")) else "model"


def _records(seal: Seal, now: Seal) -> Iterator[Difference]:
    for id_ in {**seal.records, **now.records}:
        before, after = seal.records.get(id_), now.records.get(id_)
        if before != after:
            link = "record" if "/" in id_ else _KINDS.get(id_.partition("_")[0], "record")
            yield Difference(link, id_, before or NONE, after or NONE)


def _bytes(page: bytes, now: bytes) -> Iterator[Difference]:
    """The first line that differs, and the place of the page that it stands in."""
    if page == now:
        return
    place, before, after = "head", page.decode("utf-8", "replace"), now.decode("utf-8", "replace")
    for number, (was, came) in enumerate(zip_longest(before.split("\n"), after.split("\n")), 1):
        found = _ID.findall(was or "")
        place = found[-1] if found else place
        if was != came:
            yield Difference("page", place, _around(was, came), _around(came, was), f"line {number}")
            return
    yield Difference("page", "bytes", sha256_hex(page), sha256_hex(now))


def _around(line: str | None, other: str | None) -> str:
    """The part of a line about the first character in which it differs from the other."""
    if line is None:
        return "the page ends"
    pairs: Any = zip(line, other or "", strict=False)
    at = next((number for number, (left, right) in enumerate(pairs) if left != right), 0)
    return line[max(at - 40, 0) : at + 60]


def section_digests(page: str) -> dict[str, str]:
    """A digest of each section of a page, but for what says how it was made: the golden record of a report."""
    starts = list(_SECTION.finditer(page))
    ends = [match.start() for match in starts[1:]] + [len(page)]
    found = {}
    for match, end in zip(starts, ends, strict=True):
        if match[1] != "made":
            found[match[1]] = sha256_hex(page[match.start() : end].encode())[:16]
    return found
