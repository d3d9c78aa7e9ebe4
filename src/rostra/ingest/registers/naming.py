"""How a register's names become the knowledge's: through callables, for the tables are not this room's."""

from collections.abc import Callable
from dataclasses import dataclass

Resolver = Callable[[str], str | None]


def unknown(name: str) -> None:
    """Resolves nothing: the name stays as the register writes it."""


@dataclass(frozen=True, slots=True)
class Naming:
    """`item` gives the catalogue id of a designation, `country` the canonical name of a state; None if unknown."""

    item: Resolver = unknown
    country: Resolver = unknown

    def state(self, name: str) -> str:
        """The canonical name of a state, or the name as written."""
        return self.country(name) or name
