"""How a language writes names of persons, organisations, formations, places and drills."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from typing import Any, Literal

from rostra.kernel.tables import FaultList, read_toml

SECTIONS = {
    "titles": ("words", "adjectives", "ranks", "joins"),
    "appositions": ("words",),
    "speech": ("words", "phrases"),
    "particles": ("words",),
    "connectors": ("words", "head_joins", "coordinations", "possessives", "suffixes"),
    "stop": ("words",),
    "organisation": ("heads", "weak", "alone", "suffixes"),
    "service": ("names", "adjectives", "leads", "lead_joins", "openers", "followers"),
    "unit": ("heads", "named", "ordinals", "patterns"),
    "state": ("heads", "joins", "adjectives"),
    "place": ("heads", "weak", "tails", "starts", "locatives", "kinds", "wide", "near", "joins"),
    "exercise": ("nouns", "joins", "modifiers"),
}


@dataclass(frozen=True, slots=True)
class ActorWords:
    """The words of `actors.toml` by section and class, casefolded; `patterns` are regular expressions as written.

    `head_position` says whether the noun of a name leads ("first") or ends it ("last").
    """

    head_position: Literal["first", "last"]
    _sections: Mapping[str, Mapping[str, Sequence[str]]]

    def words(self, section: str, kind: str = "words") -> frozenset[str]:
        """One class of words; empty where the language has none."""
        return frozenset(word.casefold() for word in self._sections.get(section, {}).get(kind, ()))

    @property
    def unit_patterns(self) -> tuple[str, ...]:
        """Regular expressions of numbered formations, "NEEDLE => REGEX" where a text without the needle has none."""
        return tuple(self._sections.get("unit", {}).get("patterns", ()))


def load_actors(path: Traversable) -> ActorWords:
    """Reads `actors.toml`; a pack without one has no such words. Raises KnowledgeError for unknown classes."""
    if not path.is_file():
        return ActorWords("last", {})
    table: dict[str, Any] = read_toml(path)
    faults = FaultList(path.name)
    position = table.pop("head_position", None)
    if position not in {"first", "last"}:
        faults.add("head_position is first or last", "say where the noun of a name stands")
    for section, entry in table.items():
        for kind in set(entry) - {*SECTIONS.get(section, ()), "example", "counter_example"}:
            faults.add("unknown class of words", f"classes are {SECTIONS}", field=f"{section}.{kind}")
    faults.close()
    return ActorWords(
        position,
        {name: {k: v for k, v in entry.items() if isinstance(v, list)} for name, entry in table.items()},
    )
