"""One measured figure, as every corpus runner returns it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """A score with what it was measured on. `n` counts the gold items, `key` names it in floors.toml."""

    key: str
    corpus: str
    what: str
    lang: str
    value: float
    n: int
