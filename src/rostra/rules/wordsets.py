"""Closed classes of words taken together."""

from functools import cache


@cache
def either(*sets: frozenset[str]) -> frozenset[str]:
    """The words of several classes, put together once.

    A union in the middle of a sentence's reading cost more than the reading; the classes of a language never change.
    """
    return frozenset().union(*sets)
