"""Who speaks in a document: a letter, a colour and a line style each, so that colour is never the only sign."""

from collections import Counter
from dataclasses import dataclass

from rostra.model import Document, Quote
from rostra.report.records import words_of

COLOURS = 6
LINES = 5
"""Six colours and five line styles have no common factor: thirty speakers before a pair repeats."""

UNNAMED = "unnamed source"


@dataclass(frozen=True, slots=True)
class Speaker:
    """A speaker as the legend shows it. `style` is the pair of classes for colour and line."""

    name: str
    letter: str
    style: str
    quotes: int


def speaker_label(document: Document, quote: Quote) -> str:
    """The speaker's name, else the words that the text uses, else a word for nobody."""
    return quote.speaker_name or words_of(document, quote.speaker) or UNNAMED


def speakers_of(document: Document, quotes: tuple[Quote, ...]) -> dict[str, Speaker]:
    """Speakers by label, in the order in which they are first quoted."""
    ordered = sorted(quotes, key=lambda quote: (quote.content.start, quote.content.end))
    counts = Counter(speaker_label(document, quote) for quote in ordered)
    return {
        name: Speaker(name, letter(index), f"s{index % COLOURS} l{index % LINES}", number)
        for index, (name, number) in enumerate(counts.items())
    }


def letter(index: int) -> str:
    """A to Z, then AA, AB and so on."""
    head, tail = divmod(index, 26)
    return (letter(head - 1) if head else "") + chr(ord("A") + tail)
