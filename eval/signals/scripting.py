"""Shared scripts under the designs of the pilot: planted passages, timing under three nulls and a lead, who leads."""

import datetime as dt
from dataclasses import dataclass

import numpy as np

from eval.signals.diverting import course
from rostra.signals import FloatArray
from rostra.signals.script import CorpusDocument, LeadLag, Narrative, ScriptPlan, lead_lag, script
from rostra.signals.script.leader import leader

DAYS, LEAD = 365, 2
ACTORS = ("Valdoria", "Marenia")
FIRST = dt.date(2024, 1, 1)
WEEKDAYS = np.arange(DAYS, dtype=np.float64) % 7
TIMINGS = ("independent", "AR.8", "same news", "lead")
SHARES = (0.1, 0.3, 0.5, 0.9)
VOCABULARY, WORDS = 20_000, 300


@dataclass(frozen=True, slots=True)
class LeaderCell:
    """Forty narratives without a leader; the first actor speaks `ratio` times as often, in bursts or not."""

    ratio: int
    bursts: bool


LEADERS = tuple(LeaderCell(ratio, bursts) for ratio in (1, 3, 10) for bursts in (False, True))


def timing(kind: str, number: int) -> LeadLag:
    """One run of the lead-lag test given media volume; in a "lead" the second actor follows by two days."""
    dice = _dice(3, number, TIMINGS.index(kind))
    news = 0.6 * course(DAYS, 0.8, dice)
    first, second = _courses(kind, news, dice)
    media = dice.poisson(np.exp(4 + news)).astype(np.float64)
    one, other = (dice.poisson(np.exp(1.2 + actor)).astype(np.float64) for actor in (first, second))
    return lead_lag(one, other, WEEKDAYS, media)


def _courses(kind: str, news: FloatArray, dice: np.random.Generator) -> tuple[FloatArray, FloatArray]:
    if kind == "independent":
        return 0.4 * dice.normal(size=DAYS), 0.4 * dice.normal(size=DAYS)
    if kind == "AR.8":
        return 0.6 * course(DAYS, 0.8, dice), 0.6 * course(DAYS, 0.8, dice)
    own = 0.5 * course(DAYS, 0.5, dice)
    if kind == "same news":
        return 0.7 * news + 0.6 * own, 0.7 * _later(news) + 0.3 * course(DAYS, 0.5, dice)
    return 0.5 * news + own, 0.5 * news + 0.6 * _later(own) + 0.4 * course(DAYS, 0.5, dice)


def _later(path: FloatArray) -> FloatArray:
    return np.concatenate([np.zeros(LEAD), path[:-LEAD]])


def leader_rejects(cell: LeaderCell, number: int) -> bool:
    """Whether the leader test names one of two actors at 5 % in one run without a leader."""
    dice = _dice(4, number, cell.ratio, int(cell.bursts))
    narratives = [
        Narrative(str(at), {actor: _days(count, cell.bursts, int(centre), dice) for actor, count in counts})
        for at, centre in enumerate(dice.integers(30, DAYS - 30, 40))
        for counts in [tuple(zip(ACTORS, (3 * cell.ratio, 3), strict=True))]
    ]
    p = leader(narratives, ACTORS, number, FIRST.toordinal(), draws=0).p
    return p is not None and p < 0.05


def _days(count: int, bursts: bool, centre: int, dice: np.random.Generator) -> tuple[dt.date, ...]:
    drawn = dice.normal(centre, 10, count).round() if bursts else dice.integers(0, DAYS, count)
    return tuple(sorted({FIRST + dt.timedelta(days=int(day)) for day in np.clip(drawn, 0, DAYS - 1)}))


@dataclass(frozen=True, slots=True)
class Planted:
    """Pairs planted, found, and found that were not planted."""

    planted: int
    found: int
    false: int


def planted(share: float, number: int, pairs: int = 40) -> Planted:
    """One corpus of 400 documents of 300 words; the second of each pair takes `share` of its words from the first."""
    dice = _dice(5, number, round(100 * share))
    weights = 1 / np.arange(1, VOCABULARY + 1)
    words = dice.choice(VOCABULARY, size=(400, WORDS), p=weights / weights.sum())
    length = max(12, round(share * WORDS))
    for pair in range(pairs):
        source, target = dice.integers(0, WORDS - length + 1, 2)
        words[2 * pair + 1, target : target + length] = words[2 * pair, source : source + length]
    found = {
        tuple(sorted(int(side.document) for side in passage.sides))
        for passage in script(_documents(words), ScriptPlan(ACTORS, number)).passages
    }
    true = {(2 * pair, 2 * pair + 1) for pair in range(pairs)}
    return Planted(pairs, len(found & true), len(found - true))


def _documents(words: np.ndarray[tuple[int, int], np.dtype[np.int64]]) -> list[CorpusDocument]:
    return [
        CorpusDocument(
            str(at),
            FIRST + dt.timedelta(days=at % DAYS),
            ACTORS[at % 2],
            "en",
            " ".join(f"w{word}" for word in row),
        )
        for at, row in enumerate(words.tolist())
    ]


def _dice(*words: int) -> np.random.Generator:
    return np.random.Generator(np.random.PCG64(np.random.SeedSequence([20251123, *words])))
