"""Counts of arms whose noun names people too: "24 Rafale fighters" are aircraft, "300 fighters" are people."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from rostra.mentions.quantities_scene import Scene, scene_of
from rostra.mentions.units import UnitLexicon
from rostra.model import Mention, Quantity
from rostra.text import Article

_REACH = 32
_WORD = re.compile(r"[^\W\d_]+")
_PHRASE = re.compile(r"[ -](?:[^\W\d_]+[ -]){0,3}")


def arms_as_items(
    article: Article, quantities: Iterable[Mention], equipment: Iterable[Mention]
) -> Iterator[Mention]:
    """The quantities; "people" whose noun belongs to the name of arms become "items"."""
    scene = scene_of(article.text, article.folded, article.pack)
    ends = {mention.span.start: mention.span.end for mention in equipment}
    for mention in quantities:
        value = mention.value
        if isinstance(value, Quantity) and value.unit == "people" and _counts_arms(scene, mention, ends):
            counted = replace(value, unit="items")
            yield replace(mention, value=counted, name=counted.name)
        else:
            yield mention


def _counts_arms(scene: Scene, mention: Mention, ends: dict[int, int]) -> bool:
    """Whether arms with a noun of people in their name follow within the phrase that is counted."""
    end = mention.span.end
    start = next((at for at in range(end, end + _REACH) if at in ends), None)
    if start is None or not _PHRASE.fullmatch(scene.folded, end, start):
        return False
    between = _WORD.findall(scene.folded, end, start)
    if any(word in scene.units.stops or _is_people(scene.units, word) for word in between):
        return False
    return any(_is_people(scene.units, word) for word in _WORD.findall(scene.folded, start, ends[start]))


def _is_people(units: UnitLexicon, word: str) -> bool:
    return "people" in {units.many.get(word), units.one.get(word)}
