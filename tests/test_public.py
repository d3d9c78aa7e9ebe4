"""What others build on, pinned: entry points, tables of a case, keys of the stream, what an import loads."""

import re
import subprocess
import sys
import tomllib
from importlib.metadata import entry_points
from importlib.resources import files
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
HEAVY = {
    "trafilatura",
    "lxml",
    "babel",
    "pint",
    "sqlite3",
    "jinja2",
    "rich",
    "click",
    "spacy",
    "numpy",
    "onnxruntime",
}


def test_the_engines_come_in_by_entry_points() -> None:
    assert sorted(point.name for point in entry_points(group="rostra.engines")) == [
        "learned",
        "rules",
        "spacy",
    ]


def test_the_components_of_spacy_are_entry_points() -> None:
    ours = [p.name for p in entry_points(group="spacy_factories") if p.value.startswith("rostra.")]
    assert sorted(ours) == ["rostra_claims", "rostra_quotes"]


def test_the_tables_of_a_case_are_these() -> None:
    scripts = (path.read_text("utf-8") for path in (files("rostra.store") / "migrations").iterdir())
    tables = {name for script in scripts for name in re.findall(r"CREATE (?:VIRTUAL )?TABLE (\w+)", script)}
    golden = "analyses claims decisions documents documents_text evidence file_sets findings mentions outcomes pack_files packs predictions quotes raws"
    assert sorted(tables) == f"{golden} reference_files reference_rows refusals runs".split()


def test_importing_rostra_loads_nothing_heavy() -> None:
    code = "import sys, rostra; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert HEAVY & set(loaded.split()) == set()


def test_every_setting_of_a_read_is_documented() -> None:
    page = (CHECKOUT / "docs" / "commands.md").read_text(encoding="utf-8")
    assert [
        name for name in ("--lang", "--date", "--title", "--url", "--outlet", "--engine") if name not in page
    ] == []


def test_python_and_licence_are_as_the_readme_says() -> None:
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert (project["requires-python"], project["license"]) == (">=3.11", "Apache-2.0")
