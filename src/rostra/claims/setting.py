"""Where and when."""

from collections.abc import Sequence

from rostra.claims.events import Event
from rostra.claims.scene import Line, Scene
from rostra.kernel import PartialDate
from rostra.model import Mention

NEARBY = 90
"""Code points around a clause within which a place of the same sentence is taken for the clause's own."""


def place_of(event: Event, holder: str | None) -> str | None:
    """Canonical places of the clause, `A; B` when several are joined; else the one place of the sentence."""
    scene, line, clause = event.sentence.scene, event.sentence.line, event.clause
    found = _run(
        scene, [m for m in line.inside(clause.start, clause.end, "place") if _located(scene, line, m)]
    )
    found = found or _run(
        scene, [m for m in line.inside(line.span.start, line.span.end, "place") if _located(scene, line, m)]
    )
    found = (
        found
        or [
            m
            for m in line.inside(clause.start, clause.end, "country")
            if _located(scene, line, m) and m.name != holder
        ][:1]
    )
    return "; ".join(dict.fromkeys(m.name for m in found)) or None


def _located(scene: Scene, line: Line, mention: Mention) -> bool:
    """Whether a preposition of place stands before a name, or before the list that it belongs to."""
    before = line.before(mention.span.start, 4)
    if {word.text for word in before} & scene.words.place_prepositions:
        return True
    return any(m.kind == "place" and 0 < mention.span.start - m.span.end <= 6 for m in line.mentions)


def _run(scene: Scene, mentions: Sequence[Mention]) -> list[Mention]:
    run = list(mentions[:1])
    for mention in mentions[1:]:
        gap = scene.folded[run[-1].span.end : mention.span.start]
        words = gap.replace(",", " ").split()
        if (
            len(gap) > 12
            or not ("," in gap or words)
            or set(words)
            - scene.words.coordinators
            - scene.pack.words.determiners
            - scene.words.place_prepositions
        ):
            break
        run.append(mention)
    return run


def time_of(event: Event) -> tuple[str | None, PartialDate | None]:
    """The words for the time with their preposition, and the days they mean: the clause's, else the sentence's."""
    line, clause = event.sentence.line, event.clause
    dates = list(line.inside(clause.start, clause.end, "date"))
    around = list(line.inside(line.span.start, line.span.end, "date"))
    chosen = (
        min(dates, key=lambda m: _distance(event, m)) if dates else around[0] if len(around) == 1 else None
    )
    if chosen is None:
        return None, None
    when = chosen.value if isinstance(chosen.value, PartialDate) else None
    before = line.before(chosen.span.start, 1)
    start = chosen.span.start
    if before and before[0].text in event.sentence.scene.words.time_prepositions:
        start = before[0].start
    return event.sentence.scene.document.text[start : chosen.span.end], when


def _distance(event: Event, mention: Mention) -> int:
    return abs(mention.span.start - event.start)
