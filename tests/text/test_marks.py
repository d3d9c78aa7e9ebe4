"""Pairing of quotation marks."""

import pytest

from rostra.text import segment
from rostra.text.marks import outermost, pair_marks


def inner(text: str) -> list[str]:
    pairs = outermost(pair_marks(text, segment(text, frozenset()).paragraphs))
    return [text[pair.inner_start : pair.inner_end] for pair in pairs]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He said “yes” and “no”.", ["yes", "no"]),
        ('He said "yes" and "no".', ["yes", "no"]),
        ("Dijo «sí» y ‹no›.", ["sí", "no"]),
        ("He wrote ``yes'' twice.", ["yes"]),
        ("Er sagte „ja“ dazu.", ["ja"]),
        ("He said ‘yes’ to Tarn’s men.", ["yes"]),
        ("He said 'yes' to Tarn's men.", ["yes"]),
        ("It's the soldiers' don't-know.", []),
        ("“He cried ‘fire’ twice,” she said.", ["He cried ‘fire’ twice,"]),
        ("«Leí “La marea” ayer», dijo.", ["Leí “La marea” ayer"]),
        ("He said ““yes”” at noon.", ["yes"]),
        ('A 24" hull and a 6\'2" hatch.', []),
        ('The tool “mixes" its marks.', ["mixes"]),
        ("A stray ” mark and “one more” word.", ["one more"]),
        ("He said: “It goes on", ["It goes on"]),
    ],
)
def test_pairs(text: str, found: list[str]) -> None:
    assert inner(text) == found


def test_an_open_mark_costs_its_own_paragraph_alone() -> None:
    assert inner("A “broken start here.\nHe said “yes” today.") == ["yes"]


def test_a_mark_taken_up_again_carries_the_quotation_over_paragraphs() -> None:
    text = "“The first part.\n“The second part,” he said."
    assert inner(text) == ["The first part.", "The second part,"]
