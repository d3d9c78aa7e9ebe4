from importlib.resources import files
from pathlib import Path

import pytest

from rostra.data import shipped_knowledge
from rostra.data.actors import with_actors
from rostra.kernel import KnowledgeError

DEMO = files("rostra") / "demo_case" / "actors.toml"


def test_an_added_state_stands_beside_the_shipped_ones() -> None:
    countries = with_actors(shipped_knowledge(), DEMO).countries
    assert {"Valdoria", "Venezuela"} <= {country.name for country in countries.by_code.values()}


def test_an_added_place_knows_its_state() -> None:
    places = with_actors(shipped_knowledge(), DEMO).places
    assert places.country_of("region:XV/tarvela") == "Valdoria"
    assert places.country_of("capital:XM/lisk") == "Marenia"
    assert places.get("strait:strait-of-dorrin") is not None


def test_an_added_organisation_is_found() -> None:
    organisations = with_actors(shipped_knowledge(), DEMO).organisations
    assert organisations.get("company:veyra-institute") is not None


def test_the_shipped_tables_do_not_change() -> None:
    assert with_actors(shipped_knowledge(), DEMO).countries.get("XV")
    assert shipped_knowledge().countries.get("XV") is None


def test_every_fault_of_a_file_is_reported(tmp_path: Path) -> None:
    file = tmp_path / "actors.toml"
    file.write_text(
        '[countries]\nXA = { name = "A" }\n[places.XB]\ncity = ["B"]\n[organisations.XA]\nclub = ["C"]\n'
    )
    with pytest.raises(KnowledgeError) as caught:
        with_actors(shipped_knowledge(), file)
    assert [fault.place.field for fault in caught.value.faults] == [
        "XA",
        "places.XB",
        "organisations.XA.club",
    ]
