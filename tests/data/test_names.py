import pytest

from rostra.data import shipped_knowledge
from rostra.data.countries import Country
from rostra.kernel.tables import read_toml
from rostra.rules import known_languages, language_pack
from tests.mentions.reading import read

KNOWLEDGE = shipped_knowledge()


def test_every_living_state_has_a_capital_or_is_one() -> None:
    without = {c.name for c in KNOWLEDGE.countries.by_code.values() if c.capital is None}
    assert without == {"Singapore", "San Marino", "Vatican City"}


def test_every_place_has_its_own_id() -> None:
    assert len(KNOWLEDGE.places.by_id) == len(KNOWLEDGE.places.all)


def test_every_organisation_has_its_own_id() -> None:
    assert len(KNOWLEDGE.organisations.by_id) == len(KNOWLEDGE.organisations.all)


def test_every_place_of_a_state_leads_to_it() -> None:
    assert all(KNOWLEDGE.places.country_of(p.id) for p in KNOWLEDGE.places.all if p.country)


def test_terms_of_office_run_forward() -> None:
    assert all(first <= last for holder in KNOWLEDGE.offices.all for first, last in holder.years)


@pytest.mark.parametrize("country", KNOWLEDGE.countries.by_code.values(), ids=lambda country: country.code)
def test_every_state_and_demonym_is_found_in_english(country: Country) -> None:
    text = f"They say the {country.demonym} convoy left for {country.name} before dawn."
    kinds = {(m.kind, m.id) for m in read(text)}
    ids = {c for m in read(text) for c in (m.id, *m.candidates)}
    assert country.id in ids, kinds


def _readings(name: str) -> set[str | None]:
    return {one for m in read(f"They were seen in {name} on that day.") for one in (m.id, *m.candidates)}


def test_every_place_is_found_after_a_preposition() -> None:
    """A name that another place has without guard leads to that one: "Barcelona" alone is not the Venezuelan city."""
    free = {name.text for place in KNOWLEDGE.places.all for name in place.names if not name.guarded}
    free |= {country.name for country in KNOWLEDGE.countries.by_code.values()}
    lost = [
        place.id
        for place in KNOWLEDGE.places.all
        if place.id not in _readings(place.name) and not (place.names[0].guarded and place.name in free)
    ]
    assert not lost


@pytest.mark.parametrize("lang", known_languages())
def test_every_ambiguous_name_is_a_name(lang: str) -> None:
    nations = language_pack(lang).nations
    forms = {name for names in nations.names.values() for name in names} | {
        c.name for c in KNOWLEDGE.countries.by_code.values()
    }
    forms |= set(KNOWLEDGE.countries.names_in(lang).values())
    forms |= {
        form
        for listed in nations.demonyms.values()
        for demonym in listed
        for form in nations.demonym_forms(demonym)
    }
    assert nations.ambiguous <= forms | {"RU", "CAR"}


@pytest.mark.parametrize("lang", known_languages())
def test_every_section_of_actors_has_an_example(lang: str) -> None:
    pack = language_pack(lang)
    path = pack.folder / "actors.toml"
    table = read_toml(path) if path.is_file() else {}
    assert all("example" in entry for name, entry in table.items() if name not in {"head_position", "stop"})
