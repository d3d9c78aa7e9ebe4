"""The closed classes of a language: pronouns, determiners, negations, abbreviations."""

from dataclasses import dataclass, fields
from importlib.resources.abc import Traversable
from typing import Any

from rostra.kernel.tables import FaultList, read_toml


@dataclass(frozen=True, slots=True)
class Words:
    """Folded words by class. `abbreviations` end in a stop without ending a sentence, given without that stop."""

    abbreviations: frozenset[str]
    determiners: frozenset[str]
    pronouns: frozenset[str]
    prepositions: frozenset[str]
    conjunctions: frozenset[str]
    negations: frozenset[str]
    relatives: frozenset[str]
    auxiliaries: frozenset[str]


def load_words(path: Traversable) -> Words:
    """Reads `words.toml`. Raises KnowledgeError that lists every missing, unknown or empty class."""
    table: dict[str, Any] = read_toml(path)
    names = [field.name for field in fields(Words)]
    faults = FaultList(path.name)
    for name in names:
        if not isinstance(table.get(name), list):
            faults.add("the class is missing", "give a list of words", field=name)
    for name in set(table) - set(names):
        faults.add("unknown class of words", f"classes are {', '.join(names)}", field=name)
    faults.close()
    return Words(**{name: frozenset(str(word).casefold() for word in table[name]) for name in names})
