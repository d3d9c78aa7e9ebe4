from pathlib import Path

from rostra.store import Analysis, Case

KEPT = Analysis(
    "escalation",
    "Escalation: threats",
    "Threats rose.",
    ("onset", "p"),
    (("2025-09-01", ".001"),),
    "<svg/>",
    "{}",
)


def test_an_analysis_is_kept_as_it_is(tmp_path: Path) -> None:
    with Case.open(tmp_path / "case.db") as case:
        assert case.keep(KEPT)
        (found,) = case.analyses()
    assert (found.id, found.rows, found.picture) == (KEPT.id, KEPT.rows, KEPT.picture)


def test_the_same_analysis_is_kept_once(tmp_path: Path) -> None:
    with Case.open(tmp_path / "case.db") as case:
        assert [case.keep(KEPT), case.keep(KEPT), len(case.analyses())] == [True, False, 1]


def test_an_analysis_is_dropped_by_its_id(tmp_path: Path) -> None:
    with Case.open(tmp_path / "case.db") as case:
        case.keep(KEPT)
        assert [case.drop_analysis(KEPT.id), case.drop_analysis(KEPT.id), case.analyses()] == [
            True,
            False,
            (),
        ]
