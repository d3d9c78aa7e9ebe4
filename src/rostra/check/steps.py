"""A step of a series that the record does not explain, as a finding on the later of its two statements."""

from rostra.check.matching import RowIndex, counted
from rostra.check.series import Point, Step
from rostra.check.units import UNSPECIFIED, plural
from rostra.check.wording import cited, interval, number, saying, sentence, years
from rostra.model import Claim, Finding


def finding_of(step: Step, index: RowIndex) -> Finding | None:
    """The finding on a step; None for a rise of which the record could not know, having no row on the thing."""
    claim, known = step.later.claim, index.counts(step.later.claim)
    if step.movement == "rise" and not known.rows:
        return None
    return Finding(
        claim.id,
        "conflicting" if step.movement == "fall" else "not_enough_info",
        sentence(_apart(step), _explained(step), *([cited(step.rows)] if step.rows else [])),
        "K440" if step.movement == "fall" else "K450",
        rows=tuple(row.id for row in step.rows),
        claims=(step.earlier.claim.id,),
        searched=f"{known.searched}; {_what(step)} of {years(step.earlier.when)} to {years(step.later.when)}",
    )


def _apart(step: Step) -> str:
    way = "lies above" if step.movement == "rise" else "falls short of"
    earlier = saying(step.earlier.claim)
    if step.one_speaker:
        whose = f"the same speaker's {earlier.removeprefix('the ')} ({years(step.earlier.when)})"
    else:
        whose = f"{earlier} ({_told(step.earlier)})"
    return f"{saying(step.later.claim)} ({_told(step.later)}) {way} {whose} by at least {_number(step)}"


def _told(point: Point) -> str:
    return f"{point.speaker or 'the outlet'}, {years(point.when)}"


def _number(step: Step) -> str:
    claim: Claim = step.later.claim
    unit = claim.quantity.unit if claim.quantity else UNSPECIFIED
    return number(step.gap) + ("" if unit == UNSPECIFIED else f" {plural(unit)}")


def _what(step: Step) -> str:
    return "deliveries" if step.movement == "rise" else "losses and transfers to others"


def _explained(step: Step) -> str:
    if not step.rows:
        return f"no {_what(step).replace(' and ', ' or ')} on record between them, which may be unrecorded"
    rows = counted(len(step.rows), "row")
    return f"{_what(step)} on record between them account for {interval(step.explained)} ({rows}), not for the whole"
