from dataclasses import dataclass
from typing import Literal

from rostra.kernel import InvalidRecord, Span, content_id

QuoteKind = Literal["direct", "mixed", "indirect", "turn"]


@dataclass(frozen=True, slots=True)
class Quote:
    """Words attributed to a speaker: whole (direct), in part (mixed), in substance (indirect), or a whole turn.

    `content` is what was said, without speaker, cue and the marks at its ends. `speaker` is the mention used in
    the text, `speaker_name` the full name it stands for. `rule` is the code of the rule that found it, `engine`
    the engine that the rule belongs to. `confidence` is between 0 and 1.
    """

    document: str
    kind: QuoteKind
    content: Span
    speaker: Span | None
    speaker_name: str | None
    cue: Span | None
    rule: str
    confidence: float
    engine: str = "rules"

    def __post_init__(self) -> None:
        if not 0 <= self.confidence <= 1:
            raise InvalidRecord(f"confidence lies between 0 and 1, not {self.confidence}")

    @property
    def id(self) -> str:
        """Id from document, content, kind and speaker: another reading of the same words is another quote."""
        speaker = (self.speaker.start, self.speaker.end) if self.speaker else None
        return content_id(
            "q", self.document, self.kind, self.content.start, self.content.end, speaker, self.speaker_name
        )
