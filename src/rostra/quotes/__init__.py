"""Who said what: quotation marks, reporting cues, speakers and contents."""

from rostra.quotes.find import find_quotes

__all__ = ["find_quotes"]
