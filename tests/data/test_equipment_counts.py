"""Which counts are comparable: a missile is not a launcher is not a battery is not a system."""

import pytest

from rostra.data import shipped_knowledge
from rostra.data.comparison import shipped_comparison
from rostra.data.equipment_counts import Count, comparable, counts_as

CATALOGUE = shipped_knowledge().equipment


@pytest.mark.parametrize(
    ("entry", "unit", "kinds"),
    [
        ("9k338-igla-s", "missiles", ("missile",)),
        ("9k338-igla-s", "items", ("missile", "launcher", "system")),
        ("9m342", "items", ("missile",)),
        ("9p522", "items", ("launcher",)),
        ("s-400-triumf", "batteries", ("battery",)),
        ("s-400-triumf", "items", ("system", "launcher", "battery")),
        ("t-72", "items", ("tank",)),
        ("mi-17", "items", ("helicopter",)),
        ("kilo-class-submarine", "items", ("submarine",)),
        ("bm-21-grad", "items", ("launcher", "system", "vehicle")),
        ("fab-500", "items", ("bomb",)),
        ("shahed-136", "items", ("uav",)),
        ("nothing", "items", ()),
    ],
)
def test_what_a_number_counts(entry: str, unit: str, kinds: tuple[str, ...]) -> None:
    assert counts_as(CATALOGUE, entry, unit) == kinds


def test_every_entry_counts_something_that_is_known() -> None:
    counted = set(shipped_comparison().counted)
    kinds = {kind for id_ in CATALOGUE.systems for kind in counts_as(CATALOGUE, id_)}
    assert kinds <= counted


@pytest.mark.parametrize(
    ("claim", "row", "kinship", "certain"),
    [
        (("9k338-igla-s", "missiles"), ("9k338-igla-s", "missile"), "same", True),
        (("9k338-igla-s", "items"), ("9k338-igla-s", "missile"), "same", False),
        (("9k338-igla-s", "missiles"), ("9m342", "missile"), "same", True),
        (("9m342", "missiles"), ("9k338-igla-s", "missile"), "same", True),
        (("s-400-triumf", "missiles"), ("48n6", "missile"), "within", True),
        (("48n6", "missiles"), ("s-400-triumf", "missile"), "wider", True),
        (("9k38-igla", "missiles"), ("9k338-igla-s", "missile"), "within", True),
        (("su-30mki", "aircraft"), ("su-30", "aircraft"), "wider", True),
        (("su-30", "fighters"), ("su-30mki", "aircraft"), "within", True),
        ((None, "tanks"), ("t-72", "tank"), "same", True),
    ],
)
def test_comparable(
    claim: tuple[str | None, str], row: tuple[str | None, str], kinship: str, certain: bool
) -> None:
    answer = comparable(CATALOGUE, Count(*claim), Count(*row))
    assert (answer.comparable, answer.kinship, answer.certain) == (True, kinship, certain)


@pytest.mark.parametrize(
    ("claim", "row", "reason"),
    [
        (("9k338-igla-s", "missiles"), ("9k338-igla-s", "launchers"), "missiles are not launchers"),
        (("s-400-triumf", "batteries"), ("s-400-triumf", "system"), "batteries are not systems"),
        (("s-400-triumf", "battalions"), ("s-400-triumf", "launchers"), "battalions are not launchers"),
        (("s-400-triumf", "systems"), ("48n6", "missile"), "systems are not missiles"),
        (("t-72", "tanks"), ("su-30", "aircraft"), "tanks are not aircraft"),
        (
            ("t-72", "tanks"),
            ("leopard-2", "tank"),
            "the catalogue ties nothing of Leopard 2 to T-72",
        ),
        (("mig-21", "aircraft"), ("j-7", "aircraft"), "the catalogue ties nothing of J-7 to MiG-21"),
        (("9k338-igla-s", "km"), ("9k338-igla-s", "missile"), "km is no count"),
    ],
)
def test_not_comparable(claim: tuple[str, str], row: tuple[str, str], reason: str) -> None:
    answer = comparable(CATALOGUE, Count(*claim), Count(*row))
    assert not answer.comparable
    assert answer.reason == reason


def test_a_number_without_unit_says_how_it_was_read() -> None:
    answer = comparable(CATALOGUE, Count("9k338-igla-s"), Count("9k338-igla-s", "missile"))
    assert answer.reason == (
        "both count 9K338 Igla-S, a number without unit that may be of missiles or launchers or systems,"
        " read as missiles"
    )


def test_the_missile_of_a_system_is_named() -> None:
    answer = comparable(CATALOGUE, Count("9k338-igla-s", "missiles"), Count("9m342", "missile"))
    assert answer.reason == "9M342 is the missile of 9K338 Igla-S"


def test_a_comparison_without_kinship_is_symmetric() -> None:
    ids = ("t-72", "s-400-triumf", "48n6", "9k338-igla-s", "su-30", "f-16-fighting-falcon")
    for one in ids:
        for other in ids:
            there = comparable(CATALOGUE, Count(one), Count(other))
            back = comparable(CATALOGUE, Count(other), Count(one))
            assert there.comparable == back.comparable
