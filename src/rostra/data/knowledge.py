"""Everything rostra knows of the world, each table read from its file when it is first asked for."""

from functools import cache


class Knowledge:
    """The shipped tables: equipment, countries, places, organisations, persons in office."""


@cache
def shipped_knowledge() -> Knowledge:
    """The tables that come with rostra; read once a process."""
    return Knowledge()
