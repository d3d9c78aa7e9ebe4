"""Is it escalating, since when, by how much, and how unusual is that: one series against its declared base."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

import numpy as np

from rostra.kernel import PartialDate
from rostra.signals.dice import dice
from rostra.signals.escalation.based import Based, based, tested
from rostra.signals.escalation.breaks import change_points
from rostra.signals.escalation.levels import (
    PlaceboDates,
    RateRatio,
    index_band,
    placebo_dates,
    rate_ratio,
    share_index,
)
from rostra.signals.escalation.monitoring import (
    DATING_LEVEL,
    LEAST_BASELINE,
    LEVEL,
    TOO_PERSISTENT,
    WINDOWS,
    Monitoring,
)
from rostra.signals.escalation.outlets import OutletBand, OutletCounts, over_outlets
from rostra.signals.escalation.panel import FDR, PanelRow, PanelSettings, panel, rank_in
from rostra.signals.results import Source, plain
from rostra.signals.series import FloatArray, SeriesTable, log_share

SCHEMA = "rostra.signals.escalation/1"
_PARTS = (0.5, 0.75)
"""Of the base, its end kept, on which the test is repeated: a base that was picked to alarm would stand alone."""


@dataclass(frozen=True, slots=True)
class EscalationSettings:
    """What is asked: a column, its declared base (monitoring begins after it), the panel, the seed.

    `draws` is the most paths that one test draws, at least 999.
    """

    value: str
    base: PartialDate
    panel: tuple[str, ...] = ()
    seed: int = 0
    draws: int = 9999


@dataclass(frozen=True, slots=True)
class ShorterBase:
    """The same test on a shorter base that ends on the same day."""

    base_from: dt.date
    n: int
    p: float
    abstained: bool


@dataclass(frozen=True, slots=True, eq=False)
class Curve:
    """The share index by period and the ends of its 95 % interval, each (T,); `breaks` looking back, description only."""

    dates: tuple[dt.date, ...]
    index: FloatArray
    low: FloatArray
    high: FloatArray
    breaks: tuple[dt.date, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Escalation:
    """The answer, its parts and everything it rests on.

    `alarm`, `onset` and `confirmed` are first days of periods, None where there is no alarm or the test abstains.
    `rank` is the place of the series in the panel by strength, and of how many; None without a panel.
    """

    settings: EscalationSettings
    source: Source
    based: Based
    test: Monitoring
    alarm: dt.date | None
    onset: dt.date | None
    confirmed: dt.date | None
    ratio: RateRatio
    ratio_from: dt.date
    placebo: PlaceboDates | None
    panel: tuple[PanelRow, ...]
    rank: tuple[int, int] | None
    shorter: tuple[ShorterBase, ...]
    outlets: OutletCounts | None
    curve: Curve

    @property
    def abstained(self) -> bool:
        """Whether the series is too persistent to date a change."""
        return self.test.too_persistent

    @property
    def p(self) -> float | None:
        """The p-value of the whole monitored stretch; None where the test abstains."""
        return None if self.abstained else self.test.p

    def to_json(self) -> dict[str, Any]:
        """The result as JSON; docs/signals.md describes the keys."""
        return {**_answer(self), **_beside(self), **_ground(self)}


def escalation(table: SeriesTable, settings: EscalationSettings) -> Escalation:
    """Tests one column of a table for escalation after its base, beside a panel of others.

    Raises SeriesError for a series with gaps, without totals, constant, or too short before or after the end of the
    base. A member of the panel that cannot be tested is listed with its reason instead.
    """
    chosen = based(table.series(settings.value), settings.base)
    test = tested(chosen, settings.draws, settings.seed)
    rows = _panel(table, settings)
    significant = test.p <= LEVEL and not test.too_persistent
    alarm, onset, confirmed = (
        _day(chosen, at) if significant else None for at in (test.alarm, test.onset, test.confirmed)
    )
    first = chosen.low + test.onset if onset and test.onset is not None else chosen.high
    counts = OutletCounts.of(table, settings.value)
    ratio = rate_ratio(chosen.series, chosen.before, chosen.since(first))
    band = _over_outlets(chosen, first, ratio, counts, settings)
    return Escalation(
        settings,
        Source.of(table),
        chosen,
        test,
        alarm,
        onset,
        confirmed,
        band.ratio if band else ratio,
        chosen.series.dates[first],
        placebo_dates(chosen.series, len(chosen.series) - first, chosen.high - chosen.low),
        rows,
        rank_in(rows, settings.value),
        tuple(_shorter(chosen, settings)),
        counts,
        _curve(chosen, band),
    )


def _panel(table: SeriesTable, settings: EscalationSettings) -> tuple[PanelRow, ...]:
    names = tuple(dict.fromkeys((settings.value, *settings.panel)))
    return panel(table, names, PanelSettings(settings.base, settings.draws, settings.seed))


def _day(chosen: Based, at: int | None) -> dt.date | None:
    return None if at is None else chosen.series.dates[chosen.low + at]


def _over_outlets(
    chosen: Based, first: int, ratio: RateRatio, counts: OutletCounts | None, settings: EscalationSettings
) -> OutletBand | None:
    if counts is None:
        return None
    draws = dice(settings.seed, "outlets", settings.value)
    return over_outlets(counts, ratio, chosen.before, chosen.since(first), draws)


def _shorter(chosen: Based, settings: EscalationSettings) -> list[ShorterBase]:
    bases = [chosen.shorter(part) for part in _PARTS]
    least = LEAST_BASELINE[chosen.series.period]
    found = []
    for base in bases:
        if base.high - base.low >= least and np.ptp(base.series.values[base.low : base.high]) > 0:
            test = tested(base, settings.draws, settings.seed)
            day = base.series.dates[base.low]
            found.append(ShorterBase(day, base.high - base.low, test.p, test.too_persistent))
    return found


def _curve(chosen: Based, band: OutletBand | None) -> Curve:
    series = chosen.series
    low, high = (band.low, band.high) if band else index_band(series, chosen.before)
    breaks = tuple(series.dates[at] for at in change_points(log_share(series)))
    index = share_index(series.values / np.asarray(series.totals), chosen.before)
    return Curve(series.dates, index, low, high, breaks)


def _answer(result: Escalation) -> dict[str, Any]:
    interval = [result.ratio.low, result.ratio.high]
    record = {
        "schema": SCHEMA,
        "value": result.settings.value,
        "alarm": result.alarm,
        "onset": result.onset,
        "confirmed": result.confirmed,
        "p": result.p,
        "abstained": result.abstained,
        "reason": TOO_PERSISTENT if result.abstained else None,
        "rate_ratio": result.ratio.estimate,
        "interval": None if np.isnan(interval).any() else interval,
        "interval_method": result.ratio.method,
        "rate_ratio_from": result.ratio_from,
    }
    return dict(plain(record))


def _beside(result: Escalation) -> dict[str, Any]:
    rank = {"rank": result.rank[0], "of": result.rank[1]} if result.rank else None
    placebo = {**plain(result.placebo), "p": result.placebo.p} if result.placebo else None
    return {
        "panel": plain(result.panel),
        "panel_rank": rank,
        "placebo_dates": placebo,
        "shorter_bases": plain(result.shorter),
        "persistence": result.test.persistence,
        "strength": result.test.strength,
        "lags": result.test.lags,
        "draws": result.test.draws,
        "breaks_description_only": plain(result.curve.breaks),
        "index": [
            {"date": day.isoformat(), "index": plain(at), "low": plain(low), "high": plain(high)}
            for day, at, low, high in zip(
                result.curve.dates, result.curve.index, result.curve.low, result.curve.high, strict=True
            )
        ],
    }


def _ground(result: Escalation) -> dict[str, Any]:
    chosen, settings = result.based, result.settings
    outlets = result.outlets
    return {
        "settings": {
            "base": [plain(chosen.series.dates[chosen.low]), plain(chosen.series.dates[chosen.high - 1])],
            "panel": list(settings.panel),
            "level": LEVEL,
            "dating_level": DATING_LEVEL,
            "fdr": FDR,
            "windows": list(WINDOWS[chosen.series.period]),
            "most_draws": settings.draws,
            "outlets": list(outlets.names) if outlets else [],
            "outlets_with_missing_periods": list(outlets.broken) if outlets else [],
        },
        "seed": settings.seed,
        "n": {
            "periods": len(chosen.series),
            "base": chosen.high - chosen.low,
            "monitored": len(chosen.series) - chosen.high,
            "count": plain(float(chosen.series.values.sum())),
            "total": plain(float(np.asarray(chosen.series.totals).sum())),
        },
        "source": plain(result.source),
    }
