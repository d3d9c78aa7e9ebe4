"""Cheap talk or a costly signal: a vector and a step of the ladder for each claim (METHODS 6).

Fearon 1997 (hands tied, costs sunk) and Quek 2021 (instalments, reducible costs) name what makes a signal costly. The
step is ordinal and for display; it is no sum. The size of a number sets nothing: the purchase was the cost, the
parade is not.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from rostra.data.acts import Act
from rostra.model import Claim
from rostra.rules.signalling import SignallingWords

Cost = Literal["none", "low", "high", "unknown"]
LEVELS = (
    "statement",
    "display of held arms",
    "conditional public commitment",
    "mobilisation or deployment",
    "new procurement",
    "use",
)
_SUNK_AFTER = 365
"""Days after which an act that is told again costs nothing anew."""
_FIRST_ACT = 3


@dataclass(frozen=True, slots=True)
class Setting:
    """What a claim stands in: the folded words of its evidence, the day they were published, the pack's words."""

    words: str
    published: dt.date | None
    signalling: SignallingWords


@dataclass(frozen=True, slots=True)
class Signal:
    """The cost of one claim to the one who does it.

    `level` is a step of LEVELS, None for what is no signal of the holder's; `rule` set it. `ex_ante_cost` was paid
    before; `addressee`, `condition` and `deadline` tie hands in public; `recurring` costs again each day; None is
    unknown. `demand`: somebody is told to change what is, without which a threat is never compellent (Sechser 2011).
    """

    claim: str
    level: int | None
    rule: str
    label: str
    ex_ante_cost: Cost
    addressee: bool
    condition: bool
    deadline: bool
    demand: bool
    recurring: bool | None
    reversible: bool | None
    novelty: Literal["new", "held", "unknown"]
    verifiability: Literal["independent", "unknown"]


def signal_of(claim: Claim, act: Act, setting: Setting) -> Signal:
    """The vector and the step of a claim."""
    terms = _terms(claim, setting)
    level, rule = _step(claim, act, setting, terms)
    done = level is not None and level >= _FIRST_ACT
    return Signal(
        claim=claim.id,
        level=level,
        rule=rule,
        label=_label(claim, level, terms),
        ex_ante_cost=_ex_ante(level),
        addressee=terms.addressee,
        condition=terms.condition,
        deadline=terms.deadline,
        demand=terms.demand,
        recurring=act.recurring if done else None,
        reversible=act.reversible if done else None,
        novelty="new" if done else "held" if level == 1 else "unknown",
        verifiability="unknown",
    )


@dataclass(frozen=True, slots=True)
class _Terms:
    addressee: bool
    condition: bool
    deadline: bool
    demand: bool

    @property
    def bind(self) -> bool:
        return self.addressee and (self.condition or self.deadline)


def _terms(claim: Claim, setting: Setting) -> _Terms:
    words = setting.signalling
    return _Terms(
        addressee=claim.target is not None,
        condition=claim.modality == "conditional" or bool(words.condition.search(setting.words)),
        deadline=bool(words.deadline.search(setting.words)),
        demand=bool(words.demand.search(setting.words)),
    )


def _step(claim: Claim, act: Act, setting: Setting, terms: _Terms) -> tuple[int | None, str]:
    if act.code == "S190":
        return None, "S190"
    if claim.negated or claim.modality == "denied":
        return 0, "S191"
    if claim.type == "threat" or (claim.modality != "asserted" and act.level):
        return _announced(claim, terms)
    if act.level >= _FIRST_ACT and _is_past(claim, setting):
        return 0, "S195"
    if act.level == 0 and setting.signalling.display.search(setting.words) and claim.equipment:
        return 1, "S110"
    return act.level, act.code


def _announced(claim: Claim, terms: _Terms) -> tuple[int, str]:
    """The step of a threat, or of an act that is only planned or conditional."""
    if claim.type == "threat":
        return (2, "S120") if terms.bind else (0, "S100")
    return (2, "S121") if terms.bind else (0, "S122")


def _is_past(claim: Claim, setting: Setting) -> bool:
    if claim.when is None or setting.published is None:
        return False
    return (setting.published - claim.when.last).days > _SUNK_AFTER


def _ex_ante(level: int | None) -> Cost:
    if level is None:
        return "unknown"
    return "high" if level >= 4 else "low" if level == _FIRST_ACT else "none"


def _label(claim: Claim, level: int | None, terms: _Terms) -> str:
    """The step in words; a threat is compellent only with a demand, else a deterrent warning."""
    if level is None:
        return "no signal"
    if claim.type == "threat" and not claim.negated:
        return "compellent threat" if terms.demand and terms.bind else "deterrent warning"
    return LEVELS[level]
