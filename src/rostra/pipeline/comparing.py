"""Records set against records, field by field: what the case holds, and what its sources give now."""

import dataclasses
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

from rostra.model import Difference, LinkKind
from rostra.store import to_json

R = TypeVar("R")
SHOWN = 120
"""Characters of a value that a difference shows."""


def compared(
    link: LinkKind, stored: Iterable[R], now: Iterable[R], id_of: Callable[[R], str]
) -> Iterator[Difference]:
    """Records that are gone, new or other; where none is, the first place at which their order differs."""
    before, after = {id_of(one): one for one in stored}, {id_of(one): one for one in now}
    found = [each for id_ in before | after for each in _one(link, id_, before.get(id_), after.get(id_))]
    if not found and list(before) != list(after):
        was, came = next(pair for pair in zip(before, after, strict=True) if pair[0] != pair[1])
        found = [Difference(link, was, was, came, "order")]
    yield from found


def _one(link: LinkKind, id_: str, stored: Any, now: Any) -> Iterator[Difference]:
    if stored is None or now is None:
        yield Difference(link, id_, shown(stored), shown(now))
    elif stored != now:
        yield field_difference(link, id_, stored, now)


def field_difference(link: LinkKind, id_: str, stored: Any, now: Any) -> Difference:
    """The first field in which two records of one kind differ."""
    names = [field.name for field in dataclasses.fields(stored) if field.init]
    name = next(name for name in names if getattr(stored, name) != getattr(now, name))
    return Difference(link, id_, shown(getattr(stored, name)), shown(getattr(now, name)), name)


def shown(value: Any) -> str:
    """A value as a difference shows it."""
    if value is None:
        return "none"
    text = value if isinstance(value, str) else to_json(value)
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}…"
