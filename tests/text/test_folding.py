import sys
import time

from hypothesis import given
from hypothesis import strategies as st

from rostra.text import fold

EVERY_CHARACTER = "".join(chr(code) for code in range(sys.maxunicode + 1) if not 0xD800 <= code < 0xE000)


@given(st.text())
def test_folding_keeps_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text(), st.text())
def test_each_character_is_folded_by_itself(one: str, other: str) -> None:
    assert fold(one + other) == fold(one) + fold(other)


def test_folding_twice_changes_nothing_for_any_character() -> None:
    once = fold(EVERY_CHARACTER)
    assert [char for char, again in zip(once, fold(once), strict=True) if char != again] == []


def test_every_character_folds_to_one() -> None:
    assert len(fold(EVERY_CHARACTER)) == len(EVERY_CHARACTER)


def test_what_stands_for_several_characters_stays() -> None:
    assert fold("5½ № 가 ﬁ") == "5½ № 가 ﬁ"


@given(st.text(st.characters(max_codepoint=127)))
def test_ascii_folds_alike_with_and_without_company(text: str) -> None:
    assert fold(text) == fold(text + "é")[:-1]


def test_case_diacritics_blanks_and_apostrophes_fold() -> None:
    assert fold("Ñandú\u00a0L’Été Su‑30 ЁЛКА") == "nandu l'ete su-30 елка"


def test_ten_megabytes_fold_in_seconds() -> None:
    start = time.process_time()
    fold("añ b" * 2_500_000)
    assert time.process_time() - start < 20
