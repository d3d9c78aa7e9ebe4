"""A rolling origin with an expanding window: every forecast is made from what stood before it, and scored after."""

from dataclasses import dataclass

import numpy as np

from rostra.signals.forecast.ensembles import above, brier, crps, diebold_mariano
from rostra.signals.forecast.models import MODELS, SEASON, Past, least_past
from rostra.signals.periods import Period
from rostra.signals.series import FloatArray

TEN_YEARS: dict[Period, int] = {"daily": 3652, "weekly": 522, "monthly": 120}
"""The trailing window of the event, and the past before the first origin; half the series where that is shorter."""
EVENT_QUANTILE = 0.9
LEAST_EVENTS = 20
MOST_ORIGINS = 1000
"""A longer series is scored on its last thousand origins."""


@dataclass(frozen=True, slots=True, eq=False)
class Scores:
    """Scores at one horizon: means by model, the events among n origins, and the test against persistence.

    `dm` is the Diebold-Mariano statistic of the direct autoregression's gain in CRPS over persistence.
    """

    horizon: int
    n: int
    events: int
    crps: dict[str, float]
    brier: dict[str, float]
    dm: float

    @property
    def skill(self) -> dict[str, float]:
        """1 - CRPS / CRPS of persistence, by model."""
        reference = self.crps["persistence"]
        return {
            name: 1 - score / reference if reference > 0 else float("nan")
            for name, score in self.crps.items()
        }

    @property
    def base_rate(self) -> float:
        """How often the event happened."""
        return self.events / self.n

    @property
    def withheld(self) -> str | None:
        """Why the horizon is not offered; None where it is."""
        if self.events < LEAST_EVENTS:
            return f"{self.events} events, fewer than {LEAST_EVENTS}"
        if self.crps["direct_ar"] >= self.crps["mixture"]:
            return "a mixture of two naive forecasts does as well"
        if self.crps["direct_ar"] >= self.crps["persistence"]:
            return "persistence does as well"
        return None


def scored(y: FloatArray, period: Period, horizon: int) -> Scores | None:
    """Scores of every model at one horizon over y (T,); None where no origin has both a past and an outcome."""
    first = max(min(TEN_YEARS[period], len(y) // 2), least_past(horizon, SEASON[period]))
    origins = range(max(first, len(y) - horizon - MOST_ORIGINS + 1), len(y) - horizon + 1)
    if not origins:
        return None
    rows = [_at(y[:origin], y[origin + horizon - 1], period, horizon) for origin in origins]
    table = np.array([row.scores for row in rows])
    names = list(MODELS)
    gains = table[:, 0, names.index("persistence")] - table[:, 0, names.index("direct_ar")]
    means = table.mean(axis=0)
    return Scores(
        horizon,
        len(rows),
        sum(row.happened for row in rows),
        dict(zip(names, means[0].tolist(), strict=True)),
        dict(zip(names, means[1].tolist(), strict=True)),
        diebold_mariano(gains, horizon),
    )


@dataclass(frozen=True, slots=True)
class _Row:
    """CRPS and Brier score by model, in the order of MODELS, and whether the event happened."""

    scores: tuple[tuple[float, ...], tuple[float, ...]]
    happened: bool


def _at(past: FloatArray, outcome: float, period: Period, horizon: int) -> _Row:
    limit = threshold(past, period)
    happened = bool(outcome > limit)
    forecasts = [model(Past(past, horizon, SEASON[period])) for model in MODELS.values()]
    return _Row(
        (
            tuple(crps(forecast, outcome) for forecast in forecasts),
            tuple(brier(above(forecast, limit), happened) for forecast in forecasts),
        ),
        happened,
    )


def threshold(past: FloatArray, period: Period) -> float:
    """What counts as high: the 90th percentile of the trailing ten years."""
    return float(np.quantile(past[-TEN_YEARS[period] :], EVENT_QUANTILE))


def ahead(y: FloatArray, period: Period, horizon: int, model: str) -> FloatArray:
    """The distribution `horizon` periods after the last one, by one model: equally likely values (m,)."""
    return MODELS[model](Past(y, horizon, SEASON[period]))
