"""Which state a mention stands for."""

from rostra.data import Knowledge
from rostra.model import Mention


def state_of(mention: Mention, knowledge: Knowledge) -> str | None:
    """English name of the state that a country, nationality, capital, ministry or force belongs to."""
    if mention.kind in {"country", "nationality"}:
        return mention.name
    return None
