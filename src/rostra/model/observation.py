import datetime as dt
from dataclasses import dataclass

from rostra.kernel import InvalidRecord


@dataclass(frozen=True, slots=True)
class Observation:
    """A dated count and the total that it is a share of. A day without one is missing, not zero."""

    date: dt.date
    series: str
    count: int
    total: int

    def __post_init__(self) -> None:
        if not 0 <= self.count <= self.total:
            raise InvalidRecord(f"{self.series} on {self.date}: a count of {self.count} among {self.total}")
