"""The guide cannot lie: its files are written to a folder, and its commands run."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from rostra.cli.group import main

GUIDE = (Path(__file__).resolve().parents[2] / "docs" / "packs.md").read_text(encoding="utf-8")
FILE = re.compile(r"^`(?P<name>orla/[\w./]+)`:\n\n```toml\n(?P<text>.*?)^```", re.MULTILINE | re.DOTALL)
ARTICLE = "Orla shows its missiles\n\nARNHAVEN — Orla has received 400 Gale-7 missiles, President Ada Corvin said.\n"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for match in FILE.finditer(GUIDE):
        file = tmp_path / match["name"]
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(match["text"], encoding="utf-8")
    (tmp_path / "article.txt").write_text(ARTICLE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def rostra(line: str) -> Result:
    done = CliRunner().invoke(main, line.split())
    assert done.exit_code == 0, done.output
    return done


def commands() -> list[str]:
    return [line.removeprefix("$ rostra ") for line in GUIDE.splitlines() if line.startswith("$ rostra ")]


def test_the_pack_of_the_guide_is_read_with(here: Path) -> None:
    for line in commands():
        rostra(line.replace("read ", "read --engine rules "))
    (claim,) = json.loads(rostra("claims --case orla.db --json").stdout)
    assert (claim["holder"], claim["equipment"]["id"], claim["attributed_to"]) == (
        "Orla",
        "gale-7",
        "Ada Corvin",
    )


def test_the_guide_shows_every_kind_of_entry(here: Path) -> None:
    told = rostra("knowledge check orla").stdout
    for what in (
        "1 states",
        "4 places",
        "2 organisations",
        "1 persons in office",
        "1 systems",
        "1 changed systems",
    ):
        assert what in told
