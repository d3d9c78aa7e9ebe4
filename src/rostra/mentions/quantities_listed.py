"""Quantities that lean on their neighbours: an article in a list of counts, two bounds that make one interval."""

import re

from rostra.kernel import Span
from rostra.mentions.quantities_scene import Scene
from rostra.mentions.units import counted_after
from rostra.model import Mention, Quantity

_REST_OF_ITEM = re.compile(r"((?: [^\W\d_]{2,}){1,4}),?(?: [yeu])? ([^\W\d_]{2,3}) (?=[^\W\d_]{3,})")
_BETWEEN = re.compile(r",? (?:and |but |y |pero |e |mas |и )?|, ")
_RULE_ARTICLE = "N160"
_RULE_MERGED = "N170"


def listed_articles(scene: Scene, mentions: list[Mention]) -> list[Mention]:
    """Adds the article of a list of counts as a one: "cuatro pistolas y una escopeta"."""
    found: list[Mention] = []
    starts = {mention.span.start for mention in mentions}
    for mention in mentions:
        found.append(mention)
        if mention.kind != "quantity" or not _counts(mention):
            continue
        match = _REST_OF_ITEM.match(scene.folded, mention.span.end)
        if match is None or match[2] not in scene.numbers.articles or match.start(2) in starts:
            continue
        if "," not in match[0] and f" {match[2]}" not in match[0][len(match[1]) :][2:]:
            continue
        span = Span(match.start(2), match.end(2))
        unit = counted_after(scene.text, scene.folded, span.end, 1, scene.units)
        one = Quantity(1, 1, unit, "exact", span)
        found.append(Mention(span, "quantity", one.name, _RULE_ARTICLE, value=one))
    return found


def _counts(mention: Mention) -> bool:
    value = mention.value
    return (
        isinstance(value, Quantity)
        and value.unit in {"items", "people", "rounds"}
        and value.modifier == "exact"
    )


def merged_bounds(folded: str, mentions: list[Mention]) -> list[Mention]:
    """Joins "more than 20 and fewer than 30" into one interval."""
    merged: list[Mention] = []
    for mention in mentions:
        joined = _joined(folded, merged[-1], mention) if merged else None
        if joined:
            merged[-1] = joined
        else:
            merged.append(mention)
    return merged


def _joined(folded: str, first: Mention, second: Mention) -> Mention | None:
    one, other = first.value, second.value
    if not isinstance(one, Quantity) or not isinstance(other, Quantity) or first.kind != second.kind:
        return None
    if {one.modifier, other.modifier} != {"at_least", "at_most"}:
        return None
    if not _BETWEEN.fullmatch(folded, first.span.end, second.span.start):
        return None
    low, high = (one.low, other.high) if one.modifier == "at_least" else (other.low, one.high)
    if low is None or high is None or low >= high or one.unit not in {other.unit, "items"}:
        return None
    quantity = Quantity(low, high, other.unit, "between", first.span.hull(second.span))
    return Mention(quantity.span, first.kind, quantity.name, _RULE_MERGED, value=quantity)
