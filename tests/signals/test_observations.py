import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from rostra.signals.observations import Article, Statement, begins, observed
from rostra.signals.periods import PERIODS, Period

MONDAY = dt.date(2025, 6, 2)


def day(number: int) -> dt.date:
    return MONDAY + dt.timedelta(days=number)


def test_articles_are_counted_not_claims() -> None:
    statements = [Statement("a", day(0), "threat", actor="Valdoria")] * 3
    (seen,) = observed(statements, [Article("a", day(0)), Article("b", day(1))], ("actor", "type"), "weekly")
    assert (seen.series, seen.count, seen.total, seen.date) == ("Valdoria/threat", 1, 2, MONDAY)


def test_a_week_with_articles_only_is_a_zero_and_one_without_is_missing() -> None:
    articles = [Article("a", day(0)), Article("b", day(7)), Article("c", day(28))]
    found = observed([Statement("a", day(0), "threat")], articles, ("type",), "weekly")
    assert [(seen.date, seen.count) for seen in found] == [(MONDAY, 1), (day(7), 0), (day(28), 0)]


def test_what_is_not_known_is_named_unknown() -> None:
    (seen,) = observed([Statement("a", MONDAY, "test")], [Article("a", MONDAY)], ("outlet", "class"), "daily")
    assert seen.series == "unknown/unknown"


@given(st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1)), st.sampled_from(PERIODS))
def test_a_period_begins_no_later_than_its_days(date: dt.date, period: Period) -> None:
    first = begins(date, period)
    assert first <= date
    assert begins(first, period) == first
