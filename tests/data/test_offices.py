from pathlib import Path

import pytest

from rostra.data import shipped_knowledge
from rostra.data.offices import OfficeHolder, load_offices
from rostra.kernel import KnowledgeError, PartialDate

OFFICES = shipped_knowledge().offices
SOURCE = '[sources.gazette]\ntitle = "Gazette"\npublisher = "Valdoria"\ndate = "2025"\naddress = "https://example.org"\n'


def loaded(folder: Path, *lines: str) -> tuple[OfficeHolder, ...]:
    path = folder / "offices.toml"
    entry = '[[office]]\nname = "Ada Corvin"\noffice = "president"\nstate = "XR"\n'
    path.write_text(SOURCE + entry + "\n".join(lines), encoding="utf-8")
    return load_offices(path).all


def on(text: str) -> PartialDate:
    day = PartialDate.parse(text)
    assert day
    return day


def test_forty_states_and_more_have_holders_whose_terms_were_read_in_a_source() -> None:
    assert len({holder.state for holder in OFFICES.all if holder.source}) >= 40


def test_every_source_is_named_in_full() -> None:
    assert {holder.source for holder in OFFICES.all} - {None} <= set(OFFICES.sources)
    assert all("https://" in source for source in OFFICES.sources.values())


@pytest.mark.parametrize(("first", "second"), [("2021-06-12", "Netanyahu"), ("2021-06-14", "Bennett")])
def test_a_day_tells_the_holder(first: str, second: str) -> None:
    (holder,) = OFFICES.holders("prime minister", "IL", on(first))
    assert holder.name.endswith(second)


def test_a_year_of_change_has_several() -> None:
    assert len(OFFICES.holders("prime minister", "GB", 2022)) == 3


def test_no_two_persons_hold_an_office_of_one_state_on_most_days() -> None:
    for holder in OFFICES.all:
        if holder.source and holder.office in {"president", "prime minister", "chancellor"}:
            for term in holder.terms:
                middle = PartialDate.day(term.first.last) if term.first.is_day else term.first
                assert len(OFFICES.holders(holder.office, holder.state, middle)) <= 4


def test_a_term_known_to_the_day(tmp_path: Path) -> None:
    (holder,) = loaded(tmp_path, 'terms = [["2019-03-01", "2023-02"]]', 'source = "gazette"')
    assert (holder.held_on(on("2023-02-20")), holder.held_on(on("2023-03-01"))) == (True, False)


def test_an_end_that_was_not_read_bounds_what_is_known(tmp_path: Path) -> None:
    (holder,) = loaded(tmp_path, 'terms = [["2019-03-01", "after 2022-05-01"]]')
    assert (holder.terms[0].unread_end, holder.held_on(on("2022-06"))) == (True, False)


def test_who_is_in_office_still_is(tmp_path: Path) -> None:
    (holder,) = loaded(tmp_path, 'terms = [["2019-03-01", ""]]')
    assert (holder.held_on(on("2030")), holder.years) == (True, ((2019, 9999),))


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (('terms = [["spring", ""]]',), "is no term"),
        (('terms = [["2020", "2019"]]',), "is no term"),
        (('terms = [["2020", ""]]', "years = [[2020, 2021]]"), "either terms or years"),
        ((), "either terms or years"),
        (('terms = [["2020", ""]]', 'source = "rumour"'), "unknown source 'rumour'"),
        (('terms = [["2020", ""]]', "rank = 3"), "either terms or years"),
    ],
)
def test_a_faulty_entry_is_told(tmp_path: Path, lines: tuple[str, ...], said: str) -> None:
    with pytest.raises(KnowledgeError, match=said):
        loaded(tmp_path, *lines)
