import pytest

from rostra.kernel import PartialDate, Span
from rostra.model import Claim, Equipment, Modifier, Number, Quantity
from rostra.report.wording import grouped, headline, interval, lead, near, quantity, years


@pytest.mark.parametrize(("number", "words"), [(5000, "5,000"), (0.5, "0.5"), (-1200, "−1,200"), (None, "")])
def test_thousands_are_parted(number: Number | None, words: str) -> None:
    assert grouped(number) == words


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (1, 1, "1"),
        (20, 30, "20–30"),
        (5, None, "at least 5"),
        (None, 30, "up to 30"),
        (None, None, "unknown"),
    ],
)
def test_an_interval_in_words(low: Number | None, high: Number | None, words: str) -> None:
    assert interval(low, high) == words


@pytest.mark.parametrize(
    ("low", "high", "unit", "modifier", "words"),
    [
        (5000, 5000, "items", "about", "about 5,000"),
        (None, 30, "km", "at_most", "up to 30 km"),
        (5, None, "items", "at_least", "at least 5"),
        (20, 30, "aircraft", "between", "20–30 aircraft"),
    ],
)
def test_a_quantity_in_words(
    low: Number | None, high: Number | None, unit: str, modifier: Modifier, words: str
) -> None:
    assert quantity(Quantity(low, high, unit, modifier, Span(0, 1))) == words


def test_a_claim_in_a_line() -> None:
    number = Quantity(6000, 6000, "items", "exact", Span(0, 1))
    fact = Claim("d", "possession", Span(0, 1), "C1", 1.0, "Valdoria", None, Equipment("Igla-S"), number)
    assert headline(fact) == "Valdoria — 6,000 × Igla-S"


@pytest.mark.parametrize(("date", "words"), [("2014", "2014"), ("2014-03/2015-01", "2014–2015")])
def test_years_of_an_interval(date: str, words: str) -> None:
    parsed = PartialDate.parse(date)
    assert parsed
    assert years(parsed) == words


@pytest.mark.parametrize(
    ("relation", "first", "rest"),
    [("One; two; three.", "One.", "two; three."), ("One alone.", "One alone.", "")],
)
def test_the_first_clause_of_a_relation_leads(relation: str, first: str, rest: str) -> None:
    assert lead(relation) == (first, rest)


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("/home/ada/articles/a.txt", "a.txt"),
        ("C:\\desk\\a.txt", "a.txt"),
        ("a.txt", "a.txt"),
        ("https://x.example/a/b", "https://x.example/a/b"),
    ],
)
def test_a_page_tells_little_of_its_makers_disk(source: str, shown: str) -> None:
    assert near(source) == shown
