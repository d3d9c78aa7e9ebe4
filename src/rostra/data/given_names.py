"""Given names, as evidence that a capitalised word begins a person's name."""

from importlib.resources.abc import Traversable

from rostra.kernel.tables import read_toml

FAMILY_FIRST = "east_asian"


class GivenNames:
    """Names as written, by tradition; in the East Asian one the family name leads."""

    def __init__(self, by_tradition: dict[str, frozenset[str]]) -> None:
        self.family_first = by_tradition.get(FAMILY_FIRST, frozenset())
        self.all = frozenset().union(*by_tradition.values())


def load_given_names(path: Traversable) -> GivenNames:
    """Reads `given_names.toml`: one string of names a tradition."""
    table = read_toml(path)
    return GivenNames(
        {name: frozenset(str(names).split()) for name, names in table.items() if name != "example"}
    )
