"""Violence without arms: that of critics and thieves, floods, accidents and what a court hears."""

from rostra.claims.events import Event

_ARMED = frozenset({"groups", "munitions"})


def is_civil(event: Event) -> bool:
    """Whether tourists, critics or thieves do it, and no forces or arms: "the opposition attacked the minister"."""
    line = event.sentence.line
    doer = event.subject if event.voice == "active" else (event.clause.start, event.clause.end)
    if event.frame.type == "loss" or "civil" not in line.classes(*doer):
        return False
    arms = any(True for _ in line.inside(event.clause.start, event.clause.end, "equipment"))
    return not _has_forces(event, *doer) and not arms


def is_mishap(event: Event) -> bool:
    """Whether the sentence or the text tells of a flood, a road accident or a trial, and names no forces, arms or other attack."""
    line = event.sentence.line
    start, end = line.span.start, line.span.end
    if event.frame.type not in {"strike", "loss"}:
        return False
    found = line.classes(start, end)
    told = "mishaps" in found or event.sentence.scene.is_mishap
    if not told or found & _ARMED or _has_forces(event, *event.scope):
        return False
    if any(m.equipment_class == "platform" for m in line.inside(start, end, "equipment")):
        return False
    return event.frame.type == "strike" or not any(
        use.frame.type == "strike"
        and use.frame.kind == "noun"
        and not all("munition" in need for need in use.frame.needs)
        for hit in line.hits
        if hit.start != event.start
        for use in hit.value.uses
    )


def _has_forces(event: Event, start: int, end: int) -> bool:
    return any(a.armed and start <= a.start and a.end <= end for a in event.sentence.actors)
