"""Finding many terms in a text at once: Aho-Corasick over the folded text, whole words only, longest first."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Generic, NamedTuple, TypeVar

from ahocorasick_rs import AhoCorasick, MatchKind

from rostra.text.folding import fold

T = TypeVar("T")


class Hit(NamedTuple, Generic[T]):
    """A term found: its place in the text and what it stands for."""

    start: int
    end: int
    value: T


class Searchable(NamedTuple):
    """A folded text made ready for every gazetteer: its marks turned into blanks, and one blank before it."""

    folded: str
    words: str


def searchable(folded: str) -> Searchable:
    """A text that `fold` made, ready to be searched."""
    return Searchable(folded, " " + _blanked(folded))


class Gazetteer(Generic[T]):
    """Terms and what each stands for. Terms are folded; two that fold alike keep the later value.

    A blank, a hyphen, an apostrophe and a full stop inside a term are one: "Su-30" finds "Su 30".
    """

    def __init__(self, terms: Mapping[str, T]) -> None:
        folded = {_blanked(fold(term)).strip(): (value, term.endswith(".")) for term, value in terms.items()}
        folded.pop("", None)
        self._values = list(folded.values())
        # The leading blank makes the automaton start at word starts alone: a tenth of the raw matches.
        self._automaton = AhoCorasick([f" {term}" for term in folded], matchkind=MatchKind.Standard)

    def find(self, text: Searchable | str, accept: Callable[[Hit[T]], bool] | None = None) -> list[Hit[T]]:
        """Terms in a text that `fold` made: whole words, in order, without overlap; the longest wins.

        `accept` may turn a hit down (by its case in the text, say) before the longest is chosen.
        """
        if not self._values:
            return []
        folded, words = searchable(text) if isinstance(text, str) else text
        hits = []
        for index, start, end in self._automaton.find_matches_as_indexes(words, overlapping=True):
            if end < len(words) and words[end].isalnum() and words[end - 1].isalnum():
                continue
            value, abbreviated = self._values[index]
            stop = end - 1 + (abbreviated and folded[end - 1 : end] == ".")
            hit = Hit(start, stop, value)
            if accept is None or accept(hit):
                hits.append(hit)
        return without_overlap(hits)


_MARK = re.compile("[" + re.escape("\n\r\t([{}])\"'“”„«»‹›¿¡!?/-—–―…:;,.<>=*_|") + "]")


def _blanked(folded: str) -> str:
    """Every mark that can stand beside or inside a word turned into a blank; no longer, no shorter."""
    return _MARK.sub(" ", folded)


def without_overlap(hits: Iterable[Hit[T]]) -> list[Hit[T]]:
    """The hits in order of the text, each longest one keeping those that overlap it out."""
    kept: list[Hit[T]] = []
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end)):
        if not kept or hit.start >= kept[-1].end:
            kept.append(hit)
    return kept
