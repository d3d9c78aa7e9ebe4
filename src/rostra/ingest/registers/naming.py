"""How a register's names become the knowledge's: through callables, for the tables are not this room's."""

from collections.abc import Callable
from dataclasses import dataclass

Resolver = Callable[[str], str | None]


def unknown(name: str) -> None:
    """Resolves nothing: the name stays as the register writes it."""


@dataclass(frozen=True, slots=True)
class Naming:
    """`item` gives the catalogue id of a designation, `country` the canonical name of a state; None if unknown.

    `described` knows more than `item`: it also weighs what the register calls the thing.
    """

    item: Resolver = unknown
    country: Resolver = unknown
    described: Callable[[str, str], str | None] | None = None

    def system(self, designation: str, description: str) -> str | None:
        """The catalogue id of a designation that the register describes in words of its own ("portable SAM")."""
        return self.described(designation, description) if self.described else self.item(designation)

    def state(self, name: str) -> str:
        """The canonical name of a state, or the name as written."""
        return self.country(name) or name
