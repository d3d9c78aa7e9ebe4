"""Laws that hold for any claim and any rows."""

import dataclasses
import datetime as dt
import random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from rostra.check import Checker, check_claims
from rostra.kernel import PartialDate, Span
from rostra.model import Claim, ClaimType, Equipment, Finding, Quantity, ReferenceRow, ReferenceState
from rostra.model.quantity import Modifier
from tests.check.samples import CONTEXT, claim

NUMBERS = st.integers(0, 400)
TYPES: st.SearchStrategy[ClaimType] = st.sampled_from(
    ["possession", "deployment", "delivery", "acquisition", "loss", "exercise", "strike"]
)
STATES: st.SearchStrategy[ReferenceState] = st.sampled_from(
    ["ordered", "delivered", "held", "operational", "deployed", "displayed", "lost"]
)
YEARS = st.one_of(st.none(), st.integers(1985, 2022).map(PartialDate.year))


@st.composite
def quantities(draw: st.DrawFn) -> Quantity | None:
    low, high = sorted((draw(NUMBERS), draw(NUMBERS)))
    modifier: Modifier | None = draw(
        st.sampled_from(["exact", "about", "at_least", "at_most", "between", None])
    )
    if modifier is None:
        return None
    ends = {"at_least": (low, None), "at_most": (None, high), "between": (low, high)}
    first, last = ends.get(modifier, (low, low))
    return Quantity(
        first, last, draw(st.sampled_from(["items", "missiles", "launchers"])), modifier, Span(0, 1)
    )


@st.composite
def claims(draw: st.DrawFn) -> Claim:
    negated = draw(st.booleans())
    item, id_ = draw(
        st.sampled_from([("9K338 Igla-S", "igla-s"), ("Igla", "igla"), ("anti-aircraft missile", None)])
    )
    return Claim(
        document="doc_0_2020",
        type=draw(TYPES),
        evidence=Span(0, 10),
        rule="C000",
        confidence=1.0,
        holder=draw(st.sampled_from(["Valdoria", "Marenia"])),
        equipment=Equipment(item, id_),
        quantity=draw(quantities()),
        when=draw(st.one_of(st.none(), st.just(PartialDate.year(2012)))),
        negated=negated,
        modality=draw(
            st.sampled_from(["asserted", "planned", "conditional", *(["denied"] if negated else [])])
        ),
    )


@st.composite
def rows(draw: st.DrawFn) -> ReferenceRow:
    low, high = sorted((draw(NUMBERS), draw(NUMBERS)))
    return ReferenceRow(
        subject="Valdoria",
        item="Igla-S",
        item_id=draw(st.sampled_from(["igla-s", "igla"])),
        state=draw(STATES),
        low=draw(st.sampled_from([low, low, None])),
        high=draw(st.sampled_from([high, high, None])),
        unit=draw(st.sampled_from(["missiles", "missiles", "launchers", "items"])),
        valid=draw(YEARS),
        source=draw(st.sampled_from(["A", "B"])),
        file="record.csv",
        sha256="ab" * 32,
        row=draw(st.integers(2, 10_000)),
        supplier=draw(st.sampled_from(["Marenia", None])),
        item_class="portable SAM",
        snapshot=draw(st.one_of(st.none(), st.just(PartialDate.day(dt.date(2021, 5, 1))))),
        uncertain=draw(st.sampled_from([(), (), ("count",), ("count", "year")])),
    )


RECORDS = st.lists(rows(), max_size=5, unique_by=lambda row: (row.row, row.state))


def verdict(claim: Claim, record: list[ReferenceRow]) -> str:
    return first(claim, record).verdict


def first(claim: Claim, record: list[ReferenceRow]) -> Finding:
    """The finding on the rows; an open one where no register counts what is claimed and no row bounds it."""
    found = check_claims([claim], record, context=CONTEXT)
    return found[0] if found else Finding(claim.id, "not_enough_info", "Nothing.", "K310")


@given(claims(), RECORDS, st.data())
@settings(max_examples=400)
def test_widening_the_evidence_never_turns_one_verdict_into_its_opposite(
    claim: Claim, record: list[ReferenceRow], data: st.DataObject
) -> None:
    before = verdict(claim, record)
    # Losses and what was passed on are taken off the evidence; widening them widens it too.
    wider = [_wider(row, data) for row in record]
    after = verdict(claim, wider)
    assert {before, after} != {"supported", "refuted"}


def _wider(row: ReferenceRow, data: st.DataObject) -> ReferenceRow:
    low = None if row.low is None else max(0, row.low - data.draw(NUMBERS))
    high = None if row.high is None else row.high + data.draw(NUMBERS)
    return dataclasses.replace(row, low=low, high=high)


@given(st.lists(claims(), max_size=4), RECORDS, st.randoms(use_true_random=False))
def test_the_order_of_rows_and_imports_does_not_matter(
    claims_: list[Claim], record: list[ReferenceRow], dice: random.Random
) -> None:
    shuffled = list(record)
    dice.shuffle(shuffled)
    assert check_claims(claims_, record, context=CONTEXT) == check_claims(claims_, shuffled, context=CONTEXT)


@given(st.lists(claims(), max_size=5), st.randoms(use_true_random=False))
def test_the_order_of_claims_does_not_change_what_is_said_of_each(
    claims_: list[Claim], dice: random.Random
) -> None:
    def said(order: list[Claim]) -> set[Finding]:
        return set(check_claims(order, [], context=CONTEXT))

    shuffled = list(claims_)
    dice.shuffle(shuffled)
    assert said(claims_) == said(shuffled)


@given(claims(), RECORDS)
def test_a_plan_is_never_settled(claim: Claim, record: list[ReferenceRow]) -> None:
    if claim.modality in {"planned", "conditional"}:
        assert verdict(claim, record) in {"not_enough_info", "not_comparable"}


@given(claims(), RECORDS)
def test_a_ratio_is_finite_and_never_beside_what_is_not_comparable(
    claim: Claim, record: list[ReferenceRow]
) -> None:
    finding = first(claim, record)
    assert finding.ratio is None or 0 <= finding.ratio < float("inf")
    assert finding.verdict != "not_comparable" or finding.ratio is None


@given(claims(), RECORDS)
def test_orders_alone_settle_no_other_state(claim: Claim, record: list[ReferenceRow]) -> None:
    orders = [row for row in record if row.state == "ordered"]
    if claim.type != "acquisition":
        assert verdict(claim, orders) in {"not_enough_info", "not_comparable"}


@given(claims(), RECORDS)
def test_a_copy_of_a_source_never_raises_a_grade(claim: Claim, record: list[ReferenceRow]) -> None:
    one = [row for row in record if row.source == "A"]
    copies = [dataclasses.replace(row, source="a", sha256="cd" * 32) for row in one]
    before = first(claim, one).grade
    after = first(claim, [*one, *copies]).grade
    assert after.credibility >= before.credibility
    assert after.reliability >= before.reliability


STATED = st.fixed_dictionaries(
    {
        "speaker": st.sampled_from([None, "Ada Corvin", "Tomas Reyle"]),
        "outlet": st.sampled_from([None, "Orla Post", "Selm Gazette"]),
        "wires": st.sampled_from([(), ("efe",), ("tass",)]),
        "words": st.sampled_from(["Valdoria keeps 50 of them", "fifty of them stand in the depots"]),
    }
)


@given(st.lists(STATED, min_size=1, max_size=4), RECORDS, st.integers(0, 3))
def test_a_copy_of_a_report_never_raises_a_grade(
    stated: list[dict[str, Any]], record: list[ReferenceRow], at: int
) -> None:
    made = [claim({"type": "possession", "n": 50} | given_, n) for n, given_ in enumerate(stated)]
    copied = {"type": "possession", "n": 50} | stated[at % len(stated)] | {"outlet": "Copying Times"}
    before = check_claims(made, record, context=CONTEXT)[0].grade
    after = check_claims([*made, claim(copied, 9)], record, context=CONTEXT)[0].grade
    assert after.credibility >= before.credibility


@given(claims(), RECORDS)
def test_a_finding_cites_rows_that_exist(claim: Claim, record: list[ReferenceRow]) -> None:
    known = {row.id for row in record}
    assert all(set(finding.rows) <= known for finding in check_claims([claim], record, context=CONTEXT))


@given(claims(), RECORDS)
def test_one_by_one_and_all_at_once_say_the_same_of_the_rows(
    claim: Claim, record: list[ReferenceRow]
) -> None:
    assert Checker(record, CONTEXT).check(claim) == check_claims([claim], record, context=CONTEXT)
