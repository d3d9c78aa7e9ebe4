"""Where the open corpora lie: the folder in ROSTRA_SHARED, else `shared` beside the checkout."""

import os
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent


def shared_folder() -> Path | None:
    """The folder of corpora, or None when there is none (the evaluation then says so and skips)."""
    named = os.environ.get("ROSTRA_SHARED")
    folder = Path(named) if named else CHECKOUT.parent / "shared"
    return folder if (folder / "gold" / "dev.jsonl").is_file() else None
