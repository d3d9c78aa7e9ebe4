"""Which state a name, an adjective or a capital speaks for."""

from collections.abc import Mapping, Sequence

from rostra.data import Knowledge
from rostra.model import Mention


def state_names(mentions: Sequence[Mention], knowledge: Knowledge) -> Mapping[int, str]:
    """State by start offset of a mention of a country, a nationality or a capital."""
    del knowledge
    return {m.span.start: m.name for m in mentions if m.kind in {"country", "nationality"}}
