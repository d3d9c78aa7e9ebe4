"""Words by which a text foresees more, less or as much of a military act."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from typing import Any, Literal, get_args

from rostra.kernel.tables import FaultList, read_toml

Hedge = Literal["stated", "expected", "likely", "possible"]
Direction = Literal["up", "down", "same"]
ActKind = Literal["display", "exercise", "test", "deployment", "threat", "mobilisation"]

NEVER = re.compile(r"(?!)")
LISTS = (
    "negation",
    "turned",
    "barred",
    "measure",
    "relative",
    "ends",
    "after",
    "conditional",
    "company",
    "horizon",
    "chance",
)
_CLASSES = {"marker": ("hedge", Hedge), "change": ("direction", Direction), "act": ("kind", ActKind)}
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'"})


@dataclass(frozen=True, slots=True)
class PredictingEntry:
    """One entry with its class (a hedge, a direction or a kind), its words, and sentences that must (not) be found.

    `reach` is how many words may stand between a marker and its change. `alone` are changes whose subject is the act,
    `future` changes that are a marker too, `bare` acts that also mean other things.
    """

    part: str
    label: str
    words: tuple[str, ...]
    examples: tuple[str, ...]
    counter_examples: tuple[str, ...]
    reach: int = 0
    alone: tuple[str, ...] = ()
    future: tuple[str, ...] = ()
    bare: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PredictingWords:
    """Patterns to be searched in folded text, and what their words stand for; empty where a language has none."""

    entries: tuple[PredictingEntry, ...] = ()
    marker: re.Pattern[str] = NEVER
    change: re.Pattern[str] = NEVER
    alone: re.Pattern[str] = NEVER
    act: re.Pattern[str] = NEVER
    lists: Mapping[str, re.Pattern[str]] | None = None
    chance: re.Pattern[str] = NEVER

    def entry(self, found: re.Match[str]) -> PredictingEntry:
        """The entry whose words a pattern found."""
        return self.entries[int((found.lastgroup or "")[1:].partition("_")[0])]

    def is_future(self, found: re.Match[str]) -> bool:
        """Whether a marker is a change in the future tense."""
        return (found.lastgroup or "").endswith("_future")

    def is_bare(self, found: re.Match[str]) -> bool:
        """Whether an act also means other things."""
        return (found.lastgroup or "").endswith("_bare")

    def listed(self, name: str) -> re.Pattern[str]:
        """The pattern of one closed list."""
        return (self.lists or {}).get(name, NEVER)


def load_predicting(path: Traversable) -> PredictingWords:
    """Reads `predicting.toml`; nothing is found where a language has none. Raises KnowledgeError with every fault."""
    if not path.is_file():
        return PredictingWords()
    table, faults = read_toml(path), FaultList(path.name)
    entries = [_entry(part, item, faults) for part in _CLASSES for item in table.get(part, ())]
    given = table.get("words", {})
    for name in (*LISTS, "percent"):
        if not given.get(name):
            faults.add("a closed list is missing", "give its words", field=name)
    faults.close()
    return _compiled(tuple(entries), given)


def _entry(part: str, item: Mapping[str, Any], faults: FaultList) -> PredictingEntry:
    key, labels = _CLASSES[part]
    if item.get(key) not in get_args(labels):
        faults.add(f"{key} is one of {', '.join(get_args(labels))}", "name one", field=part)
    for name in ("words", "examples", "counter_examples"):
        if not item.get(name):
            faults.add(f"{name} are missing", "give words, examples and counter_examples", field=part)
    texts = {name: tuple(item.get(name, ())) for name in ("examples", "counter_examples")}
    words = {name: tuple(item.get(name, ())) for name in ("words", "alone", "future", "bare")}
    return PredictingEntry(part=part, label=str(item.get(key)), reach=item.get("reach", 0), **texts, **words)


def _compiled(entries: tuple[PredictingEntry, ...], given: Mapping[str, list[str]]) -> PredictingWords:
    def grouped(part: str, *names: str) -> re.Pattern[str]:
        return _grouped(entries, part, names)

    markers = [*_named(entries, "marker", ("words",)), *_named(entries, "change", ("future",))]
    return PredictingWords(
        entries,
        _joined(markers),
        grouped("change", "words", "future"),
        grouped("change", "alone", "future"),
        grouped("act", "words", "bare"),
        {name: _listed(given[name]) for name in LISTS},
        _chance(given["chance"], given["percent"]),
    )


def _grouped(entries: tuple[PredictingEntry, ...], part: str, names: Iterable[str]) -> re.Pattern[str]:
    return _joined(_named(entries, part, names))


def _named(entries: tuple[PredictingEntry, ...], part: str, names: Iterable[str]) -> list[tuple[str, str]]:
    """Words with the name of the group that tells their entry and its list."""
    return [
        (word, f"e{at}_{name}")
        for at, entry in enumerate(entries)
        if entry.part == part
        for name in names
        for word in getattr(entry, name)
    ]


def _joined(named: list[tuple[str, str]]) -> re.Pattern[str]:
    """One pattern, longer words first: each run of words of one group is a group of its own entry and list.

    A group's name may occur once only, so that the length of the words stands in it too.
    """
    groups: dict[tuple[int, str], list[str]] = {}
    for word, name in named:
        groups.setdefault((-len(word.split()), name), []).append(word)
    parts = [
        f"(?P<{_distinct(name, -length)}>{'|'.join(map(_form, sorted(words, key=len, reverse=True)))})"
        for (length, name), words in sorted(groups.items())
    ]
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)") if parts else NEVER


def _distinct(name: str, length: int) -> str:
    """`e3_bare` of two words is `e3_2_bare`."""
    entry, _, listed = name.partition("_")
    return f"{entry}_{length}_{listed}"


def _listed(words: list[str]) -> re.Pattern[str]:
    forms = "|".join(map(_form, sorted(words, key=len, reverse=True)))
    return re.compile(rf"(?<![\w-])(?:{forms})(?![\w-])")


def _chance(chance: list[str], percent: list[str]) -> re.Pattern[str]:
    """A number of per cent beside a word for chance, in either order; at most three words between."""
    words, signs = "|".join(map(_form, chance)), "|".join(map(_form, percent))
    rate = rf"(\d{{1,3}}(?:[.,]\d{{1,2}})?) ?(?:{signs})"
    return re.compile(
        rf"(?<![\d.,]){rate}(?: \w+){{0,2}} (?:{words})(?!\w)|(?<!\w)(?:{words})(?: \w+){{0,3}} {rate}"
    )


def plain_word(word: str) -> str:
    """A word as folded text has it: lower case, no diacritics."""
    parts = unicodedata.normalize("NFKD", word.translate(_APOSTROPHES).casefold())
    return "".join(char for char in parts if not unicodedata.combining(char))


def _form(word: str) -> str:
    """The pattern of a word: "*" is any ending, between blanks any one word; "?" any one letter or none."""
    form = re.escape(plain_word(word))
    return form.replace(r"\ \*\ ", r"\ [\w-]+\ ").replace(r"\*", r"\w*").replace(r"\?", r"\w?")
