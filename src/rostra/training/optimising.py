"""The loss, the optimiser and its schedule."""

from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

from rostra.training.batches import IGNORED, PAD, Window
from rostra.training.network import Tagger

Batch = dict[str, Tensor]


def tensors_of(windows: list[Window]) -> Batch:
    """`ids`, `mask`, `marks` [B,T], `tags` [B,T,3], `links` [N,4]: row, content, cue, source."""
    width = max(len(w.ids) for w in windows)

    def padded(rows: list[list[int]], value: int) -> Tensor:
        return torch.tensor([row + [value] * (width - len(row)) for row in rows])

    links = [(row, *link) for row, one in enumerate(windows) for link in one.links]
    return {
        "ids": padded([w.ids for w in windows], PAD),
        "mask": padded([[1] * len(w.ids) for w in windows], 0),
        "marks": padded([w.marks for w in windows], 0),
        "tags": torch.stack([padded([w.tags[n] for w in windows], IGNORED) for n in range(3)], dim=-1),
        "links": torch.tensor(links, dtype=torch.long).reshape(-1, 4),
    }


def loss_of(tagger: Tagger, batch: Batch, link_weight: float = 0.3) -> Tensor:
    """Cross entropy of the tags, and of the two links."""
    tags, *links = tagger(batch["ids"], batch["mask"], batch["marks"])
    loss = functional.cross_entropy(
        tags.float().reshape(-1, 3), batch["tags"].reshape(-1), ignore_index=IGNORED
    )
    rows, contents, *ends = batch["links"].unbind(1)
    if not len(rows):
        return loss
    hidden = batch["mask"] == 0
    for query, key, wanted in ((links[0], links[1], ends[0]), (links[2], links[3], ends[1])):
        scores = torch.einsum("nd,ntd->nt", query[rows, contents].float(), key[rows].float())
        scores = scores.masked_fill(hidden[rows], -1e4)
        loss = loss + link_weight * functional.cross_entropy(scores, wanted)
    return loss


def optimiser(tagger: Tagger, rate: float, decay: float = 0.95) -> torch.optim.AdamW:
    """AdamW; each layer learns `decay` times as fast as the one above it, the new parts twice as fast."""
    body = tagger.body
    groups = [_group(2 * rate, tagger.tags, tagger.links, body.marks)]
    groups += [_group(rate * decay**depth, layer) for depth, layer in enumerate(reversed(body.layers))]
    groups.append(_group(rate * decay ** len(body.layers), body.positions, body.norm))
    return torch.optim.AdamW(
        [g for g in groups if g["params"]], weight_decay=0.01, betas=(0.9, 0.98), eps=1e-6
    )


def _group(rate: float, *parts: nn.Module) -> dict[str, Any]:
    learned = [one for part in parts for one in part.parameters() if one.requires_grad]
    return {"params": learned, "lr": rate, "first_rate": rate}


def set_rate(optimiser: torch.optim.Optimizer, step: int, total: int, warm: float = 0.06) -> None:
    """Linear warm-up over a share of the steps, then linear decay to nothing."""
    up = max(1, int(total * warm))
    share = min((step + 1) / up, max(0.0, (total - step) / max(1, total - up)))
    for group in optimiser.param_groups:
        group["lr"] = group["first_rate"] * share
