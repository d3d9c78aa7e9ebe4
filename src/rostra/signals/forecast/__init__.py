"""What next, with its scores against naive forecasts beside it."""

from rostra.signals.forecast.answer import Forecast, ForecastSettings, Outlook, forecast
from rostra.signals.forecast.ensembles import above, brier, crps, diebold_mariano
from rostra.signals.forecast.ledger import Terms, Words, from_text, from_tool, outcomes
from rostra.signals.forecast.rolling import Scores, scored
from rostra.signals.forecast.telling import paragraph, picture, section

__all__ = [
    "Forecast",
    "ForecastSettings",
    "Outlook",
    "Scores",
    "Terms",
    "Words",
    "above",
    "brier",
    "crps",
    "diebold_mariano",
    "forecast",
    "from_text",
    "from_tool",
    "outcomes",
    "paragraph",
    "picture",
    "scored",
    "section",
]
