"""Language engines: one protocol, found through the entry points `rostra.engines`.

Rostra's own engine comes in by the same door as one that a user installs.
"""

import logging
from dataclasses import dataclass
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from typing import Protocol

from rostra.data import Knowledge
from rostra.kernel import EngineError, EngineMissing
from rostra.model import Annotation, DataFile, Document, Mention, Quote
from rostra.text import Article

AUTO_ORDER = ("learned", "rules")
"""What `auto` takes: the first of these that is installed and can be used."""
_log = logging.getLogger("rostra")


class Engine(Protocol):
    """Finds mentions, quotes and claims. `annotate` is a pure function and never raises on a bad document."""

    @property
    def name(self) -> str:
        """Name that its records carry."""

    @property
    def version(self) -> str:
        """Changes whenever the same document could give other records."""

    @property
    def files(self) -> tuple[DataFile, ...]:
        """What its records rest on beside rules and data: weights, with their hashes."""

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

    @property
    def files(self) -> tuple[DataFile, ...]:
        """The weights that its records rest on; none where the version says it all."""

    def refine(
        self, article: Article, mentions: tuple[Mention, ...], quotes: tuple[Quote, ...]
    ) -> tuple[tuple[Mention, ...], tuple[Quote, ...]]:
        """The mentions and quotes of the rules with more of its own, in text order; what was certain stays."""


@dataclass(frozen=True, slots=True)
class EngineOptions:
    """What a user may ask of an engine: `model` names a pipeline or a folder of weights where the engine takes one.

    `threads` is how many it may run at once where it can; `knowledge` is what it knows of the world, the shipped
    tables where it is None.
    """

    model: str | None = None
    knowledge: Knowledge | None = None
    threads: int = 1


@cache
def _installed() -> dict[str, EntryPoint]:
    return {point.name: point for point in entry_points(group="rostra.engines")}


def installed_engines() -> tuple[str, ...]:
    """Names of the engines that can be asked for, in alphabetical order."""
    return tuple(sorted(_installed()))


@cache
def engine(name: str = "auto", options: EngineOptions = EngineOptions()) -> Engine:
    """The engine of that name. Raises EngineMissing for one that is not installed, EngineError for one that cannot run.

    `auto` passes over what is not installed, and with a warning over what is installed and broken; where the user
    names a model, it is not passed over.
    """
    if name == "auto":
        return _best(options)
    found = _installed()
    if name not in found:
        known = ", ".join(installed_engines())
        raise EngineMissing(
            f"no engine {name!r} is installed", remedy=f"installed: {known}; name one with --engine"
        )
    made: Engine = found[name].load()(options)
    return made


def _best(options: EngineOptions) -> Engine:
    """The first engine of AUTO_ORDER that can be used, the last one in any case."""
    *better, last = AUTO_ORDER
    for known in better:
        try:
            return engine(known, options)
        except EngineMissing:
            continue
        except EngineError as error:
            if options.model:
                raise
            _log.warning("%s: going on with the rules alone", error.message)
    return engine(last, options)
