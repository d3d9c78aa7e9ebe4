import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rostra.kernel import CaseError, PartialDate, QueryError
from rostra.model import DataFile, Finding, Quote, ReferenceRow, Refusal
from rostra.store import (
    Case,
    Checked,
    ClaimFilter,
    Counts,
    DocumentFilter,
    FindingFilter,
    MentionFilter,
    QuoteFilter,
    RowFilter,
    RunInfo,
)
from tests.store.articles import TEXT, document, reading

RUN = RunInfo("0.1.0", "rules", (DataFile("data", "cd" * 32),))


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with Case.open(tmp_path / "rostra.db") as opened:
        yield opened


def row(subject: str = "Valdoria", number: int = 2) -> ReferenceRow:
    return ReferenceRow(
        subject,
        "Igla-S",
        "9k338",
        "delivered",
        4,
        4,
        "missiles",
        PartialDate.year(2012),
        "Arms Book",
        "t.csv",
        "ee" * 32,
        number,
    )


def finding(claim: str, verdict: str = "refuted") -> Finding:
    return Finding(claim, verdict, "a trial relation", "K110", ("r_1",))  # type: ignore[arg-type]  # a literal


def test_what_goes_in_comes_out(case: Case) -> None:
    given_ = reading()
    case.add(given_)
    annotation = given_.annotation
    assert list(case.documents()) == [annotation.document]
    assert tuple(case.mentions()) == annotation.mentions
    assert tuple(case.quotes()) == annotation.quotes
    assert tuple(case.claims()) == annotation.claims
    assert tuple(case.refusals()) == annotation.refusals


def test_the_raw_bytes_come_back(case: Case) -> None:
    case.add(reading())
    assert case.raw(document()) == TEXT.encode()


def test_reading_twice_changes_nothing(case: Case) -> None:
    case.add(reading())
    before = (case.counts(), list(case.claims()), list(case.documents()))
    case.add(reading())
    assert (case.counts(), list(case.claims()), list(case.documents())) == before


def test_a_new_reading_takes_the_place_of_the_old_one(case: Case) -> None:
    case.begin_run(RUN)
    case.add(reading())
    case.end_run()
    case.begin_run(RUN)
    case.add(reading(day=dt.date(2024, 1, 1)))
    assert [d.date for d in case.documents()] == [PartialDate.day(dt.date(2024, 1, 1), "metadata")]


def test_a_document_that_reads_otherwise_under_a_later_run_replaces_the_first(case: Case) -> None:
    first = reading()
    case.begin_run(RUN)
    case.add(first)
    case.begin_run(RUN)
    later = reading(f"{TEXT} More.")
    from dataclasses import replace

    same_source = replace(later.annotation.document, sha256=first.annotation.document.sha256)
    case.add(replace(later, annotation=replace(later.annotation, document=same_source)))
    assert [d.text for d in case.documents()] == [f"{TEXT} More."]


def test_two_documents_of_one_source_in_one_run_both_stay(case: Case) -> None:
    case.begin_run(RUN)
    case.add(reading())
    case.add(reading(f"{TEXT} More."))
    assert case.counts().documents == 2


def test_a_failure_inside_a_document_leaves_the_earlier_reading(case: Case) -> None:
    case.add(reading())
    broken = reading(day=None)
    object.__setattr__(broken.annotation, "claims", (object(),))
    with pytest.raises(AttributeError):
        case.add(broken)
    assert case.counts() == Counts(1, 3, 1, 1, 0, 0, 1)
    assert next(case.documents()).date is not None


def test_an_interrupted_run_is_resumed(case: Case) -> None:
    case.begin_run(RUN)
    case.add(reading())
    digest = document().sha256
    assert case.is_current(digest, RUN)
    assert not case.is_current(digest, RunInfo("0.2.0", "rules", RUN.files))
    assert not case.is_current("00", RUN)


def test_runs_are_remembered_and_an_interrupted_one_stays_open(case: Case) -> None:
    case.begin_run(RUN)
    case.end_run()
    case.begin_run(RUN)
    assert [run.finished is None for run in case.runs()] == [False, True]
    assert case.runs()[0].info == RUN


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (QuoteFilter(), 2),
        (QuoteFilter(speaker="corvin"), 2),
        (QuoteFilter(speaker="Reyle"), 0),
        (QuoteFilter(kind="direct"), 2),
        (QuoteFilter(kind="indirect"), 0),
        (QuoteFilter(text="READY"), 2),
        (QuoteFilter(document=document().id), 1),
        (QuoteFilter(since=PartialDate.year(2025)), 1),
        (QuoteFilter(until=PartialDate.month(2025, 2)), 0),
        (QuoteFilter(since=PartialDate.month(2025, 3), until=PartialDate.month(2025, 3)), 1),
    ],
)
def test_quotes_are_filtered(case: Case, asked: QuoteFilter, found: int) -> None:
    case.add(reading())
    case.add(reading(f"{TEXT} More.", day=None, source="b.txt"))
    assert len(list(case.quotes(asked))) == found


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (ClaimFilter(), 1),
        (ClaimFilter(type="possession"), 1),
        (ClaimFilter(type="loss"), 0),
        (ClaimFilter(holder="valdoria"), 1),
        (ClaimFilter(target="valdoria"), 0),
        (ClaimFilter(equipment="9k338"), 1),
        (ClaimFilter(equipment="igla s"), 1),
        (ClaimFilter(equipment="Su-30"), 0),
        (ClaimFilter(speaker="Ada Corvin"), 1),
        (ClaimFilter(modality="planned"), 0),
        (ClaimFilter(text="missiles"), 1),
        (ClaimFilter(since=PartialDate.year(2026)), 0),
    ],
)
def test_claims_are_filtered(case: Case, asked: ClaimFilter, found: int) -> None:
    case.add(reading())
    assert len(list(case.claims(asked))) == found


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (DocumentFilter(text="seldar"), 1),
        (DocumentFilter(text="added in"), 1),
        (DocumentFilter(text='in" OR added'), 0),
        (DocumentFilter(text="missile"), 0),
        (DocumentFilter(text=""), 0),
        (DocumentFilter(text="—"), 0),
        (DocumentFilter(text="\x00 AND ("), 0),
        (DocumentFilter(text="\ud800"), 0),
        (DocumentFilter(lang="es"), 0),
        (DocumentFilter(outlet="orla"), 1),
    ],
)
def test_documents_are_searched(case: Case, asked: DocumentFilter, found: int) -> None:
    case.add(reading())
    assert len(list(case.documents(asked))) == found


def test_text_of_a_removed_document_is_not_found(case: Case) -> None:
    case.begin_run(RUN)
    case.add(reading())
    case._connection.execute("DELETE FROM documents")  # noqa: SLF001 - the trigger is what is tested
    assert list(case.documents(DocumentFilter(text="ready"))) == []


def test_mentions_come_with_their_document(case: Case) -> None:
    case.add(reading())
    found = list(case.mentions_with_documents(MentionFilter(kind="equipment", entity="9k338", name="IGLA")))
    assert [id_ for id_, _ in found] == [document().id]


def test_a_record_is_found_by_the_start_of_its_id(case: Case) -> None:
    case.add(reading())
    quote = next(case.quotes())
    assert case.get(quote.id[:6]) == quote
    assert isinstance(case.get(quote.id), Quote)
    assert case.get(document().id) == document()
    assert case.get(document().id[4:9]) == document()


def test_an_ambiguous_id_lists_its_candidates(case: Case) -> None:
    case.add(reading())
    case.add(reading(f"{TEXT} More.", source="b.txt"))
    ids = [claim.id for claim in case.claims()]
    with pytest.raises(QueryError) as raised:
        case.get("c_")
    assert all(id_ in str(raised.value) for id_ in ids)


@pytest.mark.parametrize("prefix", ["", "c_zzzz", "zz", "%", "run_1", "c_\U0010ffff"])
def test_an_unknown_id_is_refused(case: Case, prefix: str) -> None:
    case.add(reading())
    with pytest.raises(QueryError):
        case.get(prefix)


def test_evidence_comes_back_whole(case: Case) -> None:
    given_ = reading()
    case.add(given_)
    assert case.evidence_of(given_.evidence[0].record[:8]) == given_.evidence[0]
    assert case.evidence_of(given_.annotation.quotes[0].id) is None


def test_findings_replace_those_on_the_same_claims(case: Case) -> None:
    case.add(reading())
    claim = next(case.claims()).id
    case.add_findings(Checked((claim,), (finding(claim),)))
    case.add_findings(Checked((claim,), (finding(claim, "supported"),)))
    assert [f.verdict for f in case.findings()] == ["supported"]


def test_findings_go_with_a_new_reading_of_their_document(case: Case) -> None:
    case.add(reading())
    claim = next(case.claims()).id
    case.add_findings(Checked((claim,), (finding(claim),)))
    case.add(reading())
    assert list(case.findings()) == []


def test_a_finding_on_a_claim_that_is_gone_is_left_out(case: Case) -> None:
    case.add_findings(Checked(("c_000000000000",), (finding("c_000000000000"),)))
    assert list(case.findings()) == []


def test_findings_are_filtered_by_their_claims(case: Case) -> None:
    case.add(reading())
    claim = next(case.claims()).id
    case.add_findings(Checked((claim,), (finding(claim),)))
    assert (
        len(list(case.findings(FindingFilter(verdict="refuted", equipment="Igla S", type="possession")))) == 1
    )
    assert not list(case.findings(FindingFilter(speaker="Reyle")))


def test_a_reference_file_is_imported_once(case: Case, tmp_path: Path) -> None:
    file = tmp_path / "t.csv"
    file.write_text("x", encoding="utf-8")
    refusal = Refusal("reference", "reference.row", "no number", source=str(file))
    for _ in range(2):
        told = case.add_reference("transfers", [row(), refusal, row(number=3)], file)
    assert (told.rows, told.refused, told.name) == (2, 1, "t.csv")
    assert case.counts().reference_rows == 2
    assert case.reference_files() == (told,)
    assert (
        len(list(case.reference_rows(RowFilter(subject="valdoria", item="IGLA S", state="delivered")))) == 2
    )


def test_an_import_that_fails_leaves_nothing(case: Case, tmp_path: Path) -> None:
    def broken() -> Iterator[ReferenceRow]:
        yield row()
        raise KeyboardInterrupt

    file = tmp_path / "t.csv"
    file.write_text("x", encoding="utf-8")
    with pytest.raises(KeyboardInterrupt):
        case.add_reference("transfers", broken(), file)
    assert case.counts().reference_rows == 0


def test_more_records_than_a_page_come_in_order(case: Case, tmp_path: Path) -> None:
    file = tmp_path / "t.csv"
    file.write_text("x", encoding="utf-8")
    case.add_reference("transfers", (row(number=n) for n in range(1, 1204)), file)
    assert [r.row for r in case.reference_rows()] == list(range(1, 1204))


def test_a_listing_may_be_written_between(case: Case) -> None:
    for at in range(3):
        case.add(reading(f"{TEXT} {at}", source=str(at)))
    for claim in case.claims():
        case.add_findings(Checked((claim.id,), (finding(claim.id),)))
    assert case.counts().findings == 3


def test_refusals_of_a_source_are_replaced(case: Case) -> None:
    for _ in range(2):
        case.add_refusals([Refusal("ingest", "ingest.empty", "nothing in it", source="x.txt")], "x.txt")
    assert case.counts().refusals == 1


def test_a_source_that_reads_at_last_loses_its_refusals(case: Case) -> None:
    case.add_refusals([Refusal("ingest", "ingest.empty", "nothing in it", source="a.txt")], "a.txt")
    case.add(reading())
    assert [refusal.code for refusal in case.refusals()] == ["claims.defect"]


@given(tail=st.text(st.characters(codec=None, categories=None), max_size=40))  # surrogates too
def test_any_text_comes_back(tail: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("any")
    with Case.open(folder / "rostra.db") as case:
        case.add(reading(TEXT + tail))
        assert next(case.documents()).text == TEXT + tail


def test_a_case_opened_for_reading_takes_nothing(tmp_path: Path) -> None:
    Case.open(tmp_path / "rostra.db").close()
    with (
        Case.open(tmp_path / "rostra.db", "read") as case,
        pytest.raises(CaseError, match="opened for reading"),
    ):
        case.add(reading())
