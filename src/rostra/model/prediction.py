import datetime as dt
import math
from dataclasses import dataclass
from typing import Literal

from rostra.kernel import InvalidRecord, Span, content_id

PredictionOrigin = Literal["text", "tool"]


@dataclass(frozen=True, slots=True)
class Prediction:
    """What was said of a period before it came: that a series will be over a threshold then.

    `series` is the name of the column, `total` that of the volume it is a share of (None: the values themselves), and
    `threshold` is in its units. `made` is the last day that was known, `due` the first day of the period. A text that
    gives no probability has none; `base_rate` is how often the event happened before. `document` and `span` point to
    the words in a case.
    """

    statement: str
    origin: PredictionOrigin
    series: str
    made: dt.date
    due: dt.date
    threshold: float
    probability: float | None = None
    base_rate: float | None = None
    total: str | None = None
    document: str | None = None
    span: Span | None = None

    def __post_init__(self) -> None:
        if self.due <= self.made:
            raise InvalidRecord(
                f"a prediction comes before its period; {self.made} does not precede {self.due}"
            )
        for rate in (self.probability, self.base_rate):
            if rate is not None and not 0 <= rate <= 1:
                raise InvalidRecord(f"a probability lies between 0 and 1; {rate} does not")
        if not math.isfinite(self.threshold):
            raise InvalidRecord(f"a threshold is a number; {self.threshold} is none")

    @property
    def id(self) -> str:
        """The same for the same words on the same period, whoever stores them."""
        terms = (self.statement, self.origin, self.series, self.total, self.document)
        return content_id(
            "p", *terms, self.made.isoformat(), self.due.isoformat(), self.threshold, self.probability
        )


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a prediction: the value of its period, and the file (SHA-256) that it was read from."""

    prediction: str
    value: float
    happened: bool
    sha256: str

    def brier(self, probability: float | None) -> float | None:
        """The squared distance of a probability from what happened; None for none."""
        return None if probability is None else (probability - float(self.happened)) ** 2
