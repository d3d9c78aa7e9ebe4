"""A text with its quotes and claims marked: cut into runs, so that crossing spans never make crossing tags."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from rostra.kernel import Span, trimmed
from rostra.model import Claim, Document, Quote
from rostra.report.speakers import Speaker, speaker_label

INNERMOST = 16
"""Claims that one run is marked with at most: a page stays linear in its text however deep spans nest."""

_WIDEST_BLANK = 64
_HEADING, _CLOSING = 80, 2
_Role = Literal["quote", "speaker", "claim"]


@dataclass(frozen=True, slots=True)
class Tag:
    """The small label that opens a quote or closes a claim, and leads to its row."""

    label: str
    index: int
    style: str
    title: str


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text under one set of marks; `opened` quotes begin at it, `closed` claims end with it."""

    text: str
    style: str
    opened: tuple[Tag, ...] = ()
    closed: tuple[Tag, ...] = ()

    @property
    def plain(self) -> bool:
        """Whether nothing marks it."""
        return not (self.style or self.opened or self.closed)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of the text as runs. `style` is set for one that lies in a speaker's turn as a whole."""

    runs: tuple[Run, ...]
    style: str = ""


@dataclass(frozen=True, slots=True)
class _Stretch:
    span: Span
    role: _Role
    style: str
    tag: Tag | None = None


@dataclass(slots=True)
class _Sweep:
    """The stretches that lie over the place reached, and those still to come, last first."""

    coming: list[_Stretch]
    over: list[_Stretch] = field(default_factory=list)

    def advance(self, at: int) -> None:
        while self.coming and self.coming[-1].span.start <= at:
            self.over.append(self.coming.pop())
        self.over = [stretch for stretch in self.over if stretch.span.end > at]


def marked(
    document: Document, quotes: tuple[Quote, ...], claims: tuple[Claim, ...], speakers: dict[str, Speaker]
) -> Iterator[Paragraph]:
    """The paragraphs of a document, in order. A span that runs past the text is left out."""
    inside = [*_quoted(document, quotes, speakers), *_claimed(claims)]
    stretches = [stretch for stretch in inside if stretch.span.end <= len(document.text)]
    cuts = sorted({offset for stretch in stretches for offset in (stretch.span.start, stretch.span.end)})
    sweep = _Sweep(
        sorted(stretches, key=lambda stretch: (stretch.span.start, -stretch.span.end), reverse=True)
    )
    at = 0
    for line in _lines(document.text):
        while at < len(cuts) and cuts[at] <= line.start:
            at += 1
        first = at
        while at < len(cuts) and cuts[at] < line.end:
            at += 1
        runs = tuple(_runs(document.text, [line.start, *cuts[first:at], line.end], sweep))
        yield Paragraph(runs, _turn_style(line, sweep))


def _lines(text: str) -> Iterator[Span]:
    start = 0
    for line in text.splitlines(keepends=True):
        span = trimmed(text, start, start + len(line))
        if span:
            yield span
        start += len(line)


def _quoted(document: Document, quotes: Iterable[Quote], speakers: dict[str, Speaker]) -> Iterator[_Stretch]:
    for index, quote in enumerate(quotes, 1):
        speaker = speakers[speaker_label(document, quote)]
        tag = Tag(speaker.letter, index, speaker.style, f"{quote.kind} quote: {speaker.name}")
        yield _Stretch(quote.content, "quote", f"q {quote.kind} {speaker.style}", tag)
        if quote.speaker:
            yield _Stretch(quote.speaker, "speaker", f"who {speaker.style}")


def _claimed(claims: Iterable[Claim]) -> Iterator[_Stretch]:
    for index, claim in enumerate(claims, 1):
        tag = Tag(str(index), index, f"k{index}", f"claim {index}: {claim.type}")
        yield _Stretch(claim.evidence, "claim", f"k{index}", tag)


def _runs(text: str, cuts: list[int], sweep: _Sweep) -> Iterator[Run]:
    line = Span(cuts[0], cuts[-1])
    for start, end in pairwise(cuts):
        sweep.advance(start)
        yield Run(
            text[start:end],
            _style(sweep.over),
            tuple(
                s.tag for s in sweep.over if s.tag and s.role == "quote" and _opens(s.span, start, text, line)
            ),
            tuple(
                s.tag for s in sweep.over if s.tag and s.role == "claim" and _closes(s.span, end, text, line)
            ),
        )


def _tags(stretches: Iterable[_Stretch]) -> tuple[Tag, ...]:
    return tuple(sorted((s.tag for s in stretches if s.tag), key=lambda tag: tag.index))


def _opens(span: Span, at: int, text: str, line: Span) -> bool:
    """Whether a span begins here, or began in the blank before the line."""
    return span.start == at or (at == line.start and _blank(text, span.start, at))


def _closes(span: Span, at: int, text: str, line: Span) -> bool:
    """Whether a span ends here, or in the blank after the line."""
    return span.end == at or (at == line.end and _blank(text, at, span.end))


def _blank(text: str, start: int, end: int) -> bool:
    return start < end <= start + _WIDEST_BLANK and not text[start:end].strip()


def _style(over: list[_Stretch]) -> str:
    """The classes of a run: its innermost quote, whether it names the speaker, its innermost claims."""
    speech = [stretch for stretch in over if stretch.role == "quote"]
    inner = min(speech, key=lambda stretch: len(stretch.span)).style if speech else ""
    named = next((stretch.style for stretch in over if stretch.role == "speaker"), "")
    claims = [stretch.style for stretch in over if stretch.role == "claim"][-INNERMOST:]
    return " ".join(filter(None, (named or inner, "claim" if claims else "", *claims)))


def _turn_style(line: Span, sweep: _Sweep) -> str:
    """The classes of a line that is a turn from its heading to its end."""
    turns = [s for s in sweep.over if s.role == "quote" and s.style.startswith("q turn ")]
    whole = [t for t in turns if t.span.start - line.start <= _HEADING and line.end - t.span.end <= _CLOSING]
    return whole[-1].style.removeprefix("q ") if whole else ""
