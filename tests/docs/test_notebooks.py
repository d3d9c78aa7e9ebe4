"""The notebooks of the documentation give what they show; their cells run here without Jupyter."""

import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "notebooks"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))


@pytest.fixture(scope="module")
def runner() -> ModuleType:
    spec = importlib.util.spec_from_file_location("execute", FOLDER / "execute.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def stored(notebook: Path) -> dict[str, Any]:
    book: dict[str, Any] = json.loads(notebook.read_text(encoding="utf-8"))
    return book


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.name)
def test_a_notebook_shows_what_its_cells_give(notebook: Path, runner: ModuleType) -> None:
    """Where it does not: `python docs/notebooks/execute.py`."""
    assert runner.comparable(runner.executed(notebook)) == runner.comparable(stored(notebook))


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.name)
def test_every_picture_is_drawn_for_viewers_without_vega_lite(notebook: Path, runner: ModuleType) -> None:
    shown = [
        output["data"]
        for cell in stored(notebook)["cells"]
        for output in cell.get("outputs", ())
        if "data" in output
    ]
    assert len(shown) == 6
    assert all(runner.VEGA_LITE in data for data in shown)
    assert all("".join(data["image/svg+xml"]).startswith("<svg") for data in shown)


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.name)
def test_a_notebook_is_small(notebook: Path) -> None:
    assert notebook.stat().st_size < 300_000


def test_there_is_a_notebook_of_the_signals() -> None:
    assert [path.name for path in NOTEBOOKS] == ["signals.ipynb"]
