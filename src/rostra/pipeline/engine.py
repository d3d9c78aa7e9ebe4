"""The rules engine: the stages in their order, and nothing else knows that order."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from rostra import __version__
from rostra.claims import find_claims
from rostra.data import Knowledge, shipped_knowledge
from rostra.kernel import EngineMissing
from rostra.mentions import find_mentions
from rostra.model import Annotation, DataFile, Document, Refusal
from rostra.plugins import EngineOptions, QuoteFinder
from rostra.quotes import find_quotes
from rostra.resolve import name_persons, name_speakers
from rostra.rules import known_languages, language_pack
from rostra.text import Article

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class StagedEngine:
    """The stages over the language packs and the shipped knowledge; a backend may add to the quotes.

    Without a backend it is the rules engine: deterministic, and no model.
    """

    finder: QuoteFinder | None = None
    knowledge: Knowledge = field(default_factory=shipped_knowledge)

    @property
    def name(self) -> str:
        """Name of the backend, else "rules"."""
        return self.finder.name if self.finder else "rules"

    @property
    def version(self) -> str:
        """Version of rostra, with the backend's."""
        return f"{__version__}+{self.finder.version}" if self.finder else __version__

    @property
    def files(self) -> tuple[DataFile, ...]:
        """The backend's weights, with their hashes."""
        return self.finder.files if self.finder else ()

    def annotate(self, document: Document) -> Annotation:
        """All records of one document. A document without a language pack is refused, with empty records."""
        if document.lang not in known_languages():
            return Annotation(document, (), (), (), (_unknown_language(document),))
        article = Article(document, language_pack(document.lang), self.knowledge)
        return _Reading(article, self.finder).run()


def rules_engine(options: EngineOptions) -> StagedEngine:
    """The rules alone."""
    return StagedEngine(knowledge=options.knowledge or shipped_knowledge())


def _unknown_language(document: Document) -> Refusal:
    known = ", ".join(known_languages())
    if document.lang == "und":
        message = f"the language could not be told; name it with `lang` or --lang (known: {known})"
        return Refusal("language", "language.undetermined", message, document=document.id)
    message = f"no language pack for {document.lang!r} (known: {known})"
    return Refusal("language", "language.unsupported", message, document=document.id)


def spacy_engine(options: EngineOptions) -> StagedEngine:
    """The rules, and a pipeline of spaCy for what they do not see. Raises EngineError where spaCy is missing."""
    try:
        from rostra.backends.spacy_quotes import spacy_finder
    except ImportError as error:
        raise EngineMissing("spaCy is not installed", remedy="pip install 'rostra[spacy]'") from error
    return StagedEngine(spacy_finder(options), options.knowledge or shipped_knowledge())


def learned_engine(options: EngineOptions) -> StagedEngine:
    """The rules and the small tagger. Raises EngineError where its libraries or weights are missing or broken."""
    try:
        from rostra.backends.learned_quotes import learned_finder
    except ImportError as error:
        remedy = "pip install 'rostra[learned]'"
        raise EngineMissing("the learned engine is not installed", remedy=remedy) from error
    return StagedEngine(learned_finder(options), options.knowledge or shipped_knowledge())


class _Reading:
    """One document on its way through the stages."""

    def __init__(self, article: Article, finder: QuoteFinder | None) -> None:
        self.article, self.finder = article, finder
        self.refusals: list[Refusal] = []

    def run(self) -> Annotation:
        mentions = self._stage("mentions", lambda: find_mentions(self.article))
        quotes = self._stage("quotes", lambda: find_quotes(self.article))
        if self.finder:
            mentions, quotes = self.finder.refine(self.article, mentions, quotes)
        mentions = self._stage("resolve", lambda: name_persons(self.article, mentions))
        quotes = self._stage("resolve", lambda: name_speakers(self.article, quotes, mentions))
        claims = self._stage("claims", lambda: find_claims(self.article, mentions, quotes))
        return Annotation(self.article.document, mentions, quotes, claims, tuple(self.refusals))

    def _stage(self, name: str, run: Callable[[], tuple[T, ...]]) -> tuple[T, ...]:
        try:
            return run()
        except (ArithmeticError, AssertionError, LookupError, RuntimeError, TypeError, ValueError) as defect:
            # Stages do not raise; should one have a defect, the article loses that stage and the run goes on.
            message = f"a defect in rostra, please report it: {type(defect).__name__}: {defect}"
            self.refusals.append(Refusal(name, f"{name}.defect", message, document=self.article.document.id))
            return ()
