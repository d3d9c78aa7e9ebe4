"""What next: scored against naive forecasts first, and offered only where it beats them."""

import datetime as dt
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np

from rostra.kernel import SeriesError
from rostra.signals.forecast.ensembles import above
from rostra.signals.forecast.rolling import LEAST_EVENTS, Scores, ahead, scored, threshold
from rostra.signals.periods import stepped
from rostra.signals.results import Source, plain
from rostra.signals.series import (
    FloatArray,
    Series,
    SeriesTable,
    log_share,
    must_be_counts,
    must_be_whole,
    must_have,
    must_vary,
)

SCHEMA = "rostra.signals.forecast/1"
LEAST_PERIODS = 60
LEVELS = (0.05, 0.25, 0.5, 0.75, 0.95)

Scale = Literal["log share", "log", "as given"]


@dataclass(frozen=True, slots=True)
class ForecastSettings:
    """What is asked: a column and how many periods ahead."""

    value: str
    horizons: tuple[int, ...] = (1, 3, 6, 12)


@dataclass(frozen=True, slots=True)
class Outlook:
    """The forecast for one period, in the units of the series (a share, where there are totals).

    `quantiles` are at .05, .25, .5, .75 and .95; `probability` is that of a value over `threshold`, the 90th percentile
    of the trailing ten years; `base_rate` is how often that happened at the scored origins.
    """

    date: dt.date
    model: str
    quantiles: tuple[float, ...]
    threshold: float
    probability: float
    base_rate: float


@dataclass(frozen=True, slots=True, eq=False)
class Forecast:
    """Scores by horizon, and an outlook where the model beat the naive mixture and persistence.

    `threshold` is what counts as high now: the 90th percentile of the trailing ten years, in the units of the series.
    """

    settings: ForecastSettings
    source: Source
    scale: Scale
    scores: tuple[Scores, ...]
    outlooks: dict[int, Outlook]
    threshold: float

    def withheld(self, horizon: int) -> str | None:
        """Why a horizon is not offered; None where it is."""
        told = {scores.horizon: scores.withheld for scores in self.scores}
        return told.get(horizon, "the series is too short for this horizon")

    def to_json(self) -> dict[str, Any]:
        """The result as JSON; docs/signals.md describes the keys."""
        return _as_json(self)


def forecast(table: SeriesTable, settings: ForecastSettings) -> Forecast:
    """Scores every model at every horizon over a rolling origin, and looks ahead where that is earned.

    A series with totals is read as log shares, one without as logs of its values where all are over zero. Nothing is
    drawn at random. Raises SeriesError for gaps, a constant, fewer than 60 periods or fewer than 20 events.
    """
    series = table.series(settings.value).from_first_seen()
    must_have(series, LEAST_PERIODS, "a forecast")
    must_be_whole(series)
    must_vary(series)
    y, scale = _scaled(series)
    found = {horizon: scored(y, series.period, horizon) for horizon in settings.horizons}
    scores = tuple(one for one in found.values() if one is not None)
    _must_have_events(series, scores)
    outlooks = {one.horizon: _outlook(series, y, scale, one) for one in scores if one.withheld is None}
    high = _back(threshold(y, series.period), scale)
    return Forecast(settings, Source.of(table, series), scale, scores, outlooks, high)


def _scaled(series: Series) -> tuple[FloatArray, Scale]:
    if series.totals is not None:
        must_be_counts(series)
        return log_share(series), "log share"
    if (series.values > 0).all():
        return np.log(series.values), "log"
    return series.values, "as given"


def _must_have_events(series: Series, scores: tuple[Scores, ...]) -> None:
    events = max((one.events for one in scores), default=0)
    if events < LEAST_EVENTS:
        raise SeriesError(
            f"{series.name}: {events} events among the scored periods, where a forecast needs at least {LEAST_EVENTS}",
            remedy="an event is a value over the 90th percentile of the trailing ten years; take a longer stretch",
        )


def _outlook(series: Series, y: FloatArray, scale: Scale, scores: Scores) -> Outlook:
    values = ahead(y, series.period, scores.horizon, "direct_ar")
    limit = threshold(y, series.period)
    return Outlook(
        stepped(series.dates[-1], series.period, scores.horizon),
        "direct_ar",
        tuple(_back(float(at), scale) for at in np.quantile(values, LEVELS)),
        _back(limit, scale),
        above(values, limit),
        scores.base_rate,
    )


def _back(value: float, scale: Scale) -> float:
    """A value of the scale in the units of the series."""
    return value if scale == "as given" else float(np.exp(value))


def _as_json(result: Forecast) -> dict[str, Any]:
    scores = result.scores
    horizons = result.settings.horizons
    return {
        "schema": SCHEMA,
        "value": result.settings.value,
        "horizons": list(horizons),
        "skill": {str(one.horizon): plain(one.skill) for one in scores},
        "crps": {str(one.horizon): plain(one.crps) for one in scores},
        "brier": {str(one.horizon): plain(one.brier) for one in scores},
        "offered": {str(horizon): result.withheld(horizon) is None for horizon in horizons},
        "withheld": {str(horizon): result.withheld(horizon) for horizon in horizons},
        "outlook": {str(horizon): plain(result.outlooks.get(horizon)) for horizon in horizons},
        "dm": {str(one.horizon): plain(one.dm) for one in scores},
        "threshold": result.threshold,
        "base_rate": {str(one.horizon): one.base_rate for one in scores},
        "n": {
            "periods": result.source.n,
            "origins": {str(one.horizon): one.n for one in scores},
            "events": {str(one.horizon): one.events for one in scores},
        },
        "settings": {"scale": result.scale, "levels": list(LEVELS)},
        "seed": None,
        "source": plain(result.source),
    }
