"""Everything rostra knows of the world, each table read from its file when it is first asked for."""

from functools import cache, cached_property
from importlib.resources import files

from rostra.data.equipment import Catalogue, load_catalogue


class Knowledge:
    """The shipped tables: equipment, countries, places, organisations, persons in office."""

    @cached_property
    def equipment(self) -> Catalogue:
        """Military systems, their names and classes (`equipment/`)."""
        return load_catalogue(files("rostra.data") / "equipment")


@cache
def shipped_knowledge() -> Knowledge:
    """The tables that come with rostra; read once a process."""
    return Knowledge()
