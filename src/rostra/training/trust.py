"""What chance of being right the evidence for a content gives it, from the held-out texts."""

from collections.abc import Iterator, Sequence

import torch
from torch.nn.functional import binary_cross_entropy_with_logits

from rostra.backends.learned_decode import Calibration, Piece
from rostra.backends.learned_trust import UNFITTED, Evidence, Trust
from rostra.training.calibration import Heard, decode_all
from rostra.training.inference import grouped, whole
from rostra.training.scoring import pairs

_RIDGE = 1e-3
"""Keeps the weights finite where a few texts part right from wrong without a fault."""

Case = tuple[Evidence, bool]
"""The evidence for a piece, and whether people marked its content."""


def cases_of(heard: Sequence[Heard], calibration: Calibration) -> list[Case]:
    """All pieces that are found in the texts."""
    found = decode_all(heard, calibration)
    return [case for one, pieces in zip(heard, found, strict=True) for case in _judged(one, pieces)]


def _judged(one: Heard, pieces: Sequence[Piece]) -> Iterator[Case]:
    groups = grouped(pieces)
    matched = pairs(one.example.text, one.example.attributions, [whole(group) for group in groups])
    marked = {number for _, number in matched}
    for number, group in enumerate(groups):
        for piece in group:
            yield piece.evidence, number in marked


def fitted(cases: Sequence[Case]) -> Trust:
    """The likeliest logistic regression; where all cases are right, or none is, there is nothing to fit."""
    if len({right for _, right in cases}) < 2:
        return UNFITTED
    odds = torch.tensor([(1.0, *evidence.log_odds) for evidence, _ in cases], dtype=torch.float64)
    right = torch.tensor([float(right) for _, right in cases], dtype=torch.float64)
    return Trust(*(round(weight, 3) for weight in _weights(odds, right).tolist()))


def _weights(odds: torch.Tensor, right: torch.Tensor) -> torch.Tensor:
    weights = torch.zeros(odds.shape[1], dtype=torch.float64, requires_grad=True)
    search = torch.optim.LBFGS([weights], max_iter=200, line_search_fn="strong_wolfe")

    def loss() -> torch.Tensor:
        search.zero_grad()
        value = binary_cross_entropy_with_logits(odds @ weights, right) + _RIDGE * weights.square().sum()
        value.backward()
        return value

    search.step(loss)
    return weights.detach()
