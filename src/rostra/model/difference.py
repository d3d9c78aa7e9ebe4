from dataclasses import dataclass
from typing import Literal, get_args

LinkKind = Literal[
    "case",
    "raw bytes",
    "program",
    "engine",
    "model",
    "rule",
    "data file",
    "pack",
    "register",
    "decoding",
    "language",
    "text",
    "record",
    "register row",
    "check",
    "grade by hand",
    "series",
    "signal",
    "figure",
    "page",
]
LINK_KINDS: tuple[LinkKind, ...] = get_args(LinkKind)
"""The links of a chain from the bottom up: what was given, then what was made of it."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A link of a chain that does not replay: what the record has of it, and what it comes to now.

    `subject` is the id of a record or the name of a file, `field` the first field of it that differs.
    """

    link: LinkKind
    subject: str
    stored: str
    now: str
    field: str = ""

    @property
    def place(self) -> int:
        """How far up the chain it lies; the lowest one explains the rest."""
        return LINK_KINDS.index(self.link)
