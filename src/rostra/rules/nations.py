"""How a language names states and their people: further names, demonyms and the endings that both take."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from itertools import islice, product
from typing import Any

from rostra.kernel.tables import read_toml

Endings = Mapping[str, Sequence[str]]
MOST_FORMS = 60


@dataclass(frozen=True, slots=True)
class NationWords:
    """Names and demonyms by state code, all in their dictionary form, with the endings of this language.

    `ambiguous` forms are also other words. `short` names stand for a state only after a full name of it.
    """

    names: Mapping[str, Sequence[str]]
    demonyms: Mapping[str, Sequence[str]]
    peoples: Mapping[str, Sequence[str]]
    ambiguous: frozenset[str]
    short: Mapping[str, Sequence[str]]
    name_endings: Endings
    demonym_endings: Endings

    def name_forms(self, name: str) -> Iterator[str]:
        """Every inflected form of a name; each of its words is inflected."""
        choices = [list(_forms(word, self.name_endings)) for word in name.split(" ")]
        for words in islice(product(*choices), MOST_FORMS):
            yield " ".join(words)

    def demonym_forms(self, demonym: str) -> Iterator[str]:
        """Every inflected form of a demonym; its last word is inflected."""
        head, blank, last = demonym.rpartition(" ")
        for form in _forms(last, self.demonym_endings):
            yield head + blank + form


def _forms(word: str, endings: Endings) -> Iterator[str]:
    if not endings or (word.isupper() and len(word) > 1):
        yield word
        return
    for suffix, replacements in endings.items():
        if word.endswith(suffix):
            stem = word[: len(word) - len(suffix)]
            yield from (stem + replacement for replacement in replacements)
            return
    yield word


def load_nations(path: Traversable) -> NationWords:
    """Reads `countries.toml` of a pack; a pack without one knows no names of its own."""
    table: dict[str, Any] = read_toml(path) if path.is_file() else {}
    return NationWords(
        names=table.get("names", {}),
        demonyms=table.get("demonyms", {}),
        peoples=table.get("peoples", {}),
        ambiguous=frozenset(table.get("ambiguous", {}).get("words", ())),
        short=table.get("short", {}),
        name_endings=table.get("name_inflection", {}),
        demonym_endings=table.get("demonym_inflection", {}),
    )
