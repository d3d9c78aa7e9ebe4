import csv
import dataclasses
import io
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rostra.report.serialise import (
    COLUMNS,
    Plain,
    claim_to_json,
    document_to_json,
    finding_to_json,
    mention_to_json,
    quote_to_json,
    refusal_to_json,
    row_to_json,
    to_csv,
)
from tests.report.hostile import hostile_report
from tests.report.samples import demonstration

CHAPTER = demonstration().chapters[0]
DOC = CHAPTER.document
RECORDS = [
    (DOC, document_to_json(DOC), {"offsets"}),
    (CHAPTER.mentions[0], mention_to_json(CHAPTER.mentions[0]), set[str]()),
    (CHAPTER.quotes[0], quote_to_json(CHAPTER.quotes[0]), set[str]()),
    (CHAPTER.claims[0], claim_to_json(CHAPTER.claims[0]), set[str]()),
    (CHAPTER.findings[0], finding_to_json(CHAPTER.findings[0]), set[str]()),
    (demonstration().rows[0], row_to_json(demonstration().rows[0]), set[str]()),
    (demonstration().refusals[0], refusal_to_json(demonstration().refusals[0]), set[str]()),
]


@pytest.mark.parametrize(
    ("record", "plain", "left_out"), RECORDS, ids=[type(r).__name__ for r, _, _ in RECORDS]
)
def test_every_field_of_the_model_is_there(record: Any, plain: Plain, left_out: set[str]) -> None:
    assert {field.name for field in dataclasses.fields(record)} - left_out <= set(plain)
    assert json.loads(json.dumps(plain)) == plain


def test_spans_are_pairs() -> None:
    claim = CHAPTER.claims[0]
    plain = claim_to_json(claim)
    assert plain["evidence"] == [claim.evidence.start, claim.evidence.end]
    assert (
        plain["quantity"]["span"] == [claim.quantity.span.start, claim.quantity.span.end]
        if claim.quantity
        else 0
    )


def test_words_come_with_the_document() -> None:
    assert quote_to_json(CHAPTER.quotes[2], DOC)["words"] == "Whoever comes by air will leave on foot."
    assert "words" not in quote_to_json(CHAPTER.quotes[2])


def test_a_mention_names_its_document() -> None:
    assert mention_to_json(CHAPTER.mentions[0], DOC)["document"] == DOC.id


def test_a_finding_holds_its_claim() -> None:
    plain = finding_to_json(CHAPTER.findings[0], CHAPTER.claims[0], DOC)
    assert (plain["grade"], plain["about"]["id"]) == ("F6", CHAPTER.claims[0].id)


def listings() -> list[tuple[Any, list[Plain]]]:
    chapters = hostile_report().chapters + demonstration().chapters
    return [
        (quote_to_json, [quote_to_json(q, c.document) for c in chapters for q in c.quotes]),
        (claim_to_json, [claim_to_json(k, c.document) for c in chapters for k in c.claims]),
        (mention_to_json, [mention_to_json(m, c.document) for c in chapters for m in c.mentions]),
        (
            finding_to_json,
            [finding_to_json(f, c.claims[0], c.document) for c in chapters for f in c.findings],
        ),
        (row_to_json, [row_to_json(row) for row in hostile_report().rows]),
        (refusal_to_json, [refusal_to_json(refusal) for refusal in hostile_report().refusals]),
    ]


@pytest.mark.parametrize(
    ("serialiser", "records"), listings(), ids=lambda value: getattr(value, "__name__", "")
)
def test_csv_reads_back_with_every_column(serialiser: Any, records: list[Plain]) -> None:
    text = "".join(to_csv(records, COLUMNS[serialiser]))
    text.encode()
    rows = list(csv.DictReader(io.StringIO(text)))
    assert len(rows) == len(records)
    assert all(tuple(row) == COLUMNS[serialiser] for row in rows)


@pytest.mark.parametrize(
    ("serialiser", "records"), listings(), ids=lambda value: getattr(value, "__name__", "")
)
def test_every_column_is_a_field(serialiser: Any, records: list[Plain]) -> None:
    known = {key for record in records for key in record} | {"title"}
    assert {column.split(".")[0] for column in COLUMNS[serialiser]} <= known


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@sum", "\t=1", " =1", "\n=1", "＝1", "|cmd"])
def test_a_formula_is_made_text(text: str) -> None:
    line = list(to_csv([{"a": text}], ["a"]))[1]
    assert next(csv.reader(io.StringIO(line)))[0].startswith("'")


def test_a_number_stays_a_number() -> None:
    assert list(to_csv([{"a": -5, "b": None, "c": 0.5}], ["a", "b", "c"])) == ["a,b,c\n", "-5,,0.5\n"]


@given(st.text())
def test_any_text_can_be_written(text: str) -> None:
    line = "".join(
        to_csv([refusal_to_json(dataclasses.replace(demonstration().refusals[0], message=text))], ["message"])
    )
    assert line.encode()
