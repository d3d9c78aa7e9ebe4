"""Who originated what: reports of one speech, of one wire, or in the same words are one source (METHODS, section 5)."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rostra.check.independence import CONTAINMENT, clusters, n_eff
from rostra.text import fold

GRAM = 3
"""Words of a passage that two reports may share: single words would make one source of any two sentences on one fact."""


@dataclass(frozen=True, slots=True)
class Report:
    """One report of a fact: who vouches for it, who published it, whom it credits, and its sentence.

    `speaker` is None where the outlet itself asserts it. `wires` are the agencies credited. `document` is its article:
    what one article says twice, in its own voice and in a speaker's, has one origin.
    """

    speaker: str | None = None
    outlet: str | None = None
    wires: frozenset[str] = frozenset()
    words: str = ""
    document: str = ""

    @property
    def keys(self) -> frozenset[str]:
        """Its known origins.

        A speaker is one source wherever and whenever he is quoted, an outlet in its own voice another. Reports that
        name neither cannot be told apart, so that all of them are one.
        """
        voice = f"speaker {_plain(self.speaker)}" if self.speaker else f"outlet {_plain(self.outlet or '')}"
        article = {f"document {self.document}"} if self.document else set()
        return frozenset({voice, *(f"wire {wire}" for wire in self.wires), *article})


@dataclass(frozen=True, slots=True)
class Origins:
    """How many reports, from how many origins, and the soft figure beside (n_eff of one report an origin)."""

    reports: int = 0
    origins: int = 0
    n_eff: float = 0.0


NOTHING = Origins()


def origins_of(reports: Sequence[Report]) -> Origins:
    """The origins of some reports of one fact, clustered by attribution, credit and words."""
    distinct = list(dict.fromkeys(reports))
    groups = clusters(len(distinct), lambda left, right: _one_origin(distinct[left], distinct[right]))
    shared = [[_between(distinct, mine, theirs) for theirs in groups] for mine in groups]
    return Origins(len(reports), len(groups), n_eff(shared))


def _one_origin(left: Report, right: Report) -> bool:
    return bool(left.keys & right.keys) or containment(left.words, right.words) >= CONTAINMENT


def _between(reports: Sequence[Report], mine: Sequence[int], theirs: Sequence[int]) -> float:
    """The most that any two reports of two origins share; a further copy of one of them changes nothing."""
    if mine == theirs:
        return 1.0
    return max(containment(reports[left].words, reports[right].words) for left in mine for right in theirs)


def containment(left: str, right: str) -> float:
    """Share of the shorter one's passages of three words that stand in the other, 0 to 1."""
    mine, theirs = grams(left), grams(right)
    fewer = min(len(mine), len(theirs))
    return len(mine & theirs) / fewer if fewer else 0.0


@lru_cache(maxsize=4096)
def grams(words: str) -> frozenset[tuple[str, ...]]:
    """Passages of three words, folded; a shorter sentence is one passage."""
    found = "".join(char if char.isalnum() else " " for char in fold(words)).split()
    if not found:
        return frozenset()
    return frozenset(tuple(found[at : at + GRAM]) for at in range(max(len(found) - GRAM + 1, 1)))


def _plain(name: str) -> str:
    return " ".join(fold(name).split())
