"""Ships by name: after a navy's prefix ("USS …", "ARA …") or after the noun for their class."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from rostra.data.equipment import Catalogue
from rostra.kernel import Span
from rostra.mentions.equipment_page import Page
from rostra.mentions.equipment_phrase import Company, Phrase
from rostra.model import Mention
from rostra.text import fold

_WORD = r"[^\W\d_a-zà-ÿа-я][\w'’-]*\.?"
_JOINT = r"(?:(?:de la|de los|del|de|y|of the|of|van|da|do) )?"
_NAME = re.compile(rf"{_WORD}(?: {_JOINT}{_WORD}| \d{{1,2}}\b){{0,3}}")
_HULL = re.compile(r" ?\((?:[A-Z]{1,5}[ -]?\d{1,4}|\d{2,4})\)|,? [A-Z]{2,4}-\d{1,4}\b")
_QUOTED = re.compile(r" [\"“«‘']([^\"”»’'\n]{2,40})[\"”»’']")
_BLANK = re.compile(r" ")
NAMED_CLASSES = frozenset(
    {"warship", "carrier", "cruiser", "destroyer", "frigate", "corvette", "patrol_boat", "missile_boat"}
    | {"landing_ship", "minesweeper", "submarine", "auxiliary_ship"}
)
SEA = 400
"""How far the arms may stand that tell a ship's prefix from another abbreviation ("INS", "ARC")."""


@cache
def _prefixes(texts: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(map(re.escape, texts), key=len, reverse=True)
    return re.compile(rf"\b({'|'.join(longest_first)}) [\"“«]?(?=[^\W\d_a-z])")


def prefixed_ships(
    page: Page, catalogue: Catalogue, phrases: Iterable[Phrase], company: Company, stop_words: frozenset[str]
) -> Iterator[Mention]:
    """Ships like "USS Fort Kestrel" or "ARA Almirante Vega (D-99)": prefix, name, hull number, a noun after them."""
    prefixes = {prefix.text: prefix for prefix in catalogue.naming.ship_prefixes}
    if not any(f"{prefix} " in page.text for prefix in prefixes):
        return
    nouns = {phrase.start: phrase.stop for phrase in phrases if phrase.class_id in NAMED_CLASSES}
    for match in _prefixes(tuple(prefixes)).finditer(page.text):
        name = _ship_name(page.text, match.end(), stop_words)
        if name is None:
            continue
        start, stop = match.start(1), name.end
        if prefixes[match[1]].ordinary and (
            _capitals(name.of(page.text)) or not company.near(start, stop, SEA)
        ):
            continue
        opened = page.text[match.end(1) : match.end()].strip()
        stop += bool(opened) and page.text[stop : stop + 1] in {'"', "”", "»"}
        hull = _HULL.match(page.text, stop)
        written = f"{match[1]} {name.of(page.text)}"
        stop = hull.end() if hull else stop
        if page.text[stop : stop + 1] == " ":
            stop = nouns.get(stop + 1, stop)
        yield _ship(Span(start, stop), written, "M530")


def _capitals(name: str) -> bool:
    """Whether it opens with a word in capitals, as headlines do ("IN ITS TRACKS")."""
    first = name.partition(" ")[0]
    return len(first) > 3 and first.isupper()


def _ship_name(text: str, at: int, stop_words: frozenset[str]) -> Span | None:
    """The capitalised words from here on, up to one that never names a ship."""
    match = _NAME.match(text, at)
    if not match:
        return None
    end = at
    for word in re.finditer(r"[^ ]+", match[0]):
        if fold(word[0]).strip(".'") in stop_words and word[0][0].isupper():
            break
        if word[0][0].isupper() or word[0][0].isdigit():
            end = at + word.end()
    while end > at and text[end - 1] in ".'’-" and not re.search(r"\b[A-Z]\.$", text[at:end]):
        end -= 1
    for possessive in ("'s", "’s"):
        if text.endswith(possessive, at, end):
            end -= len(possessive)
    return Span(at, end) if end > at + 1 else None


def named_ships(page: Page, phrases: Iterable[Phrase], stop_words: frozenset[str]) -> Iterator[Mention]:
    """A noun for one ship in lower case, then a name: "the frigate Almirante Vega"."""
    for phrase in phrases:
        if phrase.class_id not in NAMED_CLASSES or phrase.plural or not page.text[phrase.start].islower():
            continue
        quoted = _QUOTED.match(page.text, phrase.stop)
        if quoted and quoted[1][0].isupper():
            yield _ship(Span(phrase.start, quoted.end()), quoted[1], "M531")
        elif _BLANK.match(page.text, phrase.stop):
            name = _ship_name(page.text, phrase.stop + 1, stop_words)
            if name is not None:
                yield _ship(Span(phrase.start, name.end), name.of(page.text), "M531")


def _ship(span: Span, name: str, rule: str) -> Mention:
    return Mention(span=span, kind="equipment", name=name, rule=rule, equipment_class="platform")
