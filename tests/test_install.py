"""What a plain `pip install` must bring."""

import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def test_the_cleaner_of_pages_is_named_by_itself() -> None:
    """Pip 23, which Python 3.11 brings, does not find it behind the extra that trafilatura's own needs name."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

    assert any(need.startswith("lxml-html-clean") for need in project["dependencies"])
