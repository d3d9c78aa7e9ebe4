"""The small tagger as a finder of quotes, constrained by the rules' pairs of marks and silent where it is not sure."""

from dataclasses import dataclass
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path

from rostra.backends.learned_merge import NAME, is_certain, merged
from rostra.backends.learned_model import Tagger, load_tagger
from rostra.backends.learned_reading import read
from rostra.kernel import EngineMissing
from rostra.model import DataFile, Mention, Quote
from rostra.plugins import EngineOptions
from rostra.text import Article

PACKAGE = "rostra_learned"


@dataclass(frozen=True, slots=True)
class LearnedQuotes:
    """The tagger as a finder of quotes; it serves documents of its own languages alone."""

    tagger: Tagger
    name: str = NAME

    @property
    def version(self) -> str:
        """Name, version and hash of the weights."""
        return self.tagger.card.label

    @property
    def files(self) -> tuple[DataFile, ...]:
        """The weights that its records rest on."""
        return self.tagger.card.files

    def refine(
        self, article: Article, mentions: tuple[Mention, ...], quotes: tuple[Quote, ...]
    ) -> tuple[tuple[Mention, ...], tuple[Quote, ...]]:
        """The rules' quotes with better speakers and further contents; what they found with certainty stays."""
        if article.document.lang not in self.tagger.card.languages:
            return mentions, quotes
        held = [quote.content for quote in quotes if is_certain(quote)]
        return mentions, merged(article, quotes, read(self.tagger, article, held))


def learned_finder(options: EngineOptions) -> LearnedQuotes:
    """Loads the weights in the folder that the user names, else those of the package rostra-learned.

    Raises EngineMissing where that is not installed, EngineError where the weights cannot be used.
    """
    return LearnedQuotes(load_tagger(Path(options.model) if options.model else _shipped(), options.threads))


def _shipped() -> Path:
    if find_spec(PACKAGE) is None:
        raise EngineMissing("no weights are installed", remedy="pip install 'rostra[learned]'")
    return Path(str(files(PACKAGE) / "weights"))
