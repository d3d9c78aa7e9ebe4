"""What a person may settle for everything that is read in one go."""

from dataclasses import dataclass

from rostra.kernel import PartialDate

MAX_BYTES = 32 * 1024 * 1024
"""Bytes of one source. The longest novels have 4 MB of text; what is larger is a data dump, not an article."""


@dataclass(frozen=True, slots=True)
class ReadSettings:
    """What is given here wins over what a source says of itself. `lang` is a BCP 47 tag.

    `keep_furniture` leaves the lines of a page that are no article ("Skip to content") in the text.
    """

    lang: str | None = None
    title: str | None = None
    date: PartialDate | None = None
    url: str | None = None
    outlet: str | None = None
    max_bytes: int = MAX_BYTES
    keep_furniture: bool = False
