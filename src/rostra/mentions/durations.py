"""How long is a time, how old is a count.

Durations join the dates (as TIMEX3 and re3d have it), their length as the value; an age stays a quantity (as re3d
and the number recognisers have it).
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from rostra.mentions.quantities_scene import Scene, scene_of
from rostra.mentions.units import tells_age
from rostra.model import Mention, Quantity
from rostra.rules.units import load_symbols
from rostra.text import Article


def durations_as_dates(article: Article, mentions: Iterable[Mention]) -> Iterator[Mention]:
    """The mentions, each length of time as a mention of kind date."""
    scene = scene_of(article.text, article.folded, article.pack)
    for mention in mentions:
        yield replace(mention, kind="date", rule="N330") if _is_duration(mention, scene) else mention


def _is_duration(mention: Mention, scene: Scene) -> bool:
    if mention.kind != "quantity" or not isinstance(mention.value, Quantity):
        return False
    unit = load_symbols().units.get(mention.value.unit)
    in_time = unit is not None and unit.kind == "time"
    return in_time and not tells_age(mention.span.of(scene.folded), scene.units)
