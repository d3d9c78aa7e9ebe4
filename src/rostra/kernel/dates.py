"""A date as far as it is known: "October 2025" is an interval of days, not its first one."""

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from typing import Literal

from rostra.kernel.errors import InvalidRecord

DateEvidence = Literal["given", "metadata", "text", "url"]

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:[T ].*)?")


@dataclass(frozen=True, slots=True)
class PartialDate:
    """An interval of days, both ends included, and what it was read from.

    `given` by the user, `metadata` of a page, its `text`, or its `url`.
    """

    first: dt.date
    last: dt.date
    evidence: DateEvidence = "given"

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise InvalidRecord(f"a date interval runs forward; {self.first} to {self.last} does not")

    @classmethod
    def day(cls, day: dt.date, evidence: DateEvidence = "given") -> "PartialDate":
        """A date known to the day."""
        return cls(day, day, evidence)

    @classmethod
    def month(cls, year: int, month: int, evidence: DateEvidence = "given") -> "PartialDate":
        """A date known to the month."""
        return cls(
            dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1]), evidence
        )

    @classmethod
    def year(cls, year: int, evidence: DateEvidence = "given") -> "PartialDate":
        """A date known to the year."""
        return cls(dt.date(year, 1, 1), dt.date(year, 12, 31), evidence)

    @classmethod
    def parse(cls, text: str, evidence: DateEvidence = "given") -> "PartialDate | None":
        """Reads 2025, 2025-10, 2025-10-25 (a time after it is dropped) and FIRST/LAST; None for anything else."""
        first, slash, last = text.strip().partition("/")
        if slash:
            if "/" in last:
                return None
            head, tail = cls.parse(first, evidence), cls.parse(last, evidence)
            return cls(head.first, tail.last, evidence) if head and tail and head.first <= tail.last else None
        match = _ISO.fullmatch(first)
        if not match:
            return None
        year, month, day = (int(group) if group else None for group in match.groups())
        try:
            if day and month and year:
                return cls.day(dt.date(year, month, day), evidence)
            return cls.month(year or 0, month, evidence) if month else cls.year(year or 0, evidence)
        except ValueError:
            return None

    @property
    def is_day(self) -> bool:
        """Whether the day itself is known."""
        return self.first == self.last

    def __str__(self) -> str:
        first, last = self.first, self.last
        if first == last:
            return first.isoformat()
        if (first.day, first.month, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
            return f"{first.year:04d}"
        if first.day == 1 and last == PartialDate.month(first.year, first.month).last:
            return f"{first.year:04d}-{first.month:02d}"
        return f"{first.isoformat()}/{last.isoformat()}"
