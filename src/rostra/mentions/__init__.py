"""Names, arms, numbers, dates and money in a text."""

from rostra.mentions.finder import find_mentions

__all__ = ["find_mentions"]
