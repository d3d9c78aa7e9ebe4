import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("default", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("default")

CHECKOUT = Path(__file__).resolve().parent.parent


def _shared_folder() -> Path | None:
    named = os.environ.get("ROSTRA_SHARED")
    folder = Path(named) if named else CHECKOUT.parent / "shared"
    return folder if (folder / "gold" / "dev.jsonl").is_file() else None


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of open corpora; a test that needs it is skipped, with the reason, where it is absent."""
    folder = _shared_folder()
    if folder is None:
        pytest.skip(
            "no folder of open corpora: put it beside the checkout as `shared`, or name it in ROSTRA_SHARED"
        )
    return folder
