"""Attributions in brat stand-off, as PolNeAR has them: a folder with `text/*.txt` and `attributions/*.ann`."""

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from rostra.kernel import KnowledgeError, Span
from rostra.kernel.tables import FaultList
from rostra.training.example import Attribution, Example

_ROLE = re.compile(r"([A-Za-z]+)\d*:(T\d+)")
_LINE = re.compile(r"([TE])\d+\t")
_REMEDY = "a line is `T1<TAB>Content 3 9<TAB>words` or `E1<TAB>Attribution:T4 Content:T3 Cue:T2 Source:T1`"


def is_brat(folder: Path) -> bool:
    """Whether the folder holds texts with stand-off annotations."""
    return (folder / "text").is_dir() and (folder / "attributions").is_dir()


def read_brat(folder: Path, lang: str = "en") -> Iterator[Example]:
    """One example for each annotation file. Raises KnowledgeError with the faults of a file."""
    for path in sorted((folder / "text").glob("*.txt")):
        text = path.read_bytes().decode("utf-8")
        for notes in sorted((folder / "attributions").glob(f"{path.stem}*.ann")):
            yield Example(path.stem, text, lang, _attributions(notes, text), "brat")


def _attributions(path: Path, text: str) -> tuple[Attribution, ...]:
    faults = FaultList(str(path))
    spans: dict[str, tuple[Span, ...]] = {}
    events: list[tuple[int, str]] = []
    for row, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        kind = _LINE.match(line)  # other lines are the words of a span, which may hold line breaks
        if kind is None:
            continue
        if kind[1] == "T":
            places = line[kind.end() :].partition("\t")[0]
            spans[kind[0].strip()] = tuple(_pieces(places, len(text), row, faults))
        else:
            events.append((row, line[kind.end() :]))
    found = [_attribution(roles, spans, row, faults) for row, roles in events]
    if faults.faults:
        raise KnowledgeError(faults.faults)
    return tuple(one for one in found if one is not None)


def _pieces(columns: str, length: int, row: int, faults: FaultList) -> Iterator[Span]:
    _, _, places = columns.partition(" ")
    for piece in places.split(";"):
        ends = piece.split()
        if len(ends) != 2 or not all(end.isdigit() for end in ends):
            faults.add(f"no offsets in {piece!r}", _REMEDY, row=row, field="offsets")
        elif not int(ends[0]) < int(ends[1]) <= length:
            faults.add(
                f"{piece!r} is no stretch of the text", "count in code points", row=row, field="offsets"
            )
        else:
            yield Span(int(ends[0]), int(ends[1]))


def _attribution(
    roles: str, spans: dict[str, tuple[Span, ...]], row: int, faults: FaultList
) -> Attribution | None:
    parts: dict[str, list[Span]] = defaultdict(list)
    for role, name in _ROLE.findall(roles):
        if name not in spans:
            faults.add(f"{name} is not defined", _REMEDY, row=row, field=role)
        parts[role].extend(spans.get(name, ()))
    if not parts["Content"]:
        return None
    return Attribution(*(tuple(sorted(parts[role])) for role in ("Content", "Cue", "Source")))
