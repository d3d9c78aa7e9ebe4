"""A document on its way through the stages."""

from dataclasses import dataclass
from functools import cached_property

from rostra.data import Knowledge
from rostra.model import Document
from rostra.rules import LanguagePack
from rostra.text.folding import fold
from rostra.text.gazetteer import Searchable, searchable
from rostra.text.marks import Pair, outermost, pair_marks
from rostra.text.segmentation import Segments, segment


@dataclass(frozen=True)
class Article:
    """A document with its language's pack and the knowledge of the world; what all stages ask of it is made once."""

    document: Document
    pack: LanguagePack
    knowledge: Knowledge

    @property
    def text(self) -> str:
        """The text of the document."""
        return self.document.text

    @cached_property
    def folded(self) -> str:
        """The folded text, as long as the text."""
        return fold(self.document.text)

    @cached_property
    def searchable(self) -> Searchable:
        """The folded text as the gazetteers search it."""
        return searchable(self.folded)

    @cached_property
    def segments(self) -> Segments:
        """Paragraphs and sentences."""
        return segment(self.document.text, self.pack.words.abbreviations)

    @cached_property
    def quotations(self) -> tuple[Pair, ...]:
        """The quotations that lie in no other one, as their marks pair, in order."""
        return tuple(outermost(pair_marks(self.document.text, self.segments.paragraphs)))
