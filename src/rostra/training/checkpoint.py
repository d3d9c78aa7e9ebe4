"""States of a training run on disk: whole or not at all."""

import os
from pathlib import Path
from typing import Any

import torch


def save(path: Path, state: dict[str, Any]) -> None:
    """Writes beside the file, flushes to the disk, then takes its place: a kill leaves the old or the new state."""
    beside = path.with_suffix(path.suffix + ".new")
    with beside.open("wb") as out:
        torch.save(state, out)
        out.flush()
        os.fsync(out.fileno())
    beside.replace(path)


def load(path: Path) -> dict[str, Any] | None:
    """The state of that file; None where there is none."""
    if not path.is_file():
        return None
    state: dict[str, Any] = torch.load(path, map_location="cpu", weights_only=True)
    return state
