"""Words that show arms, set a condition or a deadline, or demand something: what makes a statement costly."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources.abc import Traversable

from rostra.kernel.tables import FaultList, read_toml

PARTS = ("display", "condition", "deadline", "demand")
_NEVER = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class SignallingWords:
    """A pattern for each part, to be searched in folded text, with the examples it must (not) be found in."""

    display: re.Pattern[str] = _NEVER
    condition: re.Pattern[str] = _NEVER
    deadline: re.Pattern[str] = _NEVER
    demand: re.Pattern[str] = _NEVER
    examples: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] | None = None


def load_signalling(path: Traversable) -> SignallingWords:
    """Reads `signalling.toml`; nothing is found where a language has none. Raises KnowledgeError for every fault."""
    if not path.is_file():
        return SignallingWords()
    table, faults = read_toml(path), FaultList(path.name)
    for part in PARTS:
        entry = table.get(part, {})
        if not entry.get("words") or not entry.get("examples") or not entry.get("counter_examples"):
            faults.add("words, examples and counter_examples are needed", "give all three", field=part)
    faults.close()
    patterns = {part: _pattern(table[part]["words"]) for part in PARTS}
    examples = {
        part: (tuple(table[part]["examples"]), tuple(table[part]["counter_examples"])) for part in PARTS
    }
    return SignallingWords(**patterns, examples=examples)


def _pattern(words: list[str]) -> re.Pattern[str]:
    """Whole words; "*" is any ending, and between blanks any one word."""
    forms = (
        re.escape(word.casefold()).replace(r"\ \*\ ", r"\ \w+\ ").replace(r"\*", r"\w*") for word in words
    )
    return re.compile(rf"\b(?:{'|'.join(forms)})\b")
