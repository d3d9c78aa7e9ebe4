"""A language's number words made ready for reading: folded, classed, with an automaton that finds them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from ahocorasick_rs import AhoCorasick

from rostra.rules.numbers import Bound, NumberWords
from rostra.rules.units import load_symbols
from rostra.text import fold

WordClass = Literal["unit", "ten", "closed", "hundreds", "hundred", "scale", "group", "half"]

_LEADS = " \n\t\r([-/\"'“‘«—…>:,.;¿¡*_"
"""What may stand before a number word. The lead is part of the pattern: "often" never wakes "ten"."""


@dataclass(frozen=True, slots=True, eq=False)
class NumberLexicon:
    """Number words by class and value, and every closed list folded into a set or table."""

    words: NumberWords
    classes: Mapping[str, tuple[WordClass, int]]
    denominators: Mapping[str, int]
    denominators_one: Mapping[str, int]
    bounds_before: Mapping[tuple[str, ...], Bound]
    bounds_after: Mapping[tuple[str, ...], Bound]
    bound_ends: frozenset[str]
    """Last words of the bounds before a number."""

    follows_digits: frozenset[str]
    """Words that may belong to the number whose digits stand before them."""

    range_middles: frozenset[str]
    range_openers: frozenset[str]
    year_words: frozenset[str]
    determiners: frozenset[str]
    hyphened: frozenset[str]
    range_pairs: frozenset[tuple[str, str]]
    labels: frozenset[str]
    articles: frozenset[str]
    joiners: frozenset[str]
    of: frozenset[str]
    plus: frozenset[str]
    changes: frozenset[str]
    lone: frozenset[str]
    standalone: frozenset[str]
    halves: frozenset[str]
    suffixes: Mapping[str, int]
    gate: AhoCorasick


@cache
def number_lexicon(words: NumberWords) -> NumberLexicon:
    """The lexicon of a language; made once for each pack."""
    classes = _classes(words)
    before = _bounds(words.bounds, "before")
    return NumberLexicon(
        words=words,
        classes=classes,
        denominators=_folded(words.denominators),
        denominators_one=_folded(words.denominators_one),
        bounds_before=before,
        bounds_after=_bounds(words.bounds, "after"),
        bound_ends=frozenset(phrase[-1] for phrase in before),
        follows_digits=_set(
            {*classes, *words.joiners, *words.plus, *words.points}
            | {*words.denominators, *words.denominators_one}
        ),
        range_middles=_set(frame.middle for frame in words.ranges),
        range_openers=_set(frame.open for frame in words.ranges if frame.between),
        year_words=_set(words.year_words),
        determiners=_set(words.determiners),
        hyphened=_set(words.hyphened),
        range_pairs=frozenset((fold(frame.open), fold(frame.middle)) for frame in words.ranges),
        labels=_set(words.labels.words),
        articles=_set(words.articles),
        joiners=_set(words.joiners),
        of=_set(words.of),
        plus=_set(words.plus),
        changes=_set(words.changes),
        lone=_set(words.lone.words),
        standalone=_set(words.standalone),
        halves=_set(words.halves),
        suffixes={mark: s.factor for s in load_symbols().suffixes for mark in s.letters if not s.money},
        gate=_gate(words, classes),
    )


def word_starts(lexicon: NumberLexicon, folded: str) -> list[int]:
    """Where number words start in a folded text, in order; some may be inside a longer word's first letters."""
    # The blank before the text is a lead for its first word; it shifts every index by one, as does the lead itself.
    return [start for _, start, _ in lexicon.gate.find_matches_as_indexes(" " + folded)]


def _classes(words: NumberWords) -> dict[str, tuple[WordClass, int]]:
    classes: dict[str, tuple[WordClass, int]] = {}
    for word, value in words.cardinals.items():
        classes[fold(word)] = (_cardinal_class(value), value)
    for name, table in (("hundred", words.hundred), ("scale", words.scales), ("group", words.groups)):
        for word, value in table.items():
            classes[fold(word)] = (name, value)  # type: ignore[assignment]  # names are WordClass members
    for word in words.halves:
        classes[fold(word)] = ("half", 2)
    return classes


def _cardinal_class(value: int) -> WordClass:
    if value < 10:
        return "unit"
    if value >= 100:
        return "hundreds"
    return "ten" if value >= 20 and value % 10 == 0 else "closed"


def _gate(words: NumberWords, classes: Mapping[str, tuple[WordClass, int]]) -> AhoCorasick:
    needs_number = {"scale", "group", "hundred"}
    starters = {word for word, (name, _) in classes.items() if name not in needs_number}
    starters |= {fold(word) for word in words.standalone}
    counted = [word for word, (name, _) in classes.items() if name in needs_number]
    starters |= {f"{fold(article)} {word}" for article in words.articles for word in counted}
    starters |= {f"{fold(a)} {fold(word)}" for a in words.articles for word in words.denominators_one}
    starters |= {fold(word) for word in words.denominators_one if word == "quarter"}
    starters |= {f"{word} {scale}" for word in words.hundred for scale in words.scales}
    starters |= {fold(word) for word in words.twice}
    return AhoCorasick([lead + word for word in sorted(starters) for lead in _LEADS])


def _bounds(bounds: Iterable[Bound], side: str) -> dict[tuple[str, ...], Bound]:
    return {tuple(fold(bound.phrase).split()): bound for bound in bounds if bound.side == side}


def _folded(table: Mapping[str, int]) -> dict[str, int]:
    return {fold(word): value for word, value in table.items()}


def _set(words: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(word) for word in words)
