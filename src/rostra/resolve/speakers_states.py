"""Which state a name, an adjective or a capital speaks for."""

from collections.abc import Mapping, Sequence

from rostra.data import Knowledge
from rostra.model import Mention

_CAPITAL = "capital:"


def state_names(mentions: Sequence[Mention], knowledge: Knowledge) -> Mapping[int, str]:
    """English name of the state by start offset of a mention of a country, a nationality or a capital."""
    names = {}
    for mention in mentions:
        country = next(filter(None, map(knowledge.countries.get, _codes(mention))), None)
        if country is not None:
            names[mention.span.start] = country.name
    return names


def _codes(mention: Mention) -> list[str]:
    ids = [mention.id] if mention.id else list(mention.candidates)
    if mention.kind in {"country", "nationality"}:
        return [entity for entity in ids if entity.startswith("country:")]
    if mention.kind == "place":
        return [entity[len(_CAPITAL) :].split("/")[0] for entity in ids if entity.startswith(_CAPITAL)]
    return []
