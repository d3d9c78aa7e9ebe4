"""How a language writes dates: month and day names, relative phrases as templates."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from typing import Literal

from rostra.kernel.tables import FaultList, frozen, read_toml, records

RelativeUnit = Literal["day", "weekday", "week", "month", "monthname", "year"]


@dataclass(frozen=True, slots=True)
class Relative:
    """A phrase that counts from the day of writing; `{weekday}` and `{month}` stand for every name.

    `shift`: whole units forward; for a weekday or a month's name -1 is the one before, 1 the one after, 0 the
    nearest that is not yet to come. `not_after`: words before it that make it something else.
    """

    phrase: str
    unit: RelativeUnit
    shift: int
    example: str
    not_after: tuple[str, ...] = ()
    counter_example: str = ""


@dataclass(frozen=True, slots=True)
class Ago:
    """The words around a span of time that make it a date: "three days ago"; sign 0: the day cannot be told."""

    before: str
    after: str
    sign: int
    example: str


@dataclass(frozen=True, slots=True, eq=False)
class DateWords:
    """A language's dates, as its `dates.toml` gives them; `months` and `weekdays` from January and Monday."""

    day_first: bool
    months: tuple[tuple[str, ...], ...]
    capital_months: tuple[str, ...]
    alone_months: bool
    weekdays: tuple[tuple[str, ...], ...]
    ordinals: tuple[str, ...]
    of: tuple[str, ...]
    the: tuple[str, ...]
    to: tuple[str, ...]
    parts: tuple[str, ...]
    year_before: tuple[str, ...]
    decade: tuple[str, ...]
    relatives: tuple[Relative, ...]
    agos: tuple[Ago, ...]
    spans: Mapping[str, tuple[str, ...]]


def load_dates(path: Traversable) -> DateWords:
    """Reads `dates.toml`. Raises KnowledgeError that lists every missing entry and faulty phrase."""
    table = read_toml(path)
    faults = FaultList(path.name)
    relatives = records(Relative, table.pop("relative", []), faults)
    agos = records(Ago, table.pop("ago", []), faults)
    for name in DateWords.__dataclass_fields__.keys() - {"relatives", "agos"} - table.keys():
        faults.add("the entry is missing", "see packs/en/dates.toml for its form", field=name)
    if (len(table.get("months", [])), len(table.get("weekdays", []))) != (12, 7):
        faults.add("a year has 12 months, a week 7 days", "give every name", field="months")
    faults.close()
    return DateWords(relatives=relatives, agos=agos, **{name: frozen(value) for name, value in table.items()})
