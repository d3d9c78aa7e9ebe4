"""Statistics of dated counts whose error rates are known: typed records in, typed records out, no case needed.

Here is what all analyses share; each analysis is a room of its own: `from rostra.signals.escalation import escalation`.
"""

from rostra.signals.dice import dice
from rostra.signals.families import benjamini_hochberg, holm
from rostra.signals.periods import PERIODS, Period
from rostra.signals.reading import Layout, read_series
from rostra.signals.results import Picture, Section, Source, plain
from rostra.signals.series import FloatArray, Series, SeriesTable, log_share, series_of

__all__ = [
    "PERIODS",
    "FloatArray",
    "Layout",
    "Period",
    "Picture",
    "Section",
    "Series",
    "SeriesTable",
    "Source",
    "benjamini_hochberg",
    "dice",
    "holm",
    "log_share",
    "plain",
    "read_series",
    "series_of",
]
