"""Links of what a case keeps beside its records: persons' decisions, predictions, analyses, series of its claims."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from rostra.check import Series
from rostra.kernel import QueryError
from rostra.model import DataFile, Link
from rostra.pipeline.knowing import knowledge_of
from rostra.pipeline.series import series_of
from rostra.store import Analysis, Case, Decision, Entry

Facts = tuple[tuple[str, str], ...]
SHOWN = 400
"""Characters of one setting of an analysis; `--json` of the analysis itself has all of it."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A link without what it rests on, and the ids of that."""

    link: Link
    below: tuple[str, ...] = ()


def kept(case: Case, prefix: str) -> Kept | None:
    """What an id of these kinds, or the unique start of one, stands for; None for an id of another kind.

    Raises QueryError where nothing has it, or several things.
    """
    kind, mark, _ = prefix.partition("_")
    if not mark or kind not in _LISTINGS:
        return None
    found = [one for one in _LISTINGS[kind](case) if one.link.id.startswith(prefix)]
    if len(found) == 1:
        return found[0]
    if not found:
        raise QueryError(f"nothing in {case.path} has an id that starts with {prefix!r}")
    ids = ", ".join(one.link.id for one in found[:10])
    raise QueryError(f"{prefix!r} fits several ids", remedy=f"give more digits: {ids}")


def letters(case: Case, sources: Iterable[str | None]) -> Facts:
    """What persons decided on the reliability of these sources, first to last: the history of each letter."""
    names = dict.fromkeys(source for source in sources if source)
    found = (one for name in names for one in case.decisions("source", name))
    return tuple(
        (f"reliability of {one.subject}", f"{one.value} since {one.made[:10]}: {one.reason}") for one in found
    )


def _decisions(case: Case) -> Iterator[Kept]:
    return map(_decision, case.decisions())


def _decision(one: Decision) -> Kept:
    facts = (("on", f"the {one.kind} {one.subject}"), ("made", one.made), ("reason", one.reason))
    axis = "reliability" if one.kind == "source" else "credibility"
    link = Link("decision", one.id, f"{axis} {one.value}, by a person", facts)
    return Kept(link, (one.subject,) if one.kind == "finding" else ())


def _predictions(case: Case) -> Iterator[Kept]:
    return map(_prediction, case.predictions())


def _prediction(entry: Entry) -> Kept:
    one, outcome = entry.prediction, entry.outcome
    facts = [
        ("series", f"{one.series} over {one.threshold:g}" + (f", of {one.total}" if one.total else "")),
        ("made", f"{one.made}, by {'a text' if one.origin == 'text' else 'the tool'}"),
        ("due", str(one.due)),
        ("probability", f"{one.probability:g}" if one.probability is not None else ""),
        ("base rate", f"{one.base_rate:g}" if one.base_rate is not None else ""),
        (
            "outcome",
            f"{'came true' if outcome.happened else 'did not'}: {outcome.value:g}" if outcome else "",
        ),
    ]
    files = (DataFile("file of the outcome", outcome.sha256),) if outcome else ()
    link = Link("prediction", one.id, one.statement, tuple(fact for fact in facts if fact[1]), files=files)
    return Kept(link, (one.document,) if one.document else ())


def _analyses(case: Case) -> Iterator[Kept]:
    return map(_analysis, case.analyses())


def _analysis(one: Analysis) -> Kept:
    facts = [("kind", one.kind), ("says", one.paragraph), ("added", one.added), *_settings(one.record)]
    return Kept(Link("analysis", one.id, one.title, tuple(fact for fact in facts if fact[1])))


def _settings(record: str) -> Facts:
    """The settings and numbers of an analysis, as its record has them."""
    try:
        found = json.loads(record)
    except ValueError:
        return (("record", record[:SHOWN]),)
    items = found.items() if isinstance(found, dict) else (("record", found),)
    return tuple((str(name), json.dumps(value, ensure_ascii=False)[:SHOWN]) for name, value in items)


def _series(case: Case) -> Iterator[Kept]:
    return (_one_series(told.series) for told in series_of(case, knowledge_of(case)))


def _one_series(series: Series) -> Kept:
    steps = [
        (
            f"{step.earlier.when} to {step.later.when}",
            f"{step.movement} of at least {step.gap:g}, {'not explained' if step.open else 'explained'} on record",
        )
        for step in series.steps
        if step.movement != "level"
    ]
    facts = (("unit", series.unit), ("statements", str(len(series.points))), *steps)
    below = dict.fromkeys(point.claim.id for point in series.points)
    below |= dict.fromkeys(row.id for step in series.steps for row in step.rows)
    return Kept(
        Link("series", series.id, f"{series.holder}: {series.item}, {series.state}", facts), tuple(below)
    )


_LISTINGS: Mapping[str, Callable[[Case], Iterator[Kept]]] = {
    "g": _decisions,
    "p": _predictions,
    "an": _analyses,
    "s": _series,
}
