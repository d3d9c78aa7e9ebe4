"""Which news agency a text credits: at its head or its end, in the forms of the agencies' table."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from rostra.data.agencies import Agencies, shipped_agencies
from rostra.text import fold

HEAD, TAIL = 600, 400
"""Where a credit stands: in the first lines of a text or in its last (code points)."""


@dataclass(frozen=True, slots=True)
class _Credits:
    """Agencies by their folded names, and the one pattern that finds a name in a form."""

    names: dict[str, str]
    pattern: re.Pattern[str]


def agency(name: str | None) -> str | None:
    """The agency that a name is, as where an outlet is one."""
    return _credits().names.get(_plain(fold(name))) if name else None


def credited(text: str) -> frozenset[str]:
    """The agencies that a text credits."""
    parts = (text,) if len(text) <= HEAD + TAIL else (text[:HEAD], text[-TAIL:])
    return frozenset(found for part in parts for found in _in(fold(part)))


def _in(folded: str) -> Iterator[str]:
    known = _credits()
    for match in known.pattern.finditer(folded):
        yield known.names[match["first"] or match["second"]]
    yield from (known.names[line] for line in map(_plain, folded.splitlines()) if line in known.names)


def _plain(folded: str) -> str:
    return " ".join(folded.strip(" .,-").split())


@cache
def _credits() -> _Credits:
    return _made(shipped_agencies())


def _made(agencies: Agencies) -> _Credits:
    names = {_plain(fold(name)): id_ for id_, given in agencies.names.items() for name in given}
    name = _any(re.escape(each) for each in sorted(names, key=len, reverse=True))
    before, after = _any(map(_form, agencies.before)), _any(map(_form, agencies.after))
    pattern = rf"(?:{before})(?P<first>{name})(?!\w)|(?<!\w)(?P<second>{name})(?:{after})"
    return _Credits(names, re.compile(pattern))


def _any(patterns: Iterable[str]) -> str:
    return "|".join(patterns)


def _form(form: str) -> str:
    """A form as a pattern; one that begins with a letter begins a word."""
    folded = fold(form)
    return (r"(?<!\w)" if folded[0].isalnum() else "") + re.escape(folded)
