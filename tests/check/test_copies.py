"""Registers that copy one another are one source, whatever they call themselves."""

import dataclasses

from rostra.check import check_claims
from rostra.check.copies import Copies
from tests.check.samples import CONTEXT, claim, row


def table(source: str, first: int = 2) -> list:  # type: ignore[type-arg]  # rows
    given = ({"state": "held", "n": 50 + at, "years": 2019 - at, "source": source} for at in range(8))
    return [row(each, first + at) for at, each in enumerate(given)]


def test_a_table_with_the_same_rows_is_the_same_source() -> None:
    copies = Copies([*table("Orla Register"), *table("Selm Almanac", 50)], str.casefold)
    assert copies.origins(["Orla Register", "Selm Almanac"]).origins == 1


def test_a_table_with_rows_of_its_own_is_a_source_of_its_own() -> None:
    other = [dataclasses.replace(each, low=900, high=900) for each in table("Selm Almanac", 50)]
    found = Copies([*table("Orla Register"), *other], str.casefold).origins(["Orla Register", "Selm Almanac"])
    assert (found.origins, round(found.n_eff, 2)) == (2, 2.0)


def test_a_few_shared_rows_make_less_than_two_sources() -> None:
    other = [
        each if at < 2 else dataclasses.replace(each, low=900, high=900)
        for at, each in enumerate(table("Selm Almanac", 50))
    ]
    found = Copies([*table("Orla Register"), *other], str.casefold).origins(["Orla Register", "Selm Almanac"])
    assert found.origins == 2
    assert found.n_eff < 1.99


def test_two_short_tables_that_agree_are_two_sources() -> None:
    rows = [*table("Orla Register")[:2], *table("Selm Almanac", 50)[:2]]
    assert Copies(rows, str.casefold).origins(["Orla Register", "Selm Almanac"]).origins == 2


def test_a_copied_register_confirms_nothing() -> None:
    one, copy = table("Orla Register"), table("Selm Almanac", 50)
    stated = claim({"type": "possession", "n": 50})
    before = check_claims([stated], one, context=CONTEXT)[0].grade
    after = check_claims([stated], [*one, *copy], context=CONTEXT)[0].grade
    assert (str(before), str(after)) == ("F3", "F3")
