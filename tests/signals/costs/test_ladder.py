import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rostra.data import shipped_knowledge
from rostra.kernel import PartialDate, Span
from rostra.model import CLAIM_TYPES, Claim, ClaimType, Equipment, Modality, Quantity
from rostra.rules import language_pack
from rostra.rules.registry import rule_register
from rostra.signals.costs import Setting, Signal, signal_of
from rostra.text import fold

DAY = dt.date(2025, 10, 25)
ARMS = Equipment("9K338 Igla-S", "9k338-igla-s")


def signal(type_: ClaimType, words: str, lang: str = "en", **changed: Any) -> Signal:
    claim = Claim("d1", type_, Span(0, 9), "C100", 0.8, holder="Valdoria", equipment=ARMS, **changed)
    setting = Setting(fold(words), DAY, language_pack(lang).signalling)
    return signal_of(claim, shipped_knowledge().acts[type_], setting)


@pytest.mark.parametrize(
    ("type_", "words", "level", "rule"),
    [
        ("possession", "Valdoria has Igla-S missiles.", 0, "S100"),
        ("possession", "Valdoria paraded its Igla-S missiles.", 1, "S110"),
        ("capability", "The missile reaches 6 km.", 0, "S100"),
        ("exercise", "Valdoria held a drill.", 1, "S112"),
        ("threat", "Valdoria will answer any aggression.", 0, "S100"),
        ("deployment", "Valdoria deployed two brigades.", 3, "S130"),
        ("mobilisation", "Valdoria called up reservists.", 3, "S130"),
        ("acquisition", "Valdoria ordered 40 aircraft.", 4, "S140"),
        ("strike", "Valdoria struck the port.", 5, "S150"),
        ("loss", "Valdoria lost three tanks.", None, "S190"),
    ],
)
def test_a_rule_sets_the_step(type_: ClaimType, words: str, level: int | None, rule: str) -> None:
    found = signal(type_, words)
    assert (found.level, found.rule) == (level, rule)


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", "Valdoria will strike if Marenia crosses the river."),
        ("es", "Valdoria atacará si Marenia cruza el río."),
        ("pt", "Valdoria atacará se Marenia cruzar o rio."),
        ("ru", "Валдория ударит, если Марения перейдёт реку."),
    ],
)
def test_a_threat_with_terms_is_a_public_commitment(lang: str, words: str) -> None:
    assert signal("threat", words, target="Marenia", lang=lang).level == 2


def test_a_threat_with_terms_for_nobody_is_words() -> None:
    assert signal("threat", "Valdoria will strike if it must.").level == 0


def test_a_demand_makes_a_threat_compellent() -> None:
    found = signal("threat", "Marenia must withdraw by Friday or be struck.", target="Marenia")
    assert (found.label, found.deadline, found.demand) == ("compellent threat", True, True)


def test_a_threat_without_a_demand_is_a_deterrent_warning() -> None:
    assert signal("threat", "We answer if they come.", target="Marenia").label == "deterrent warning"


def test_what_is_only_planned_is_a_statement() -> None:
    assert signal("acquisition", "Valdoria plans to buy 40 aircraft.", modality="planned").rule == "S122"


def test_what_is_denied_is_no_act() -> None:
    assert signal("deployment", "Valdoria deployed nothing.", modality="denied", negated=True).rule == "S191"


def test_an_old_purchase_told_again_is_a_sunk_cost() -> None:
    found = signal("acquisition", "Valdoria bought them in 2009.", when=PartialDate.parse("2009"))
    assert (found.level, found.rule) == (0, "S195")


@given(
    st.sampled_from(CLAIM_TYPES),
    st.sampled_from(["asserted", "planned", "conditional", "denied"]),
    st.integers(1, 10**9),
    st.sampled_from(["They paraded it.", "They will act if we stay.", "Leave by Friday."]),
)
def test_the_size_of_a_number_never_moves_the_step(
    type_: ClaimType, modality: Modality, size: int, words: str
) -> None:
    large = Quantity(size, size, "missiles", "exact", Span(0, 1))
    said: dict[str, Any] = {"modality": modality, "negated": modality == "denied"}
    assert signal(type_, words, quantity=large, **said).level == signal(type_, words, **said).level


def test_every_rule_is_registered() -> None:
    codes = {act.code for act in shipped_knowledge().acts.values()} | {
        "S110",
        "S120",
        "S121",
        "S122",
        "S191",
        "S195",
    }
    assert codes <= set(rule_register())
