"""Whatever stands in a pack, it is a pack or a list of faults."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from rostra.data.packs import pack_of
from rostra.data.schemas import schema, violations
from rostra.kernel import KnowledgeError

FILES = {
    "pack.toml": 'name = "orla"\nversion = "1.0"\ndescription = "x"\nlicence = "x"\nsources = ["x"]\n',
    "countries.toml": '[countries]\nXR = { name = "Orla", demonym = "Orlan", capital = "Selm" }\n',
    "places.toml": '[XR]\ncity = ["Arnhaven|Puerto Arn"]\n',
    "offices.toml": '[[office]]\nname = "Ada Corvin"\noffice = "president"\nstate = "XR"\nyears = [[2019, 9999]]\n',
    "equipment/own.toml": 'system = [{ id = "gale-7", name = "Gale-7", class = "sam", names = { maker = ["GL-7"] } }]\n',
    "equipment/ambiguous.toml": 'name = [{ text = "Gale", systems = ["gale-7"], needs = "noun" }]\n',
    "languages/es.toml": '[demonyms]\nXR = ["orlano"]\n',
}
SIGNS = st.sampled_from(list('[]{}="|?,\n#x7 '))
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda below: st.lists(below, max_size=4) | st.dictionaries(st.text(max_size=8), below, max_size=4),
    max_leaves=12,
)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(sorted(FILES)), st.floats(0, 1), SIGNS)
def test_a_sign_in_the_wrong_place_gives_a_pack_or_faults(file: str, at: float, sign: str) -> None:
    text = FILES[file]
    place = int(at * len(text))
    files = {**FILES, file: text[:place] + sign + text[place + 1 :]}
    try:
        pack_of(tuple((name, one.encode()) for name, one in files.items()))
    except KnowledgeError as error:
        assert all(fault.remedy and fault.place.file for fault in error.faults)  # noqa: PT017 - either is lawful


@given(st.sampled_from(["pack", "countries", "places", "offices", "equipment", "classes", "ambiguous"]), JSON)
def test_any_table_is_held_against_a_schema(name: str, table: Any) -> None:
    for one in violations(table, schema(name)):
        assert one.message
        assert one.remedy
