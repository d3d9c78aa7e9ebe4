"""Who says it first: one random mention of each actor for each narrative, then a sign test (METHODS 3.3)."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from rostra.signals.dice import dice
from rostra.signals.script.narratives import Narrative

LEAST_NARRATIVES = 6
"""Untied narratives below which no share of firsts could be significant at 5 %."""
_DRAWS = 199


@dataclass(frozen=True, slots=True)
class Leader:
    """Who comes first more often, in one draw with the plan's seed.

    `p` is that draw's two-sided sign test over `n` untied narratives, of which `firsts` were the named actor's; None,
    like `actor`, below LEAST_NARRATIVES. `share_of_draws` is in what part of further draws the test is significant
    at 5 %: a description, no p. `truncated` narratives were in use on the first day of the corpus already.
    """

    actor: str | None
    p: float | None
    n: int
    firsts: int
    share_of_draws: float | None
    truncated: int


def leader(
    narratives: Sequence[Narrative],
    actors: tuple[str, str],
    seed: int,
    first_day: int,
    draws: int = _DRAWS,
) -> Leader:
    """The leader test. `first_day` is the proleptic ordinal of the corpus's first day; `draws` further ones are tried.

    First uses favour the actor who speaks more; one random mention each does not. Narratives with the same days for
    both actors are one here: ten passages and a claim that one text takes from another are one instance, not eleven.
    """
    narratives = _independent(narratives)
    wins, losses = _drawn(narratives, actors, seed, 0)
    n = wins + losses
    truncated = sum(
        min(map(min, narrative.days.values())).toordinal() == first_day for narrative in narratives
    )
    if n < LEAST_NARRATIVES:
        return Leader(None, None, n, max(wins, losses), None, truncated)
    significant = [sign_test(*_drawn(narratives, actors, seed, draw)) < 0.05 for draw in range(1, draws + 1)]
    return Leader(
        actors[0] if wins >= losses else actors[1],
        sign_test(wins, losses),
        n,
        max(wins, losses),
        sum(significant) / draws if draws else None,
        truncated,
    )


def _independent(narratives: Sequence[Narrative]) -> tuple[Narrative, ...]:
    """The first narrative of each set of days."""
    by_days = {tuple(sorted(narrative.days.items())): narrative for narrative in reversed(narratives)}
    return tuple(reversed(by_days.values()))


def _drawn(narratives: Sequence[Narrative], actors: tuple[str, str], seed: int, draw: int) -> tuple[int, int]:
    """How often the first and how often the second actor's drawn mention is the earlier one; ties count for none."""
    rng = dice(seed, "script", "leader", str(draw))
    wins = losses = 0
    for narrative in narratives:
        one, other = (
            narrative.days[actor][int(rng.integers(len(narrative.days[actor])))] for actor in actors
        )
        wins += one < other
        losses += other < one
    return wins, losses


def sign_test(wins: int, losses: int) -> float:
    """Exact two-sided p that wins and losses are equally likely."""
    n, least = wins + losses, min(wins, losses)
    tail = Fraction(sum(math.comb(n, k) for k in range(least + 1)), 1 << n)
    return min(1.0, float(2 * tail))
