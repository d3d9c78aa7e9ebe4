"""Every rule of names finds its example and leaves its counter-example alone."""

import pytest

from rostra.rules.registry import Rule, rule_register
from tests.mentions.reading import read

# Examples of these would have to name living persons.
OF_REAL_PERSONS = {"M140", "M141"}
OF_A_BACKEND = {"M430"}
SPANISH = {"M322", "M331"}
RULES = [
    rule
    for code, rule in sorted(rule_register().items())
    if "M100" <= code < "M500" and code not in OF_REAL_PERSONS | OF_A_BACKEND
]


def _rules_in(text: str, rule: Rule) -> set[str]:
    return {mention.rule for mention in read(text, "es" if rule.code in SPANISH else "en")}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_finds_its_example(rule: Rule) -> None:
    assert rule.code in _rules_in(rule.example, rule)


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.counter_example], ids=lambda rule: rule.code)
def test_a_rule_leaves_its_counter_example(rule: Rule) -> None:
    assert rule.code not in _rules_in(rule.counter_example, rule)
