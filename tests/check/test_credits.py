"""Which agency a text credits, in the forms of the table."""

from importlib.resources import files

import pytest

from rostra.check import agency, credited
from rostra.data.agencies import shipped_agencies
from rostra.kernel.tables import read_toml

TABLE = read_toml(files("rostra.data") / "comparison" / "agencies.toml")


@pytest.mark.parametrize("id_", sorted(TABLE["agencies"]))
def test_an_agency_is_found_in_its_example(id_: str) -> None:
    assert id_ in credited(TABLE["agencies"][id_]["example"])


@pytest.mark.parametrize("text", TABLE["forms"]["examples"])
def test_a_form_finds_a_credit(text: str) -> None:
    assert credited(text)


@pytest.mark.parametrize("text", TABLE["forms"]["counter_examples"])
def test_no_credit_is_found_where_there_is_none(text: str) -> None:
    assert credited(text) == frozenset()


def test_no_name_belongs_to_two_agencies() -> None:
    names = [
        name for given in shipped_agencies().names.values() for name in {each.casefold() for each in given}
    ]
    assert len(names) == len(set(names))


def test_an_outlet_may_be_an_agency() -> None:
    assert (agency("Agencia EFE"), agency("Orla Post"), agency(None)) == ("efe", None, None)


def test_a_credit_stands_at_the_head_or_the_end() -> None:
    middle = "The convoy moved on. " * 60
    assert credited(f"PORT SELM (Reuters) A convoy left.\n{middle}") == {"reuters"}
    assert credited(f"{middle}\nFuente: EFE") == {"efe"}
    assert credited(f"{middle} (AFP) {middle}") == frozenset()


def test_a_line_of_its_own_is_a_credit() -> None:
    assert credited("A convoy left\nReuters\nIt left at dawn.") == {"reuters"}


def test_a_long_line_costs_no_time() -> None:
    assert credited("(" * 5_000_000) == frozenset()
