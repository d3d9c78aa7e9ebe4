"""Words in the headings of a transcript's turns."""

from dataclasses import dataclass
from importlib.resources.abc import Traversable

from rostra.kernel.tables import FaultList, read_toml

_CLASSES = ("markers", "anonymous", "honorifics", "not_headings")


@dataclass(frozen=True, slots=True)
class TranscriptWords:
    """Casefolded headings: `markers` are headings without a name, `anonymous` those whose speaker is unknown."""

    markers: frozenset[str]
    anonymous: frozenset[str]
    honorifics: frozenset[str]
    not_headings: frozenset[str]

    def unaddressed(self, heading: str) -> str:
        """The heading without a form of address that is no name in capitals: "El señor PÉREZ" is "PÉREZ"."""
        rest = heading.lstrip()
        while True:
            word, _, behind = rest.partition(" ")
            if not behind or word.isupper() or word.casefold().rstrip(".") not in self.honorifics:
                return rest
            rest = behind.lstrip()


def load_transcript_words(path: Traversable) -> TranscriptWords:
    """Reads `transcripts.toml`. Raises KnowledgeError that lists every missing class."""
    table = read_toml(path)
    faults = FaultList(path.name)
    for name in (*_CLASSES, "example"):
        if not table.get(name):
            faults.add("the class of words is missing", "give a list of words", field=name)
    faults.close()
    return TranscriptWords(*(frozenset(str(word).casefold() for word in table[name]) for name in _CLASSES))
