"""The state that an organisation or formation belongs to, where its name or its owner says so."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rostra.mentions.runs import Taken
from rostra.model import Mention

_OWNED = frozenset({"organisation", "military_unit"})
_NATIONS = frozenset({"country", "nationality"})
_POSSESSIVES = ("'s ", "’s ")
_WIDEST_GAP = 12


def with_states(text: str, mentions: Sequence[Mention], known: Sequence[Mention]) -> list[Mention]:
    """The mentions, each nameless body of one state under an id that leads to it: "body:NO/norwegian-navy"."""
    nations = [mention for mention in known if mention.kind in _NATIONS and mention.id]
    taken = Taken(nations)
    return [_stated(text, mention, taken) for mention in mentions]


def _stated(text: str, mention: Mention, nations: Taken) -> Mention:
    if mention.kind not in _OWNED or mention.id or mention.candidates:
        return mention
    states = {nation.id for nation in _nations_of(text, mention, nations)}
    state = states.pop() if len(states) == 1 else None
    if state is None or not state.startswith("country:"):
        return mention
    slug = re.sub(r"\W+", "-", mention.name.casefold()).strip("-")
    return replace(mention, id=f"body:{state.removeprefix('country:')}/{slug}")


def _nations_of(text: str, mention: Mention, nations: Taken) -> Iterator[Mention]:
    start, end = mention.span.start, mention.span.end
    first, last = nations.at(start, start + _WIDEST_GAP), nations.at(max(start, end - 1), end)
    yield from (nation for nation in (first, last) if nation and mention.span.contains(nation.span))
    if text.startswith(_POSSESSIVES, start - 3):
        owner = nations.at(max(0, start - 4), start - 3)
        if owner:
            yield owner
