"""No lawful record makes a check raise, however odd its names, units and numbers."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rostra.check import check_claims
from rostra.kernel import Span
from rostra.model import CLAIM_TYPES, Claim, ClaimType, Equipment, Quantity, ReferenceRow
from tests.check.samples import CONTEXT

WORDS = st.one_of(
    st.text(max_size=12),
    st.sampled_from(["m**9**9", "km", "Mach", "missile", "launcher", "1/0", "%", "; ", "m / s", ""]),
)
NUMBERS = st.one_of(
    st.integers(0, 10**400), st.floats(0, allow_infinity=True, allow_nan=False), st.integers(0, 50)
)
QUANTITIES = st.builds(lambda n, unit: Quantity(n, n, unit, "exact", Span(0, 1)), NUMBERS, WORDS)


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Claim, ReferenceRow]:
    """A claim and a row of the same names, whatever these are."""
    kind: ClaimType = draw(st.sampled_from(CLAIM_TYPES))
    holder, item, measure, condition = (draw(WORDS) for _ in range(4))
    claim = Claim(
        document="doc_0_2020",
        type=kind,
        evidence=Span(0, 9),
        rule="C100",
        confidence=1,
        holder=holder,
        equipment=Equipment(item),
        quantity=draw(st.one_of(st.none(), QUANTITIES)),
        measure=measure,
        condition=condition,
        negated=draw(st.booleans()),
    )
    row = ReferenceRow(
        subject=holder,
        item=item,
        item_id=None,
        state="catalogue" if kind == "capability" else "delivered",
        low=draw(st.one_of(st.none(), NUMBERS)),
        high=draw(st.one_of(st.none(), NUMBERS)),
        unit=draw(WORDS),
        valid=None,
        source="s",
        file="f",
        sha256="00",
        row=2,
        measure=measure,
        condition=condition,
    )
    return claim, row


@given(pairs())
@settings(max_examples=400)
def test_no_record_makes_a_check_raise(pair: tuple[Claim, ReferenceRow]) -> None:
    claim, row = pair
    for finding in check_claims([claim], [row], context=CONTEXT):
        assert finding.relation


@pytest.mark.parametrize("unit", ["m**9999999", "__import__('os')", "m" * 10_000, "1e999 m", "a:b", "\x00"])
def test_a_unit_out_of_a_text_is_never_evaluated(unit: str) -> None:
    claim = Claim(
        "doc_0_2020",
        "capability",
        Span(0, 9),
        "C100",
        1,
        equipment=Equipment("Igla-S"),
        quantity=Quantity(5, 5, unit, "exact", Span(0, 1)),
        measure="range",
    )
    row = ReferenceRow("x", "Igla-S", None, "catalogue", 5, 5, "km", None, "s", "f", "00", 2, measure="range")
    (finding,) = check_claims([claim], [row], context=CONTEXT)
    assert finding.verdict == "not_comparable"
