"""The English names of bodies of a state: "el Ejército ostravo" is the Ostravian Army, "the navy" that of the text's state."""

from collections.abc import Collection, Mapping
from functools import cache

from rostra.data import Knowledge
from rostra.rules.claimwords import ClaimWords
from rostra.text import fold

LONGEST = 5
"""Words of the longest name of a body in the tables."""


def body_in(phrase: str, words: ClaimWords, other: Collection[str] | None = None) -> str | None:
    """The pattern of the English name of the body that a phrase names, the longest first; None without one.

    With `other`, the name is the body's whole one: every further word must be among them ("Harbour Army" is none).
    """
    found = fold(phrase).replace("’", "'").replace("-", " ").split()
    tokens = [token.removesuffix("'s") for token in found]
    for size in range(min(LONGEST, len(tokens)), 0, -1):
        for start in range(len(tokens) - size + 1):
            pattern = words.bodies.get(" ".join(tokens[start : start + size]))
            rest = {*tokens[:start], *tokens[start + size :]}
            if pattern and (other is None or rest <= set(other)):
                return pattern
    return None


def english_body(pattern: str, state: str, knowledge: Knowledge) -> str:
    """The name by a pattern: the one that the knowledge has for it, else the pattern filled in."""
    names = _known(knowledge)
    for people in (state, _demonyms(knowledge).get(state, state)):
        name = pattern.format(people=people, state=state)
        if fold(name) in names:
            return names[fold(name)]
    return name


@cache
def _known(knowledge: Knowledge) -> Mapping[str, str]:
    """Shown name by each folded name of an organisation."""
    return {fold(name.text): one.name for one in knowledge.organisations.all for name in one.names}


@cache
def _demonyms(knowledge: Knowledge) -> Mapping[str, str]:
    return {country.name: country.demonym for country in knowledge.countries.by_code.values()}
