"""What a person reads of a shared script: a paragraph with its limits, a table, a picture."""

from rostra.signals.results import Picture, Section, picture_of
from rostra.signals.script.answer import Script
from rostra.signals.script.leader import LEAST_NARRATIVES, Leader
from rostra.signals.script.timing import MOST_LAG, LeadLag

_LEVEL = 0.05
_SHOWN = 40
_LIMITS = (
    "Shared words have many causes: a translation by one agency, a common ally, a common source that is not in the "
    "corpus. Compare with a third actor of the same views before drawing a conclusion."
)


def section(answer: Script) -> Section:
    """The answer for a reader: each passage with both its sources."""
    one, other = answer.plan.actors
    return Section(
        f"Shared script: {one} and {other}",
        paragraph(answer),
        ("kind", "shared 5-grams", one, other),
        tuple(
            (
                passage.kind,
                str(passage.shared_grams),
                *(f"{side.document} {side.date}: {side.text}" for side in passage.sides),
            )
            for passage in (*answer.passages, *answer.excluded)[:_SHOWN]
        ),
        picture(answer),
    )


def paragraph(answer: Script) -> str:
    """The result in words that an analyst may print, limits included."""
    one, other = answer.plan.actors
    kinds = [passage.kind for passage in answer.excluded]
    return (
        f"Among {answer.documents[one]} documents of {one} and {answer.documents[other]} of {other}, "
        f"{len(answer.passages)} passages stand in both ({kinds.count('quoted')} more inside quotation marks, "
        f"{kinds.count('citation')} citations of each other, {len(answer.stock)} stock phrases left out); "
        f"{len(answer.claims)} typed claims are made by both. {_background_words(answer)}"
        f"{_timing_words(answer)} {_leader_words(answer.leader)} {_LIMITS}"
    )


def _background_words(answer: Script) -> str:
    if answer.background:
        return f"{answer.background} documents of other actors tell what everybody says. "
    return "The corpus holds no other actor, so a stock phrase cannot be told from a shared one. "


def _timing_words(answer: Script) -> str:
    timing = answer.timing
    if timing is None:
        return f"Timing: no answer ({(answer.timing_refusal or '').splitlines()[0]})."
    given = "given the media's volume" if timing.controlled else "without media volume as a control"
    found = f"p {timing.p:.3f} over {timing.shifts} circular shifts, {timing.n} days, {given}"
    if timing.p >= _LEVEL:
        return f"Timing: no evidence that one follows the other ({found})."
    what = _lag_words(timing, answer.plan.actors)
    return f"Timing: {what} ({found})." if timing.controlled else f"Timing: co-movement; {what} ({found})."


def _lag_words(timing: LeadLag, actors: tuple[str, str]) -> str:
    if timing.lag == 0:
        return "both move on the same day"
    leads, follows = actors if timing.lag > 0 else actors[::-1]
    return f"{follows} follows {leads} by {abs(timing.lag)} days"


def _leader_words(found: Leader) -> str:
    if found.p is None:
        return f"Who is first cannot be told: {found.n} narratives, where {LEAST_NARRATIVES} are needed."
    lead = (
        "comes first more often" if found.p < _LEVEL else "does not come first more often than chance allows"
    )
    return (
        f"{found.actor} {lead} ({found.firsts} of {found.n} narratives, one random mention of each actor, "
        f"p {found.p:.3f}; {found.truncated} were in use before the corpus begins)."
    )


def picture(answer: Script) -> Picture:
    """Correlation by lag where there is a timing, else the days of each narrative: Vega-Lite, data inside."""
    return _uses(answer) if answer.timing is None else _lags(answer.timing, answer.plan.actors)


def _lags(timing: LeadLag, actors: tuple[str, str]) -> Picture:
    values = [
        {"lag": at - MOST_LAG, "correlation": round(value, 4)}
        for at, value in enumerate(timing.correlation.tolist())
    ]
    return picture_of(
        f"Correlation of {actors[0]} and {actors[1]} by lag",
        data={"values": values},
        mark="bar",
        encoding={
            "x": {
                "field": "lag",
                "type": "ordinal",
                "title": f"days by which {actors[1]} follows {actors[0]}",
            },
            "y": {"field": "correlation", "type": "quantitative"},
        },
    )


def _uses(answer: Script) -> Picture:
    values = [
        {"narrative": narrative.text[:60], "actor": actor, "date": day.isoformat()}
        for narrative in answer.narratives[:_SHOWN]
        for actor, days in narrative.days.items()
        for day in days
    ]
    return picture_of(
        "Days on which each actor uses each narrative",
        data={"values": values},
        mark="point",
        encoding={
            "x": {"field": "date", "type": "temporal"},
            "y": {"field": "narrative", "type": "nominal"},
            "color": {"field": "actor", "type": "nominal"},
        },
    )
