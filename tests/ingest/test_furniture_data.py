"""Every entry of the furniture files shows what it takes off and what it spares."""

import pytest

from rostra.ingest.furniture import pruned
from rostra.rules.furniture import FurnitureLine, all_furniture
from rostra.rules.registry import rule_register
from rostra.text import fold

PROSE = "The minister of Valdoria told reporters in Ostra on Monday that forty tanks had arrived."
ENTRIES = all_furniture().lines


def page_with(line: str) -> str:
    return f"Valdoria receives forty tanks\n\n{line}\n\n{PROSE}\n\n{PROSE} And so on it went.\n"


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: f"{entry.rule} {entry.example}")
def test_the_example_is_taken_off(entry: FurnitureLine) -> None:
    dropped = pruned(page_with(entry.example)).dropped
    assert [drop.rule for drop in dropped] == [entry.rule]


@pytest.mark.parametrize(
    ("entry", "line"), [(entry, line) for entry in ENTRIES for line in entry.counter_examples]
)
def test_a_counter_example_stays(entry: FurnitureLine, line: str) -> None:
    assert pruned(page_with(line)).dropped == ()


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.rule)
def test_the_rule_is_in_the_register(entry: FurnitureLine) -> None:
    assert entry.rule in rule_register()


def test_words_are_folded() -> None:
    furniture = all_furniture()
    words = furniture.home | furniture.share | furniture.menu
    assert {word for word in words if word != fold(word)} == set()


@pytest.mark.parametrize("code", sorted(code for code in rule_register() if code.startswith("I")))
def test_the_example_of_a_rule_is_taken_off_by_it(code: str) -> None:
    dropped = pruned(page_with(rule_register()[code].example)).dropped
    assert code in {drop.rule for drop in dropped}


@pytest.mark.parametrize("code", sorted(code for code in rule_register() if code.startswith("I")))
def test_the_counter_example_of_a_rule_stays(code: str) -> None:
    assert pruned(page_with(rule_register()[code].counter_example)).dropped == ()
