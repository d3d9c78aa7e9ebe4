"""Attributions in column files: a token a line, a blank line after a sentence, `-DOCSTART-` before a text.

The first column is the token, the last three its labels for content, source and cue (`O`, `B` or `I`, also as
`B-content`). A content belongs to the cue, and to the source, that stands nearest in its sentence.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from rostra.kernel import KnowledgeError, Span
from rostra.kernel.tables import FaultList
from rostra.training.example import Attribution, Example

_NO_BLANK_BEFORE = frozenset(".,;:)»”]?!%…")
_NO_BLANK_AFTER = frozenset("(«“[¿¡")
_LABEL = re.compile(r"([OBI])(?:-\w+)?")
_REMEDY = "a line is: token, any columns, then the labels of content, source and cue, each O, B or I"


@dataclass(slots=True)
class _Growing:
    """A text as it is put together from its tokens."""

    text: str = ""
    spans: tuple[list[Span], list[Span], list[Span]] = field(default_factory=lambda: ([], [], []))
    attributions: list[Attribution] = field(default_factory=list)

    def add(self, token: str, labels: Iterable[str]) -> None:
        """Appends a token; a label I without a B before it begins a span."""
        apart = self.text and token[0] not in _NO_BLANK_BEFORE and self.text[-1] not in _NO_BLANK_AFTER
        start = len(self.text) + bool(apart and not self.text.endswith("\n"))
        before = len(self.text)
        self.text = self.text.ljust(start) + token
        for spans, label in zip(self.spans, labels, strict=True):
            if label == "I" and spans and spans[-1].end == before:
                spans[-1] = Span(spans[-1].start, len(self.text))
            elif label != "O":
                spans.append(Span(start, len(self.text)))

    def end_sentence(self) -> None:
        """Joins each content with the nearest cue and source."""
        contents, sources, cues = self.spans
        for content in contents:
            parts = (_nearest(content, cues), _nearest(content, sources))
            self.attributions.append(Attribution((content,), *parts))
        self.spans = ([], [], [])
        self.text += "\n" if self.text and not self.text.endswith("\n") else ""


def read_columns(path: Path, lang: str = "en") -> Iterator[Example]:
    """One example a text. Raises KnowledgeError with all the faults of the file."""
    faults = FaultList(str(path))
    grown = _Growing()
    made: list[_Growing] = [grown]
    with path.open(encoding="utf-8") as lines:
        for row, line in enumerate(lines, 1):
            columns = line.split()
            if not columns or columns[0] == "-DOCSTART-":
                grown.end_sentence()
                if columns:
                    grown = _Growing()
                    made.append(grown)
                continue
            labels = [_LABEL.fullmatch(column) for column in columns[-3:]]
            if len(columns) < 4 or not all(labels):
                faults.add("no token with three labels", _REMEDY, row=row)
                continue
            grown.add(columns[0], [label[1] for label in labels if label])
    grown.end_sentence()
    if faults.faults:
        raise KnowledgeError(faults.faults)
    for number, one in enumerate(g for g in made if g.text):
        yield Example(f"{path.stem}:{number}", one.text, lang, tuple(one.attributions), "columns")


def _nearest(content: Span, spans: list[Span]) -> tuple[Span, ...]:
    def distance(span: Span) -> int:
        return max(content.start - span.end, span.start - content.end)

    return (min(spans, key=distance),) if spans else ()
