"""How sure a content is: the chance that people would mark it, from what the tagger says of its tokens and ends."""

import math
from dataclasses import dataclass
from typing import NamedTuple

_LEAST = 1e-3
"""No probability counts as nearer to 0 or 1: beyond it a network is sure of itself, not right."""


class Evidence(NamedTuple):
    """What the tagger says of a content, as probabilities.

    `inside`: that its tokens are content, in the mean. `begin`: that its first one begins a content. `beyond`: that the
    token behind it is content still.
    """

    inside: float
    begin: float
    beyond: float

    @property
    def log_odds(self) -> tuple[float, float, float]:
        """The same as log odds."""
        inside, begin, beyond = map(_log_odds, self)
        return inside, begin, beyond


def _log_odds(share: float) -> float:
    share = min(max(share, _LEAST), 1.0 - _LEAST)
    return math.log(share / (1.0 - share))


@dataclass(frozen=True, slots=True)
class Trust:
    """A logistic regression on the evidence, fitted on held-out texts (Platt 1999, Probabilistic outputs)."""

    constant: float = 0.0
    inside: float = 1.0
    begin: float = 0.0
    beyond: float = 0.0

    def confidence(self, evidence: Evidence) -> float:
        """0..1 in hundredths; before any fit the mean probability of the tokens."""
        inside, begin, beyond = evidence.log_odds
        odds = self.constant + self.inside * inside + self.begin * begin + self.beyond * beyond
        return round(0.5 + 0.5 * math.tanh(odds / 2), 2)  # the logistic function, and no overflow


UNFITTED = Trust()
