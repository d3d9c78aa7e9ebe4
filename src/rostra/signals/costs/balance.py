"""Rhetoric against acts: for each actor and period, articles with words only, and articles with costly acts."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from rostra.signals.costs.ladder import LEVELS
from rostra.signals.observations import Statement, begins
from rostra.signals.periods import Period

FIRST_ACT = 3
"""The first step of the ladder that costs something each day or was paid beforehand."""


@dataclass(frozen=True, slots=True)
class Balance:
    """One actor in one period: articles with statements at most (steps 0 to 2), with acts (3 to 5), and by step.

    `highest` is the highest step seen. An article that holds both counts in both.
    """

    actor: str
    date: dt.date
    rhetoric: int
    acts: int
    highest: int
    by_level: tuple[int, ...]


def balances(statements: Iterable[Statement], period: Period) -> tuple[Balance, ...]:
    """Balances by actor and period; a claim without a holder or without a step counts for nobody."""
    groups: dict[tuple[str, dt.date], dict[int, set[str]]] = {}
    for each in statements:
        if each.actor is not None and each.level is not None:
            levels = groups.setdefault((each.actor, begins(each.date, period)), {})
            levels.setdefault(each.level, set()).add(each.document)
    return tuple(_balance(actor, date, groups[actor, date]) for actor, date in sorted(groups))


def _balance(actor: str, date: dt.date, levels: dict[int, set[str]]) -> Balance:
    def articles(low: int, high: int) -> int:
        return len(set().union(*(levels.get(level, set()) for level in range(low, high))))

    return Balance(
        actor,
        date,
        articles(0, FIRST_ACT),
        articles(FIRST_ACT, len(LEVELS)),
        max(levels),
        tuple(len(levels.get(level, ())) for level in range(len(LEVELS))),
    )
