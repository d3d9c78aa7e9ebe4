import datetime as dt

from rostra.signals.costs import balances, paragraph, section
from rostra.signals.observations import Statement

JAN, FEB = dt.date(2025, 1, 20), dt.date(2025, 2, 3)


def said(document: str, level: int | None, day: dt.date = JAN, actor: str | None = "Valdoria") -> Statement:
    return Statement(document, day, "threat", actor=actor, level=level)


def test_words_and_acts_are_articles_not_claims() -> None:
    (found,) = balances([said("a", 0), said("a", 0), said("b", 1), said("b", 3)], "monthly")
    assert (found.rhetoric, found.acts, found.highest, found.by_level) == (2, 1, 3, (1, 1, 0, 1, 0, 0))


def test_each_period_stands_alone() -> None:
    assert [each.date for each in balances([said("a", 0), said("b", 5, FEB)], "monthly")] == [
        dt.date(2025, 1, 1),
        dt.date(2025, 2, 1),
    ]


def test_nobody_s_claims_count_for_nobody() -> None:
    assert balances([said("a", 3, actor=None), said("b", None)], "monthly") == ()


def test_a_section_tells_words_and_acts() -> None:
    told = section(balances([said("a", 0), said("b", 5)], "weekly"))
    assert told.rows == (("Valdoria", "2025-01-20", "1", "1", "use"),)
    assert "no sum" in told.paragraph


def test_nothing_is_said_to_be_nothing() -> None:
    assert paragraph(()).startswith("No claim with a known holder")
