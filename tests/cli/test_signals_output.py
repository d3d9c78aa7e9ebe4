from pathlib import Path

import pytest
from click.testing import CliRunner

from rostra.cli.group import main
from tests.cli.test_signals import escalation, monthly


@pytest.mark.parametrize(("name", "begins"), [("figure.svg", b"<svg"), ("figure.png", b"\x89PNG")])
def test_a_result_is_drawn(tmp_path: Path, name: str, begins: bytes) -> None:
    pytest.importorskip("vl_convert")
    done = escalation(monthly(tmp_path), "--figure", str(tmp_path / name))
    assert (done.exit_code, (tmp_path / name).read_bytes().startswith(begins)) == (0, True)


def test_a_figure_of_another_kind_is_a_usage_error(tmp_path: Path) -> None:
    done = escalation(monthly(tmp_path), "--figure", str(tmp_path / "figure.gif"))
    assert (done.exit_code, "ends in .svg or .png" in done.output) == (2, True)


def test_a_kept_result_stands_in_the_report(tmp_path: Path) -> None:
    pytest.importorskip("vl_convert")
    case, page = tmp_path / "demo.db", tmp_path / "page.html"
    assert CliRunner().invoke(main, ["demo", "--case", str(case)]).exit_code == 0
    first = escalation(monthly(tmp_path), "--keep", str(case))
    second = escalation(monthly(tmp_path), "--keep", str(case))
    assert "kept" in first.stderr
    assert "was there already" in second.stderr
    assert CliRunner().invoke(main, ["report", "--case", str(case), "-o", str(page)]).exit_code == 0
    assert "Signals over time" in page.read_text(encoding="utf-8")
