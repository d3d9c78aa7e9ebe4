"""How a language writes and says numbers: separators, number words, fractions, modifiers, ranges."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from typing import Any, Literal, get_args

from rostra.kernel.tables import FaultList, frozen, read_toml, records

Meaning = Literal["exact", "about", "at_least", "at_most"]


@dataclass(frozen=True, slots=True)
class Bound:
    """Words that open a number to one side ("more than"), before or after it.

    `needs_measure`: only with a unit; `needs_end`: only at the end of a clause; `span`: whether the words belong
    to the mention; `not_before`: words that undo it.
    """

    phrase: str
    meaning: Meaning
    example: str
    side: Literal["before", "after"] = "before"
    needs_measure: bool = False
    needs_end: bool = False
    span: bool = True
    not_before: tuple[str, ...] = ()
    counter_example: str = ""


@dataclass(frozen=True, slots=True)
class RangeFrame:
    """The words of a range: "between" 20 "and" 30; `open` is empty for "20 to 30".

    `between`: the opener can only open a range; the others may tell of a change ("rose from 20 to 30").
    """

    open: str
    middle: str
    example: str
    between: bool = False


@dataclass(frozen=True, slots=True)
class Labels:
    """Words that make the number beside them a name or a time of day."""

    words: tuple[str, ...]
    after: tuple[str, ...]
    before_time: tuple[str, ...]
    example: str


@dataclass(frozen=True, slots=True)
class Lone:
    """Number words that alone may be a pronoun or an article, and the words beside them that say so."""

    words: tuple[str, ...]
    not_before: tuple[str, ...]
    not_after: tuple[str, ...]
    example: str
    ordinals: tuple[str, ...] = ()
    """Denominators that are ordinals too: after an article they are a part only before "of" or after these words."""
    before_part: tuple[str, ...] = ()
    another: tuple[str, ...] = ()
    """What makes "one" the first of a pair, no count: "from one village to another"."""


@dataclass(frozen=True, slots=True, eq=False)
class NumberWords:
    """A language's numbers, as its `numbers.toml` gives them."""

    decimal: str
    thousands: tuple[str, ...]
    noun_last: bool
    joiners: tuple[str, ...]
    joins: Literal["hundreds", "tens", "all"]
    articles: tuple[str, ...]
    article_counts: bool
    points: tuple[str, ...]
    negatives: tuple[str, ...]
    of: tuple[str, ...]
    halves: tuple[str, ...]
    fraction_tails: tuple[str, ...]
    standalone: tuple[str, ...]
    plus: tuple[str, ...]
    twice: Mapping[str, int]
    year_words: tuple[str, ...]
    determiners: tuple[str, ...]
    hyphened: tuple[str, ...]
    cardinals: Mapping[str, int]
    hundred: Mapping[str, int]
    scales: Mapping[str, int]
    groups: Mapping[str, int]
    denominators: Mapping[str, int]
    denominators_one: Mapping[str, int]
    labels: Labels
    lone: Lone
    changes: tuple[str, ...]
    ranges: tuple[RangeFrame, ...]
    bounds: tuple[Bound, ...]
    examples: tuple[tuple[str, tuple[str, ...]], ...]


def load_numbers(path: Traversable) -> NumberWords:
    """Reads `numbers.toml`. Raises KnowledgeError that lists every missing table and faulty entry."""
    table = read_toml(path)
    faults = FaultList(path.name)
    made: dict[str, Any] = {
        "ranges": records(RangeFrame, table.pop("range", []), faults),
        "bounds": records(Bound, table.pop("modifier", []), faults),
        "labels": records(Labels, [table.pop("labels", {})], faults)[0],
        "lone": records(Lone, [table.pop("lone", {})], faults)[0],
        "changes": tuple(table.pop("changes", {}).get("words", ())),
        "examples": tuple((row["text"], tuple(row["names"])) for row in table.pop("example", [])),
    }
    _check_meanings(made["bounds"], faults)
    for name in NumberWords.__dataclass_fields__.keys() - made.keys() - table.keys():
        faults.add("the entry is missing", "see packs/en/numbers.toml for its form", field=name)
    faults.close()
    return NumberWords(**made, **{name: frozen(value) for name, value in table.items()})


def _check_meanings(bounds: tuple[Bound | None, ...], faults: FaultList) -> None:
    for index, bound in enumerate(bounds, 1):
        if bound and bound.meaning not in get_args(Meaning):
            faults.add(f"no meaning {bound.meaning!r}", f"one of {get_args(Meaning)}", row=index)
