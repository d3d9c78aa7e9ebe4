"""A forecast for a reader: a paragraph that may be printed, a table, a picture."""

from rostra.signals.forecast.answer import Forecast, Outlook
from rostra.signals.forecast.models import MODELS
from rostra.signals.forecast.rolling import Scores
from rostra.signals.results import Picture, Section, picture_of

COLUMNS = ("Ahead", "Model", "CRPS", "Skill", "Brier", "Offered")
_LIMITS = (
    "A forecast of a share of articles is one of what will be printed, from the course of the series alone: it knows "
    "of no plan, summit or election. A series that is revised later looks more predictable than it was."
)


def section(result: Forecast) -> Section:
    """Paragraph, table of scores and picture of a result."""
    return Section(
        f"Forecast: {result.settings.value}", paragraph(result), COLUMNS, _rows(result), picture(result)
    )


def paragraph(result: Forecast) -> str:
    """What is offered, with its score beside it, and what is withheld and why."""
    name, source = result.settings.value, result.source
    parts = [
        f"{name}, {source.n} {source.period} periods from {source.first} to {source.last}, scale {result.scale}:"
    ]
    parts += [_told(result, horizon) for horizon in result.settings.horizons]
    return " ".join([*parts, _LIMITS])


def _told(result: Forecast, horizon: int) -> str:
    withheld, scores = result.withheld(horizon), {one.horizon: one for one in result.scores}.get(horizon)
    if withheld is not None or scores is None:
        return f"{_ahead(result, horizon)} no forecast is offered: {withheld}."
    return f"{_ahead(result, horizon)} {_outlook(result.outlooks[horizon])}; {_score(scores)}."


def _ahead(result: Forecast, horizon: int) -> str:
    unit = {"daily": "day", "weekly": "week", "monthly": "month"}[result.source.period]
    return f"{horizon} {unit}{'s' if horizon > 1 else ''} ahead"


def _outlook(outlook: Outlook) -> str:
    low, _, middle, _, high = outlook.quantiles
    return (
        f"({outlook.date}) {middle:.4g}, 90 % between {low:.4g} and {high:.4g}; the probability of a value over "
        f"{outlook.threshold:.4g}, the 90th percentile of the last ten years, is {outlook.probability:.2f} (base rate "
        f"{outlook.base_rate:.2f})"
    )


def _score(scores: Scores) -> str:
    skill = 100 * scores.skill["direct_ar"]
    return (
        f"at {scores.n} past origins the model's CRPS was {skill:.1f} % below persistence (Diebold-Mariano {scores.dm:.1f}) "
        f"and {100 * (1 - scores.crps['direct_ar'] / scores.crps['mixture']):.1f} % below the naive mixture"
    )


def _rows(result: Forecast) -> tuple[tuple[str, ...], ...]:
    return tuple(
        (
            str(scores.horizon),
            model,
            f"{scores.crps[model]:.4f}",
            f"{100 * scores.skill[model]:.1f} %",
            f"{scores.brier[model]:.3f}",
            "" if model != "direct_ar" else ("yes" if scores.withheld is None else "no"),
        )
        for scores in result.scores
        for model in MODELS
    )


def picture(result: Forecast) -> Picture:
    """Skill against persistence by horizon and model (Vega-Lite 5)."""
    values = [
        {"horizon": scores.horizon, "model": model, "skill": skill}
        for scores in result.scores
        for model, skill in scores.skill.items()
    ]
    title = f"{result.settings.value}: CRPS skill against persistence"
    return picture_of(
        title,
        title=title,
        width=480,
        height=240,
        data={"values": values},
        mark={"type": "line", "point": True},
        encoding={
            "x": {"field": "horizon", "type": "ordinal", "title": f"{result.source.period} periods ahead"},
            "y": {"field": "skill", "type": "quantitative", "title": "skill", "axis": {"format": "%"}},
            "color": {"field": "model", "type": "nominal", "title": None},
        },
    )
