"""Verdicts from intervals: what a claim and a documented count come to (METHODS, section 5)."""

import math
from dataclasses import dataclass
from typing import Literal

from rostra.check.interval import TOLERANCE, Interval
from rostra.model import Modifier, Verdict

Direction = Literal["above", "below", "level"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """A verdict with the way the claim lies off the record, and claim over record at the nearest bounds."""

    verdict: Verdict
    direction: Direction = "level"
    ratio: float | None = None


OPEN_QUESTION = Outcome("not_enough_info")


def same(claim: Interval, evidence: Interval) -> Outcome:
    """The same state: evidence inside the claim supports, disjoint refutes, anything else leaves it open."""
    tolerant = claim.widened(TOLERANCE)
    if tolerant.holds(evidence):
        return Outcome("supported")
    if tolerant.meets(evidence):
        return OPEN_QUESTION
    if claim.low > evidence.high:
        return Outcome("refuted", "above", ratio(claim.low, evidence.high))
    return Outcome("refuted", "below", ratio(claim.high, evidence.low))


def floor(claim: Interval, evidence: Interval, modifier: Modifier | None) -> Outcome:
    """At least so many are documented: a claim up to it is supported, one above it stays open, with the ratio.

    "Up to so many" is a ceiling of the speaker's own, which no floor can show.
    """
    if modifier == "at_most":
        return OPEN_QUESTION
    if claim.low <= evidence.low * (1 + TOLERANCE):
        return Outcome("supported") if evidence.low > 0 else OPEN_QUESTION
    if claim.low > evidence.high:
        return Outcome("not_enough_info", "above", ratio(claim.low, evidence.high))
    return OPEN_QUESTION


def ceiling(claim: Interval, evidence: Interval) -> Outcome:
    """No more than so many are documented: a claim above it is refuted, one below it stays open."""
    if claim.low * (1 - TOLERANCE) > evidence.high:
        return Outcome("refuted", "above", ratio(claim.low, evidence.high))
    return OPEN_QUESTION


def cover(claim: Interval, evidence: Interval, modifier: Modifier | None) -> Outcome:
    """Large enough or not, it settles nothing; the ratio says how far the claim reaches above it."""
    reached = floor(claim, evidence, modifier)
    return OPEN_QUESTION if reached.verdict == "supported" else reached


def ratio(claim: float, record: float) -> float | None:
    """Claim over record, where both are finite and the record is not nothing."""
    if record <= 0 or math.isinf(claim) or math.isinf(record):
        return None
    return claim / record


def flipped(verdict: Verdict) -> Verdict:
    """The verdict on a denial of what the verdict was on."""
    if verdict == "supported":
        return "refuted"
    return "supported" if verdict == "refuted" else verdict
