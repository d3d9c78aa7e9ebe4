from dataclasses import dataclass

from rostra.kernel import InvalidRecord, OffsetMap, PartialDate, content_id


@dataclass(frozen=True, slots=True)
class Document:
    """One article or transcript: the text that every span counts in, and how it was come by.

    `text` is what was read from the source after its furniture was taken off; it never changes. `offsets` leads
    from it back to the decoded raw text, `encoding` from there to the raw bytes, whose SHA-256 is `sha256`.
    `lang` is a BCP 47 primary subtag, "und" when it could not be told.
    """

    id: str
    text: str
    lang: str
    title: str | None
    date: PartialDate | None
    url: str | None
    outlet: str | None
    sha256: str
    encoding: str
    offsets: OffsetMap

    def __post_init__(self) -> None:
        if self.offsets.runs and self.offsets.runs[-1].end > len(self.text):
            raise InvalidRecord(f"the offset map of {self.id} runs past its text")

    @staticmethod
    def make_id(sha256: str, text: str) -> str:
        """Id from the raw bytes' hash and the text read from them."""
        return content_id("doc", sha256, text)
