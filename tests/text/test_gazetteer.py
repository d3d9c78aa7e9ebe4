import time

from hypothesis import given
from hypothesis import strategies as st

from rostra.text import Gazetteer, fold

TERMS = st.lists(st.text("ab -", min_size=1, max_size=6), max_size=8)
TEXTS = st.text("ab -,.", max_size=40)


def plain(text: str) -> str:
    return "".join(char if char.isalnum() else " " for char in fold(text))


def by_hand(terms: list[str], text: str) -> list[tuple[int, int]]:
    """The longest term at the first place where one stands as whole words, then the next after it."""
    keys = {plain(term).strip() for term in terms} - {""}
    words, found, at = f" {plain(text)} ", [], 0
    while at < len(text):
        ends = [
            at + len(key)
            for key in keys
            if words.startswith(f" {key}", at) and not words[at + 1 + len(key)].isalnum()
        ]
        if ends:
            found.append((at, max(ends)))
        at = max(ends, default=at + 1)
    return found


@given(TERMS, TEXTS)
def test_terms_are_found_as_whole_words_and_the_longest_wins(terms: list[str], text: str) -> None:
    gazetteer = Gazetteer({term: term for term in terms})
    assert [(hit.start, hit.end) for hit in gazetteer.find(fold(text))] == by_hand(terms, text)


@given(TERMS, st.text())
def test_hits_are_in_order_without_overlap_inside_the_text(terms: list[str], text: str) -> None:
    hits = Gazetteer({term: term for term in terms}).find(fold(text))
    ends = [0, *(hit.end for hit in hits)]
    assert all(end <= hit.start < hit.end <= len(text) for end, hit in zip(ends, hits, strict=False))


def test_a_term_stands_for_its_value() -> None:
    [hit] = Gazetteer({"Su-30": "fighter"}).find(fold("Four SU 30s? No: a Su‑30."))
    assert hit.value == "fighter"


def test_case_and_accents_do_not_count() -> None:
    assert len(Gazetteer({"Óstra": 1}).find(fold("OSTRA, ostra, Óstrava"))) == 2


def test_the_stop_of_an_abbreviation_belongs_to_it() -> None:
    text = "The U.S. fleet"
    [hit] = Gazetteer({"U.S.": 1}).find(fold(text))
    assert text[hit.start : hit.end] == "U.S."


def test_a_hit_that_is_turned_down_leaves_room_for_a_shorter_one() -> None:
    gazetteer = Gazetteer({"red": 1, "red star": 2})
    assert [hit.value for hit in gazetteer.find("red star", accept=lambda hit: hit.value == 1)] == [1]


def test_no_terms_find_nothing() -> None:
    assert Gazetteer[int]({}).find("red star") == []


def test_ten_megabytes_are_searched_in_seconds() -> None:
    gazetteer = Gazetteer({"a": 1, "a a": 2, "a a a": 3, "star": 4})
    start = time.process_time()
    gazetteer.find("red fleet " * 1_000_000 + "a " * 100_000)
    assert time.process_time() - start < 20
