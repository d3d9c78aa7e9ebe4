"""Which sentences the tagger reads: those that may hold an attribution.

The words come from the language's pack: its cues; and from its pairs of quotation marks.
"""

from collections.abc import Iterator
from functools import cache

from rostra.kernel import Span
from rostra.rules.cues import Cues
from rostra.text import Article, Gazetteer

REACH = 0
"""Sentences read before and after one that shows a sign (docs/decisions/0032 has what each reach costs)."""
LONGEST_SENTENCE = 5000
"""Code points; a longer one is a table or an attack, and is left to the rules."""
LONGEST_STRETCH = 60_000
"""Code points read into memory at once: about fifty windows. A longer run of sentences is parted."""
LONGEST_TEXT = 2_000_000
"""Code points; a longer text is left to the rules: it is a dump, and would take minutes."""


def stretches(article: Article, reach: int = REACH) -> Iterator[tuple[Span, ...]]:
    """Runs of neighbouring sentences worth reading, in order of the text."""
    if len(article.text) > LONGEST_TEXT:
        return
    run: list[Span] = []
    for sentence, wanted in zip(article.segments.sentences, _wanted(article, reach), strict=True):
        full = run and sentence.end - run[0].start > LONGEST_STRETCH
        if run and (full or not wanted):
            yield tuple(run)
            run = []
        if wanted:
            run.append(sentence)
    if run:
        yield tuple(run)


def _wanted(article: Article, reach: int) -> list[bool]:
    sentences = article.segments.sentences
    signs = [False] * len(sentences)
    for index in _signs(article):
        for near in range(max(0, index - reach), min(len(sentences), index + reach + 1)):
            signs[near] = True
    return [sign and len(sentences[index]) <= LONGEST_SENTENCE for index, sign in enumerate(signs)]


def _signs(article: Article) -> set[int]:
    """Sentences with a cue or with a quotation or a part of one."""
    at, found = article.segments.sentence_index, set[int]()
    found.update(at(hit.start) for hit in _cue_words(article.pack.cues).find(article.searchable))
    for pair in article.quotations:
        found.update(range(max(at(pair.start), 0), at(pair.end - 1) + 1))
    return {index for index in found if index >= 0}


@cache
def _cue_words(cues: Cues) -> Gazetteer[str]:
    return Gazetteer({form: form for form in (*cues.forms, *cues.noun_forms)})
