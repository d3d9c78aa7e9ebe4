"""What the readers of quantities look at: a text, its folded form, the lexicons of its language."""

from dataclasses import dataclass

from rostra.mentions.numbers_lexicon import NumberLexicon, number_lexicon
from rostra.mentions.units import UnitLexicon, unit_lexicon
from rostra.rules import LanguagePack


@dataclass(frozen=True, slots=True)
class Scene:
    """A text with its folded form and the lexicons of its language."""

    text: str
    folded: str
    numbers: NumberLexicon
    units: UnitLexicon


def scene_of(text: str, folded: str, pack: LanguagePack) -> Scene:
    """The scene of a text in a language; lexicons are made once for each pack."""
    links = (*pack.numbers.of, *pack.numbers.articles)
    units = unit_lexicon(pack.units, links, pack.numbers.noun_last)
    return Scene(text, folded, number_lexicon(pack.numbers), units)
