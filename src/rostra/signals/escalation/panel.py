"""The same test on other series: how often it alarms where nothing was expected, and who stands out."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from rostra.kernel import PartialDate, SeriesError
from rostra.signals.escalation.based import based, tested
from rostra.signals.escalation.monitoring import LEVEL, TOO_PERSISTENT, Monitoring
from rostra.signals.families import benjamini_hochberg
from rostra.signals.series import Series, SeriesTable

FDR = 0.05


@dataclass(frozen=True, slots=True)
class PanelRow:
    """One series of the panel.

    `alarm` and `onset` are first days of periods, set where the family's test rejects. An abstaining row has no `p`
    and says why in `reason`. `strength` is the statistic in standard deviations of the base; None where untested.
    """

    name: str
    alarm: dt.date | None
    onset: dt.date | None
    p: float | None
    abstained: bool
    reason: str | None
    persistence: float | None
    strength: float | None
    draws: int


@dataclass(frozen=True, slots=True)
class PanelSettings:
    """The base of all series, the most draws of one test, and the seed."""

    base: PartialDate
    draws: int
    seed: int


def panel(table: SeriesTable, names: Sequence[str], settings: PanelSettings) -> tuple[PanelRow, ...]:
    """Tests each named column. Those not abstaining are one family: Benjamini-Hochberg at q = .05.

    A panel of one series is held against the level of a single series, .01.
    """
    tests = [(name, _tried(table.series(name), settings)) for name in names]
    family = [test for _, test in tests if isinstance(test, Monitoring) and not test.too_persistent]
    p = [test.p for test in family]
    rejected = benjamini_hochberg(p, FDR if len(names) > 1 else LEVEL)
    flagged = {id(test) for test, over in zip(family, rejected, strict=True) if over}
    return tuple(_row(table.series(name), test, settings, id(test) in flagged) for name, test in tests)


def _tried(series: Series, settings: PanelSettings) -> Monitoring | str:
    """The test, or why there is none."""
    try:
        return tested(based(series, settings.base), settings.draws, settings.seed)
    except SeriesError as error:
        return error.message


def _row(series: Series, test: Monitoring | str, settings: PanelSettings, flagged: bool) -> PanelRow:
    if isinstance(test, str):
        return PanelRow(series.name, None, None, None, True, test, None, None, 0)  # noqa: FBT003
    low = based(series, settings.base).low
    alarm, onset = (_day(series, low, at) if flagged else None for at in (test.alarm, test.onset))
    abstained = test.too_persistent
    return PanelRow(
        name=series.name,
        alarm=alarm,
        onset=onset,
        p=None if abstained else test.p,
        abstained=abstained,
        reason=TOO_PERSISTENT if abstained else None,
        persistence=test.persistence,
        strength=test.strength,
        draws=test.draws,
    )


def _day(series: Series, low: int, at: int | None) -> dt.date | None:
    return None if at is None else series.dates[low + at]


def rank_in(rows: Sequence[PanelRow], name: str) -> tuple[int, int] | None:
    """Place of a series among those tested, by strength, and their number; None where it stands alone."""
    strengths = {row.name: row.strength for row in rows if row.strength is not None}
    if len(strengths) < 2 or name not in strengths:
        return None
    return sum(strength >= strengths[name] for strength in strengths.values()), len(strengths)
