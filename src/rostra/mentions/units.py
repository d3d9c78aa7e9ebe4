"""What follows a number: a unit of measure, money, or the noun that is counted."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple, TypeVar

from rostra.rules.units import UnitWords
from rostra.text import fold

T = TypeVar("T")
_PHRASE = re.compile(r"[^\W\d_]+\.?(?:[ /-][^\W\d_]+\.?){0,3}")
_NOUN = re.compile(r"(?: {1,4}|-| ?[\"“”'«»(] ?)([^\W\d_][^\W_.]*(?:\.[^\W\d_]\.?)*|[^\W_]+-[^\W_]+)")
_MAX_WORDS = 6
_SYMBOL = r"[ \u00a0\u2009\u202f-]?({0})(?![\w²³]|/\w|-[A-Z\d])|[ ]?[(\[{{<]({0})[)\]}}>]"
_SUFFIX = r"(?: {{0,2}}(?={0}\s*(?:$|[.;,)\n]))|(?={0}(?![\w²³/-])))({0})"
"""A factor's letters glued to the number; after a blank only at the end of a clause ("9 B-52" is no 9 billion)."""


class Measure(NamedTuple):
    """A unit found: canonical name, kind of dimension ("money" for currencies), where it ends."""

    name: str
    kind: str
    end: int


@dataclass(frozen=True, slots=True, eq=False)
class UnitLexicon:
    """A language's units made ready: symbols as patterns, names and nouns as tables."""

    symbols: re.Pattern[str]
    symbol_units: Mapping[str, tuple[str, str]]
    names: Mapping[str, tuple[str, str]]
    money_names: Mapping[str, str]
    after_money: re.Pattern[str]
    after_codes: Mapping[str, str]
    before_money: re.Pattern[str]
    before_codes: Mapping[str, str]
    suffixes: Mapping[str, tuple[int, bool]]
    suffix: re.Pattern[str]
    one: Mapping[str, str]
    many: Mapping[str, str]
    endings: tuple[str, ...]
    old: re.Pattern[str]
    links: frozenset[str]
    stops: frozenset[str]
    before: Mapping[str, str]
    before_noun: frozenset[str]
    inserted: frozenset[str]
    noun_last: bool
    doubtful: frozenset[str]
    paying: frozenset[str]


@cache
def unit_lexicon(units: UnitWords, links: tuple[str, ...], noun_last: bool) -> UnitLexicon:
    """The lexicon of a language; `links` are its words for "of" and its articles."""
    shared = units.symbols
    kinds = {name: unit.kind for name, unit in shared.units.items()}
    symbol_units = {
        symbol: (unit.name, unit.kind) for unit in shared.units.values() for symbol in unit.symbols
    }
    before = {mark: row.name for row in shared.currencies for mark in row.before}
    after = {mark: row.name for row in shared.currencies for mark in row.after}
    suffixes = {mark: (row.factor, row.money) for row in shared.suffixes for mark in row.letters}
    return UnitLexicon(
        symbols=re.compile(_SYMBOL.format(_either(symbol_units))),
        symbol_units=symbol_units,
        names={fold(n): (name, kinds[name]) for name, names in units.measures.items() for n in names},
        money_names={fold(n): code for code, names in units.money.items() for n in names},
        after_money=re.compile(f"[ \u00a0]?([MmKk]?)({_either(after)})(?!\\w)"),
        after_codes=after,
        before_money=re.compile(f"(?<![^\\W\\d_])([MmKk]?)({_either(before)})[ \u00a0]?$"),
        before_codes=before,
        suffixes=suffixes,
        suffix=re.compile(_SUFFIX.format(f"(?:{_either(suffixes)})")),
        one=_nouns((row.one, row.unit) for row in units.counted),
        many=_nouns((row.many, row.unit) for row in units.counted),
        endings=tuple(ending for row in units.counted for ending in row.endings),
        old=re.compile(f"[ -](?:{_either(fold(o) for o in units.old)})\\b")
        if units.old
        else re.compile("(?!)"),
        links=frozenset(fold(link) for link in links),
        stops=frozenset(fold(word) for word in units.stops),
        inserted=frozenset(fold(word) for word in units.inserted),
        before_noun=frozenset(fold(word) for word in units.before_noun),
        before={fold(word): name for name, words in units.before.items() for word in words},
        noun_last=noun_last,
        doubtful=frozenset(map(fold, units.doubtful)),
        paying=frozenset(map(fold, units.paying)),
    )


def _either(marks: Iterable[str]) -> str:
    return "|".join(re.escape(mark) for mark in sorted(set(marks), key=len, reverse=True))


def _nouns(rows: Iterable[tuple[tuple[str, ...], str]]) -> dict[str, str]:
    return {fold(noun): unit for nouns, unit in rows for noun in nouns}


def measure_after(
    text: str, folded: str, end: int, lexicon: UnitLexicon, *, linked: bool = False
) -> Measure | None:
    """The unit that stands right after a number; `linked` allows "of a" and "de" between."""
    match = lexicon.symbols.match(text, end)
    found = named_after(folded, end, lexicon.names, lexicon.links if linked else lexicon.inserted)
    if match and (found is None or found[1] <= match.end()):
        name, kind = lexicon.symbol_units[match[1] or match[2]]
        return Measure(name, kind, match.end())
    if found is None:
        return None
    (name, kind), stop = found
    old = lexicon.old.match(folded, stop) if kind == "time" else None
    return Measure(name, kind, old.end() if old else stop)


def named_after(folded: str, end: int, names: Mapping[str, T], links: frozenset[str]) -> tuple[T, int] | None:
    """The longest name of a table that starts after a blank or a hyphen, and where it ends."""
    if folded[end : end + 1] not in {" ", "-"} and not folded[end : end + 1].isalpha():
        return None
    at = end + (not folded[end].isalpha())
    while folded[at : at + 1] == " " and at < end + 3:
        at += 1
    for _ in range(3):
        match = _PHRASE.match(folded, at)
        if match is None:
            return None
        found = _longest(match[0], names)
        if found:
            return found[0], at + found[1]
        word = match[0].partition(" ")[0]
        if word not in links:
            return None
        at += len(word) + 1
    return None


def _longest(phrase: str, names: Mapping[str, T]) -> tuple[T, int] | None:
    """The value of the longest head of the phrase that the table has, and its length."""
    while phrase:
        for form in (phrase, phrase.replace("-", " "), phrase.rstrip(".")):
            if form in names:
                return names[form], len(form)
        cut = max(phrase.rfind(" "), phrase.rfind("-"), phrase.rfind("/"))
        if cut < 0:
            return None
        phrase = phrase[:cut]
    return None


def counted_after(text: str, folded: str, end: int, value: float, lexicon: UnitLexicon) -> str:
    """The unit that the counted noun gives, "items" where it is none we know.

    In languages whose noun closes its phrase, adjectives and nationalities before it are stepped over.
    """
    nouns = lexicon.one if value == 1 or folded[end : end + 1] == "-" else lexicon.many
    last_capital = ""
    for at, word in _words_after(folded, end):
        if word in nouns:
            return nouns[word]
        pair = _NOUN.match(folded, at + len(word))
        if pair and f"{word} {pair[1]}" in nouns:
            return nouns[f"{word} {pair[1]}"]
        if word in lexicon.stops:
            break
        last_capital = word if text[at].isupper() else ""
        if not last_capital and _closes_phrase(word, lexicon):
            break
    return "people" if last_capital and value != 1 and last_capital.endswith(lexicon.endings) else "items"


def _words_after(folded: str, end: int) -> Iterable[tuple[int, str]]:
    at = end
    for count in range(_MAX_WORDS):
        match = _NOUN.match(folded, at)
        if match is None or (count == 0 and folded[at : at + 1] == "-" and match[1] == ""):
            return
        yield match.start(1), match[1]
        at = match.end()


def _closes_phrase(word: str, lexicon: UnitLexicon) -> bool:
    """Whether an unknown word is likely the counted noun itself, so that no noun further on is."""
    if not lexicon.noun_last:
        return word not in lexicon.before_noun
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "ous", "'s", "us"))


def unit_before(folded: str, start: int, lexicon: UnitLexicon) -> tuple[str, int] | None:
    """The unit that the word before a number gives, and where it starts: "age 30", "Mach 2"."""
    match = _WORD_BEFORE.search(folded, max(0, start - 16), start)
    name = lexicon.before.get(match[1]) if match else None
    return (name, match.start(1)) if match and name else None


def tells_age(words: str, lexicon: UnitLexicon) -> bool:
    """Whether a number with its unit of time, folded, says how old somebody is: "14 years old", "aged 14"."""
    return lexicon.old.search(words) is not None or words.partition(" ")[0] in lexicon.before


_WORD_BEFORE = re.compile(r"([^\W\d_]+) {1,2}$")


def known_noun_after(folded: str, end: int, lexicon: UnitLexicon) -> bool:
    """Whether a noun that is counted, equipment too, follows within its phrase."""
    for _, word in _words_after(folded, end):
        if word in lexicon.many:
            return True
        if word in lexicon.stops:
            return False
    return False
