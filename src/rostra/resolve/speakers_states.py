"""Which state a name, an adjective or a capital speaks for."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from rostra.data import Knowledge
from rostra.model import Mention

_LAST_STATES = 12
"""Names of states before a speaker among which the governing one is looked for; a page or so."""
_CAPITAL = "capital:"


def state_names(mentions: Sequence[Mention], knowledge: Knowledge) -> Mapping[int, str]:
    """English name of the state by start offset of a mention of a country, a nationality or a capital."""
    names = {}
    for mention in mentions:
        country = next(filter(None, map(knowledge.countries.get, _codes(mention))), None)
        if country is not None:
            names[mention.span.start] = country.name
    return names


def governing_state(starts: Sequence[int], states: Mapping[int, str], offset: int) -> str | None:
    """The state of a bare "the government": the one named most often shortly before, of equals the last.

    `starts` are the offsets of `states` in order.
    """
    last = bisect_left(starts, offset)
    before = [states[start] for start in starts[max(0, last - _LAST_STATES) : last]]
    return max(reversed(before), key=before.count) if before else None


def _codes(mention: Mention) -> list[str]:
    ids = [mention.id] if mention.id else list(mention.candidates)
    if mention.kind in {"country", "nationality"}:
        return [entity for entity in ids if entity.startswith("country:")]
    if mention.kind == "place":
        return [entity[len(_CAPITAL) :].split("/")[0] for entity in ids if entity.startswith(_CAPITAL)]
    return []
