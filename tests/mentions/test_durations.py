import pytest

from rostra.model import Quantity
from tests.mentions.reading import read


@pytest.mark.parametrize(
    ("text", "lang", "name"),
    [("The siege lasted six weeks.", "en", "6 weeks"), ("El cerco duró seis semanas.", "es", "6 weeks")],
)
def test_a_duration_is_a_time_with_its_length(text: str, lang: str, name: str) -> None:
    found = [mention for mention in read(text, lang) if mention.kind == "date"]
    assert [(mention.name, isinstance(mention.value, Quantity)) for mention in found] == [(name, True)]


def test_a_count_stays_a_quantity() -> None:
    assert [mention.kind for mention in read("The siege cost six barges.")] == ["quantity"]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("The gunner was 19 years old.", "en"),
        ("A 300-year-old tower fell.", "en"),
        ("The gunner, aged 19, fled.", "en"),
        ("El artillero tenía 19 años de edad.", "es"),
    ],
)
def test_an_age_is_a_quantity(text: str, lang: str) -> None:
    assert [mention.kind for mention in read(text, lang)] == ["quantity"]
