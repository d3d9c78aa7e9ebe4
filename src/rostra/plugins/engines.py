"""Language engines: one protocol, found through the entry points `rostra.engines`.

Rostra's own engine comes in by the same door as one that a user installs.
"""

from dataclasses import dataclass
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from typing import Protocol

from rostra.kernel import EngineError
from rostra.model import Annotation, Document, Mention, Quote
from rostra.text import Article

AUTO_ORDER = ("learned", "rules")
"""What `auto` takes: the first of these that is installed."""


class Engine(Protocol):
    """Finds mentions, quotes and claims. `annotate` is a pure function and never raises on a bad document."""

    @property
    def name(self) -> str:
        """Name that its records carry."""

    @property
    def version(self) -> str:
        """Changes whenever the same document could give other records."""

    def annotate(self, document: Document) -> Annotation:
        """All records of one document, in the order of its text."""


class QuoteFinder(Protocol):
    """A backend that finds more quotes, and more persons, than the rules do. The stages before and after it are the rules' own."""

    @property
    def name(self) -> str:
        """Name that its records carry."""

    @property
    def version(self) -> str:
        """Changes whenever the same document could give other records."""

    def refine(
        self, article: Article, mentions: tuple[Mention, ...], quotes: tuple[Quote, ...]
    ) -> tuple[tuple[Mention, ...], tuple[Quote, ...]]:
        """The mentions and quotes of the rules with more of its own, in text order; what was certain stays."""


@dataclass(frozen=True, slots=True)
class EngineOptions:
    """What a user may ask of an engine: `model` names a pipeline or model where the engine takes one."""

    model: str | None = None


@cache
def _installed() -> dict[str, EntryPoint]:
    return {point.name: point for point in entry_points(group="rostra.engines")}


def installed_engines() -> tuple[str, ...]:
    """Names of the engines that can be asked for, in alphabetical order."""
    return tuple(sorted(_installed()))


@cache
def engine(name: str = "auto", options: EngineOptions = EngineOptions()) -> Engine:
    """The engine of that name. Raises EngineError for one that is not installed."""
    found = _installed()
    if name == "auto":
        name = next((known for known in AUTO_ORDER if known in found), name)
    if name not in found:
        known = ", ".join(installed_engines())
        raise EngineError(
            f"no engine {name!r} is installed", remedy=f"installed: {known}; name one with --engine"
        )
    made: Engine = found[name].load()(options)
    return made
