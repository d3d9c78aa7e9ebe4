import datetime as dt
import time
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from rostra.kernel import RostraError, SourceError
from rostra.signals import Layout, SeriesTable, read_series

CASES = yaml.safe_load(
    (Path(__file__).parent.parent / "cases" / "signals" / "refusals.yml").read_text(encoding="utf-8")
)
DAY = dt.date.fromisoformat


def read(folder: Path, text: str, **options: Any) -> SeriesTable:
    path = folder / "series.csv"
    path.write_text(text, encoding="utf-8")
    return read_series(path, Layout("day", ("hits",), **({"total": "all"} | options)))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_faulty_file_is_refused_with_its_reason(case: dict[str, Any], tmp_path: Path) -> None:
    with pytest.raises(RostraError) as refused:
        read(tmp_path, case["file"], **case.get("options", {}))
    assert [words for words in case["says"] if words not in str(refused.value)] == []


def test_a_missing_period_is_missing_and_no_zero(tmp_path: Path) -> None:
    table = read(tmp_path, "day,hits,all\n2025-01-01,3,10\n2025-01-02,0,10\n2025-01-04,5,10\n")
    assert table.period == "daily"
    assert table.series("hits").missing == (DAY("2025-01-03"),)
    assert table.columns["hits"][1] == 0


def test_an_empty_cell_is_missing(tmp_path: Path) -> None:
    table = read(tmp_path, "day,hits,all\n2025-01,3,10\n2025-02,,10\n2025-03,NA,10\n2025-04,1,10\n")
    assert len(table.series("hits").missing) == 2


def test_a_period_without_any_article_is_missing(tmp_path: Path) -> None:
    table = read(tmp_path, "day,hits,all\n2025-01,3,10\n2025-02,0,0\n2025-03,1,10\n")
    assert table.series("hits").missing == (DAY("2025-02-01"),)


def test_rows_come_in_any_order(tmp_path: Path) -> None:
    table = read(tmp_path, "day,hits,all\n2025-03,5,10\n2025-01,3,10\n2025-02,4,10\n")
    assert table.columns["hits"].tolist() == [3, 4, 5]


def test_ends_of_months_are_months(tmp_path: Path) -> None:
    table = read(tmp_path, "day,hits,all\n2025-01-31,3,10\n2025-02-28,4,10\n2025-03-31,5,10\n")
    assert (table.period, table.dates[1]) == ("monthly", DAY("2025-02-01"))


def test_weeks_keep_their_weekday(tmp_path: Path) -> None:
    table = read(tmp_path, "day,hits,all\n2025-01-06,3,10\n2025-01-13,4,10\n2025-01-27,5,10\n")
    assert (table.period, len(table.dates)) == ("weekly", 4)


def test_outlets_are_summed_and_kept_apart(tmp_path: Path) -> None:
    text = "day,paper,hits,all\n2025-01,North,3,10\n2025-01,South,1,5\n2025-02,North,4,10\n"
    table = read(tmp_path, text, outlet="paper")
    assert table.columns["hits"].tolist() == [4, 4]
    assert table.total is not None
    assert table.total.tolist() == [15, 10]
    assert np.isnan(table.by_outlet["South"].columns["hits"][1])


def test_a_file_without_totals_is_read_where_none_are_asked(tmp_path: Path) -> None:
    assert read(tmp_path, "day,hits\n2025-01,3.5\n2025-02,4\n", total=None).total is None


def test_parquet_reads_as_csv_does(tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    arrow = pytest.importorskip("pyarrow")
    path = tmp_path / "series.parquet"
    days = [dt.date(2025, 1, 1), dt.date(2025, 2, 1), dt.date(2025, 3, 1)]
    parquet.write_table(arrow.table({"day": days, "hits": [3, None, 5], "all": [10, 10, 10]}), path)
    table = read_series(path, Layout("day", ("hits",), "all"))
    assert (table.period, table.series("hits").missing) == ("monthly", (DAY("2025-02-01"),))


def test_what_is_not_parquet_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "series.parquet"
    path.write_bytes(b"PAR1 no parquet at all")
    with pytest.raises(SourceError, match="not Parquet"):
        read_series(path, Layout("day", ("hits",)))


def test_the_hash_is_that_of_the_file(tmp_path: Path) -> None:
    assert len(read(tmp_path, "day,hits,all\n2025-01,3,10\n2025-02,4,10\n").sha256) == 64


@given(st.text(max_size=300))
def test_any_text_is_read_or_refused(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.mktemp("any") / "series.csv"
    path.write_bytes(("day,hits,all\n2025-01-01,3,10\n" + text).encode("utf-8", "surrogatepass"))
    try:
        read_series(path, Layout("day", ("hits",), "all"))
    except RostraError:
        return


def test_an_outlet_without_its_count_lends_no_total(tmp_path: Path) -> None:
    rows = "2025-01-01,North,2,20\n2025-01-01,South,,80\n2025-01-02,North,2,20\n2025-01-02,South,8,80\n"
    table = read(tmp_path, "day,paper,hits,all\n" + rows, outlet="paper")
    assert table.total is not None
    assert (table.columns["hits"].tolist(), table.total.tolist()) == ([2.0, 10.0], [20.0, 100.0])


def test_five_centuries_of_days_are_read_in_a_moment(tmp_path: Path) -> None:
    days = (DAY("1600-01-01") + dt.timedelta(days=at) for at in range(120_000))
    text = "day,hits,all\n" + "".join(f"{day},1,2\n" for day in days)
    began = time.process_time()
    assert len(read(tmp_path, text).dates) == 120_000
    assert time.process_time() - began < 8
