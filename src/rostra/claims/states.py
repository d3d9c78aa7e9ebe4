"""Which state a mention stands for."""

from collections.abc import Mapping
from functools import cache

from rostra.data import Knowledge
from rostra.model import Mention

_STATE_BODIES = ("ministry:", "force:", "agency:")
CAPITAL = "capital:"


def state_of(mention: Mention, knowledge: Knowledge) -> str | None:
    """English name of the state that a country, nationality, place, ministry, force or office belongs to."""
    entity = mention.id or ""
    if mention.kind in {"country", "nationality"}:
        country = knowledge.countries.get(entity)
        return country.name if country else mention.name
    if mention.kind == "place":
        return knowledge.places.country_of(entity)
    if mention.kind == "organisation" and entity.startswith(_STATE_BODIES):
        return knowledge.organisations.country_of(entity)
    return _office_states(knowledge).get(entity) if mention.kind == "person" else None


@cache
def _office_states(knowledge: Knowledge) -> Mapping[str, str]:
    """State by the id of a person in office."""
    found = ((holder.id, knowledge.countries.get(holder.state)) for holder in knowledge.offices.all)
    return {entity: country.name for entity, country in found if country}
