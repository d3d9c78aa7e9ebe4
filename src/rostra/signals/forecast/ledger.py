"""Predictions as they are stored and scored: of a series over a threshold in a period that was still to come."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from rostra.kernel import PartialDate, SeriesError, Span
from rostra.model import Outcome, Prediction
from rostra.signals.forecast.answer import Forecast, ForecastSettings, forecast
from rostra.signals.periods import first_day, stepped
from rostra.signals.series import SeriesTable


@dataclass(frozen=True, slots=True)
class Words:
    """What a text predicts: its words, where they stand, and the probability that it gives, if any."""

    statement: str
    document: str | None = None
    span: Span | None = None
    probability: float | None = None


@dataclass(frozen=True, slots=True)
class Terms:
    """What a prediction is held against: a column, the column of totals, the periods ahead, and the last day known.

    Without a `threshold` it is the 90th percentile of the trailing ten years; without `known` all of the table is.
    """

    series: str
    ahead: int
    total: str | None = None
    threshold: float | None = None
    known: PartialDate | None = None


def from_text(table: SeriesTable, words: Words, terms: Terms) -> Prediction:
    """The prediction that a text makes, with the base rate where the threshold is the usual one.

    Raises SeriesError where the series cannot carry a forecast, so that nothing stands beside the words.
    """
    result = _result(table, terms)
    scores = next((one for one in result.scores if one.horizon == terms.ahead), None)
    usual = terms.threshold is None
    return Prediction(
        statement=words.statement,
        origin="text",
        series=terms.series,
        total=terms.total,
        made=_last_known(result, terms),
        due=stepped(result.source.last, table.period, terms.ahead),
        threshold=result.threshold if terms.threshold is None else terms.threshold,
        probability=words.probability,
        base_rate=scores.base_rate if scores and usual else None,
        document=words.document,
        span=words.span,
    )


def from_tool(table: SeriesTable, terms: Terms) -> Prediction:
    """The tool's own prediction over the usual threshold. Raises SeriesError for a horizon that is not offered."""
    result = _result(table, terms)
    outlook = result.outlooks.get(terms.ahead)
    if outlook is None:
        raise SeriesError(
            f"{terms.series}: no forecast is offered {terms.ahead} periods ahead: {result.withheld(terms.ahead)}",
            remedy="ask for a shorter horizon; `rostra signals forecast` prints all scores",
        )
    return Prediction(
        statement=f"{terms.series} over {outlook.threshold:.4g} in the period of {outlook.date}",
        origin="tool",
        series=terms.series,
        total=terms.total,
        made=_last_known(result, terms),
        due=outlook.date,
        threshold=outlook.threshold,
        probability=outlook.probability,
        base_rate=outlook.base_rate,
    )


def _result(table: SeriesTable, terms: Terms) -> Forecast:
    known = table.between(PartialDate(table.dates[0], terms.known.last)) if terms.known else table
    return forecast(known, ForecastSettings(terms.series, (terms.ahead,)))


def _last_known(result: Forecast, terms: Terms) -> dt.date:
    """The last day that the prediction may have known: the one given, else the first day of the last period."""
    return terms.known.last if terms.known else result.source.last


def outcomes(predictions: Iterable[Prediction], table: SeriesTable, total: str | None) -> tuple[Outcome, ...]:
    """What came of those predictions whose series and total the table holds and whose period it has seen."""
    found = []
    for prediction in predictions:
        if prediction.series in table.columns and prediction.total == total:
            value = _value(table, prediction)
            if np.isfinite(value):
                happened = value > prediction.threshold
                found.append(Outcome(prediction.id, value, happened, table.sha256))
    return tuple(found)


def _value(table: SeriesTable, prediction: Prediction) -> float:
    """The value of the period in the units of the threshold; NaN where it was not seen."""
    day = first_day(prediction.due, table.period)
    if day not in table.dates:
        return float("nan")
    at, values = table.dates.index(day), table.columns[prediction.series]
    if table.total is None:
        return float(values[at])
    return float((values[at] + 0.5) / (table.total[at] + 1))
