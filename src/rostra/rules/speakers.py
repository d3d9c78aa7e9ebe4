"""Words that stand for a speaker without naming one: pronouns, roles, bodies, anonymous sources."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from typing import Any, Literal

from rostra.kernel.tables import FaultList, read_toml

Person = Literal["masculine", "feminine", "thing", "plural", "relative", "first"]

_SHAPE: Mapping[str, tuple[str, ...]] = {
    "pronouns": ("masculine", "feminine", "thing", "plural", "relative", "first"),
    "honorifics": ("masculine", "feminine"),
    "heads": ("source", "body", "role", "leader"),
    "links": ("words",),
    "joins": ("words",),
    "indefinite": ("words",),
    "fillers": ("words",),
}


@dataclass(frozen=True, slots=True)
class SpeakerWords:
    """Casefolded words by class. `pronouns` gives gender or number, `honorifics` gender."""

    pronouns: Mapping[str, str]
    honorifics: Mapping[str, str]
    sources: frozenset[str]
    bodies: frozenset[str]
    roles: frozenset[str]
    leaders: frozenset[str]
    """Roles that one person of a state holds: "the Valdorian president" is a person, not the state."""
    links: frozenset[str]
    joins: frozenset[str]
    indefinite: frozenset[str]
    fillers: frozenset[str]
    governing: frozenset[str]
    """Words for the body that rules a state ("the government"); a pack may leave them out."""
    private: frozenset[str]
    """Bodies that never stand for a state ("the Valdorian company"); a pack may leave them out."""
    bystanders: frozenset[str]
    """Heads of people who speak for nobody but themselves ("a resident of Selm"); a pack may leave them out."""
    agents: frozenset[str]
    """Words before who did something ("sources consulted by the agency"); a pack may leave them out."""
    silent_after: frozenset[str]
    """Prepositions after which stands no speaker ("a warning that echoed in Marenia"); a pack may leave them out."""
    silent: frozenset[str]
    """Words that name nobody ("you", "this"); a pack may leave them out."""
    head_first: bool
    """Whether a noun stands before its adjectives ("autoridad militar")."""


def load_speaker_words(path: Traversable) -> SpeakerWords:
    """Reads `speakers.toml`. Raises KnowledgeError that lists every missing class."""
    table = read_toml(path)
    faults = FaultList(path.name)
    for section, classes in _SHAPE.items():
        for name in (*classes, "example"):
            if not table.get(section, {}).get(name):
                faults.add("the class of words is missing", "give a list of words", field=f"{section}.{name}")
    faults.close()
    heads = table["heads"]
    return SpeakerWords(
        pronouns=_by_word(table["pronouns"]),
        honorifics=_by_word(table["honorifics"]),
        sources=_words([*heads["source"], *heads.get("bystander", [])]),
        bodies=_words(heads["body"]),
        roles=_words(heads["role"]),
        leaders=_words(heads["leader"]),
        links=_words(table["links"]["words"]),
        joins=_words(table["joins"]["words"]),
        indefinite=_words(table["indefinite"]["words"]),
        fillers=_words(table["fillers"]["words"]),
        governing=_words(heads.get("governing", [])),
        private=_words(heads.get("private", [])),
        bystanders=_words(heads.get("bystander", [])),
        agents=_words(table["links"].get("agents", [])),
        silent_after=_words(table.get("silent", {}).get("after", [])),
        silent=_words(table.get("silent", {}).get("words", [])),
        head_first=bool(heads.get("head_first", False)),
    )


def _by_word(section: Mapping[str, Any]) -> Mapping[str, str]:
    return {str(w).casefold(): name for name, words in section.items() if name != "example" for w in words}


def _words(words: list[str]) -> frozenset[str]:
    return frozenset(str(word).casefold() for word in words)
