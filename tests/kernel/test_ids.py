import hashlib
import re

from hypothesis import given
from hypothesis import strategies as st

from rostra.kernel import content_id, sha256_hex

PARTS = st.lists(
    st.one_of(st.none(), st.booleans(), st.integers(), st.text(), st.tuples(st.integers(), st.text()))
)


@given(st.sampled_from(["q", "c", "doc"]), PARTS)
def test_an_id_is_the_kind_and_twelve_digits(kind: str, parts: list[object]) -> None:
    assert re.fullmatch(rf"{kind}_[0-9a-f]{{12}}", content_id(kind, *parts))


@given(PARTS)
def test_the_same_content_has_the_same_id(parts: list[object]) -> None:
    assert content_id("q", *parts) == content_id("q", *list(parts))


@given(PARTS, PARTS)
def test_other_content_has_another_id(one: list[object], other: list[object]) -> None:
    if repr(one) != repr(other):
        assert content_id("q", *one) != content_id("q", *other)


def test_the_order_of_keys_does_not_count() -> None:
    assert content_id("q", {"a": 1, "b": 2}) == content_id("q", {"b": 2, "a": 1})


def test_a_lone_surrogate_has_an_id() -> None:
    assert content_id("q", "\ud800") != content_id("q", "\ud801")


def test_an_id_never_changes_between_machines() -> None:
    assert content_id("q", "Valdoria", 5000) == "q_" + hashlib.sha256(b'["Valdoria",5000]').hexdigest()[:12]


@given(st.binary())
def test_a_digest_is_the_hex_of_sha256(raw: bytes) -> None:
    assert sha256_hex(raw) == hashlib.sha256(raw).hexdigest()
