"""What every stage needs of a text: its paragraphs, sentences and words, folded forms, and lookup of many terms."""

from rostra.text.article import Article
from rostra.text.folding import fold
from rostra.text.gazetteer import Gazetteer, Hit, Searchable, searchable
from rostra.text.marks import Pair
from rostra.text.segmentation import Segments, segment

__all__ = ["Article", "Gazetteer", "Hit", "Pair", "Searchable", "Segments", "fold", "searchable", "segment"]
