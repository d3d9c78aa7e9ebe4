"""From claims to series: how many of a period's articles hold a claim of a kind."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from rostra.model import Observation
from rostra.signals.periods import Period

Dimension = Literal["actor", "type", "family", "category", "class", "outlet", "level"]
DIMENSIONS: tuple[Dimension, ...] = get_args(Dimension)
UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Statement:
    """One dated claim: its article, who acts or speaks, and what it is; None where that is not known.

    `family` is "threat", "act" or "statement"; `category` one of eight after Caldara and Iacoviello; `level` the
    step of the cost ladder; `equipment_class` the catalogue's.
    """

    document: str
    date: dt.date
    type: str
    actor: str | None = None
    family: str | None = None
    category: str | None = None
    equipment_class: str | None = None
    outlet: str | None = None
    level: int | None = None

    def value(self, dimension: Dimension) -> str:
        """What it is in a dimension, in one word."""
        name = "equipment_class" if dimension == "class" else dimension
        found = getattr(self, name)
        return UNKNOWN if found is None else str(found)


@dataclass(frozen=True, slots=True)
class Article:
    """An article of the case, with or without claims: what a share is a share of."""

    document: str
    date: dt.date


def observed(
    statements: Iterable[Statement], articles: Iterable[Article], by: Sequence[Dimension], period: Period
) -> tuple[Observation, ...]:
    """Articles of each period with at least one statement of a kind, among all its articles; by series and date.

    A kind is named by its values: "Valdoria/threat". A period with articles and no such statement is a zero; a
    period without articles is missing. Periods begin on the first of the month, on Mondays, or each day.
    """
    totals: dict[dt.date, set[str]] = {}
    for article in articles:
        totals.setdefault(begins(article.date, period), set()).add(article.document)
    kinds: dict[str, dict[dt.date, set[str]]] = {}
    for statement in statements:
        name = "/".join(statement.value(dimension) for dimension in by)
        seen = kinds.setdefault(name, {}).setdefault(begins(statement.date, period), set())
        seen.add(statement.document)
    return tuple(
        Observation(day, name, len(kinds[name].get(day, set()) & totals[day]), len(totals[day]))
        for name in sorted(kinds)
        for day in sorted(totals)
    )


def begins(day: dt.date, period: Period) -> dt.date:
    """The first day of the period that holds a day."""
    if period == "monthly":
        return day.replace(day=1)
    return day - dt.timedelta(days=day.weekday()) if period == "weekly" else day
