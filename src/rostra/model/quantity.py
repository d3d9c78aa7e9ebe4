from dataclasses import dataclass
from typing import Literal

from rostra.kernel import InvalidRecord, Span

Modifier = Literal["exact", "about", "at_least", "at_most", "between"]
Number = int | float


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as it was said: an interval with a unit, one side of it possibly open (None).

    exact and about: low equals high. at_least: high is open. at_most: low is open. between: both are given.
    `unit` is "items" for a bare count, else a plain unit ("m", "km", "USD", "percent", "people", "battalions").
    """

    low: Number | None
    high: Number | None
    unit: str
    modifier: Modifier
    span: Span

    def __post_init__(self) -> None:
        if not self._lawful():
            raise InvalidRecord(f"{self.modifier} does not fit the interval {self.low}..{self.high}")

    def _lawful(self) -> bool:
        low, high = self.low, self.high
        if self.modifier == "at_least":
            return low is not None and high is None
        if self.modifier == "at_most":
            return low is None and high is not None
        if low is None or high is None:
            return False
        return low == high if self.modifier in {"exact", "about"} else low <= high

    @property
    def name(self) -> str:
        """Number and unit in plain form: `5000`, `2000 m`, `20..30 aircraft`, `>=5000`, `<=30`."""
        number = self._number()
        return number if self.unit == "items" else f"{number} {self.unit}"

    def _number(self) -> str:
        if self.low is None:
            return f"<={plain(self.high)}"
        if self.high is None:
            return f">={plain(self.low)}"
        return plain(self.low) if self.low == self.high else f"{plain(self.low)}..{plain(self.high)}"


def plain(number: Number | None) -> str:
    """A number without exponent or trailing zeros; empty for None."""
    if number is None:
        return ""
    if isinstance(number, int) or float(number).is_integer():
        return str(int(number))
    return f"{number:.6f}".rstrip("0").rstrip(".")
