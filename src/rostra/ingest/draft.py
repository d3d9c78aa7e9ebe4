"""A text on its way to a document."""

from dataclasses import dataclass

from rostra.kernel import OffsetMap, PartialDate


@dataclass(frozen=True, slots=True)
class Draft:
    """A text, the way back to the decoded raw text, and what the source says of itself."""

    text: str
    offsets: OffsetMap
    title: str | None = None
    date: PartialDate | None = None
    url: str | None = None
    outlet: str | None = None
    lang: str | None = None
