"""Texts with the attributions that someone, or a rule that is sure, marked in them."""

from dataclasses import dataclass

from rostra.kernel import InvalidRecord, Span, trimmed

_ENDS = " \t\r\n\u00a0\u2009\u202f“”„\"«»‹›‘'.;:—–"
"""What a content sheds at its ends: marks and stops are the layout's, not the speaker's."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attribution: the pieces of its content, of its cue and of its source, each in text order."""

    contents: tuple[Span, ...]
    cues: tuple[Span, ...] = ()
    sources: tuple[Span, ...] = ()

    def __post_init__(self) -> None:
        if not self.contents:
            raise InvalidRecord("an attribution has a content")

    @property
    def whole(self) -> Span:
        """From the first piece's start to the last one's end."""
        return Span(min(c.start for c in self.contents), max(c.end for c in self.contents))


@dataclass(frozen=True, slots=True)
class Example:
    """A text to learn from. Examples with the same id are readings of one text by different annotators.

    Of what lies in `unsure` it is not known whether it is an attribution: nothing is learned from it.
    """

    id: str
    text: str
    lang: str
    attributions: tuple[Attribution, ...]
    origin: str = "given"
    unsure: tuple[Span, ...] = ()


def shorn(text: str, span: Span) -> Span | None:
    """The content without the marks and stops at its ends; None when nothing is left."""
    return trimmed(text, span.start, span.end, _ENDS)


def outermost(attributions: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """The attributions whose content lies in no other one's piece, in text order; of equals the first.

    In PolNeAR train .65 % of the contents lie in another one (n = 19,832), so one layer is enough.
    """
    kept: list[Attribution] = []
    for one in sorted(attributions, key=lambda a: (a.whole.start, -a.whole.end)):
        if not any(piece.contains(one.whole) for other in kept[-4:] for piece in other.contents):
            kept.append(one)
    return tuple(kept)
