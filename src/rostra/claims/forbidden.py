"""Words that take a trigger out of its subject: "deployed the vaccine"."""

from rostra.claims.events import Event


def is_forbidden(event: Event) -> bool:
    """Whether one of the words that a frame forbids stands in the clause or shortly behind it."""
    start, end = max(event.clause.start, event.start - 60), min(event.sentence.line.span.end, event.end + 60)
    marks = tuple(event.sentence.scene.words.possessive_marks)
    words = event.sentence.line.between(start, end)
    texts = [_unmarked(w.text, marks) if w.text.endswith(marks) else w.text for w in words]
    around = f" {' '.join(texts)} "
    return any(f" {word} " in around for word in event.frame.forbids)


def _unmarked(text: str, marks: tuple[str, ...]) -> str:
    """A word without the mark of an owner: "union's" is "union"."""
    return next((text[: -len(mark)] for mark in marks if len(text) > len(mark) and text.endswith(mark)), text)
