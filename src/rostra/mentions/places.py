"""Places that no table knows, by the words around them: "the town of X", "X (Valdoria)", "near X"."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from rostra.kernel import Span
from rostra.mentions.occurrences import occurrences
from rostra.mentions.organisations import HeadWords
from rostra.mentions.runs import Run, Taken, Word
from rostra.model import Mention
from rostra.rules import LanguagePack
from rostra.text import fold

_BY_CONTEXT = frozenset({"M320", "M323", "M324"})
_SHORT_NAME = 3
_LOOK = 16
_PLACES = frozenset({"place", "country"})


def _fold_all(words: frozenset[str]) -> frozenset[str]:
    return frozenset(map(fold, words))


def _ending(words: frozenset[str], joins: str) -> re.Pattern[str] | None:
    listed = "|".join(sorted(map(fold, words), key=len, reverse=True))
    return re.compile(rf"\b(?:{listed}){joins} \Z") if listed else None


class PlaceFinder:
    """Finds places by their context in texts of one language."""

    def __init__(self, pack: LanguagePack, words: HeadWords) -> None:
        actors = pack.actors
        joins = "|".join(sorted(map(fold, actors.words("place", "joins")), key=len, reverse=True))
        joined = rf" (?:{joins})" if joins else ""
        self._kinds = _ending(actors.words("place", "kinds"), joined)
        self._wide = _ending(actors.words("place", "wide"), joined)
        self._near = _ending(actors.words("place", "near"), "")
        tails = "|".join(sorted(actors.words("place", "tails"), key=len, reverse=True))
        self._tails = re.compile(rf" (?:{tails})\b", re.IGNORECASE) if tails else None
        self._words = words
        closed = pack.words
        self._closed = _fold_all(
            closed.prepositions
            | closed.conjunctions
            | closed.relatives
            | closed.auxiliaries
            | closed.determiners
        )
        self._particles = actors.words("particles") | {"of"}

    def described(self, text: str, folded: str, runs: Sequence[Run], taken: Taken) -> Iterator[Mention]:
        """Places that a noun for a kind of place introduces, or a state in brackets follows."""
        for run in runs:
            tail = self._tails.match(text, run.end) if self._tails else None
            if tail and (start := self._last_group(run, taken)) is not None:
                yield _mention(text, start, tail.end(), "M321")
                continue
            before = folded[max(0, run.start - 34) : run.start]
            wide = self._wide.search(before) if self._wide else None
            if wide:
                yield _mention(text, run.start - len(before) + wide.start(), self._name_end(run), "M322")
            elif taken.at(run.start, self._name_end(run)) is None and self._introduced(
                text, before, run, taken
            ):
                yield _mention(text, run.start, self._name_end(run), "M323")

    def near(self, folded: str, text: str, runs: Sequence[Run], taken: Taken) -> Iterator[Mention]:
        """Places by a preposition alone: the weakest evidence, asked last."""
        for run in runs:
            before = folded[max(0, run.start - 12) : run.start]
            if (
                self._near
                and self._near.search(before)
                and self._unknown(run, taken)
                and self._ends(folded, run)
            ):
                yield _mention(text, run.start, self._name_end(run), "M324")

    def _introduced(self, text: str, before: str, run: Run, taken: Taken) -> bool:
        if self._kinds and self._kinds.search(before):
            return any(not word.small and word.folded not in self._words.stop for word in run.words)
        bracketed = text[run.end : run.end + 2] == " (" and taken.at(run.end + 2, run.end + 3)
        if not bracketed or bracketed.kind not in _PLACES:
            return False
        closed = text[bracketed.span.end : bracketed.span.end + 1] == ")"
        return closed and not any(word.folded in self._words.stop for word in run.words if not word.small)

    def _unknown(self, run: Run, taken: Taken) -> bool:
        if taken.at(run.start, run.end) is not None or run.words[0].text.isupper():
            return False
        return not any(self._is_common(word) for word in run.words)

    def _ends(self, folded: str, run: Run) -> bool:
        """Whether no noun follows that the capitalised word would describe: "in Valdorist circles"."""
        after = folded[run.end : run.end + _LOOK].split()
        return (
            not after
            or not after[0][0].isalpha()
            or folded[run.end : run.end + 1] != " "
            or after[0] in self._closed
        )

    def _is_common(self, word: Word) -> bool:
        words = self._words
        folded = word.folded
        return not word.small and (
            folded in words.stop or folded in words.titles or folded in words.kinds or word.text[0].isdigit()
        )

    def _last_group(self, run: Run, taken: Taken) -> int | None:
        """Start of the words after the last small one; None where they are a state or no name."""
        group = list(takewhile(lambda word: not word.small, reversed(run.words)))
        common = not group or group[-1].folded in self._words.stop
        state = all(taken.kind_at(word) == "country" for word in group)
        return None if common or state else group[-1].start

    def _name_end(self, run: Run) -> int:
        end = run.start
        for word in run.words:
            if word.small and word.folded not in self._particles:
                break
            if not word.small:
                end = word.end
        return end


def again(text: str, found: Sequence[Mention], taken: Taken) -> Iterator[Mention]:
    """Other occurrences of the places that only their context made places."""
    names = {
        mention.name for mention in found if mention.rule in _BY_CONTEXT and len(mention.name) > _SHORT_NAME
    }
    for start, end in occurrences(text, sorted(names)):
        if taken.at(start, end) is None:
            yield _mention(text, start, end, "M325")


def _mention(text: str, start: int, end: int, rule: str) -> Mention:
    span = Span(start, end)
    return Mention(span, "place", span.of(text), rule)
