"""Everything rostra knows of the world, each table read from its file when it is first asked for."""

from collections.abc import Mapping, Sequence
from functools import cache, cached_property
from importlib.resources import files

from rostra.data.countries import Countries, load_countries
from rostra.data.equipment import Catalogue, load_catalogue
from rostra.data.given_names import GivenNames, load_given_names
from rostra.data.offices import Offices, load_offices
from rostra.data.organisations import Organisations, load_organisations
from rostra.data.places import Places, load_places


class Knowledge:
    """The shipped tables: equipment, countries, places, organisations, persons in office."""

    @cached_property
    def equipment(self) -> Catalogue:
        """Military systems, their names and classes (`equipment/`)."""
        return load_catalogue(files("rostra.data") / "equipment")

    @cached_property
    def countries(self) -> Countries:
        """States with codes, demonyms and capitals (`countries.toml`)."""
        return load_countries(files("rostra.data") / "countries.toml")

    @cached_property
    def places(self) -> Places:
        """Cities, regions, bases and seas (`places.toml`)."""
        return load_places(files("rostra.data") / "places.toml", self.countries)

    @cached_property
    def organisations(self) -> Organisations:
        """Forces, ministries, movements, outlets and companies (`organisations.toml`)."""
        return load_organisations(files("rostra.data") / "organisations.toml", self.countries)

    @cached_property
    def offices(self) -> Offices:
        """Persons in office (`offices.toml`)."""
        return load_offices(files("rostra.data") / "offices.toml")

    @cached_property
    def given_names(self) -> GivenNames:
        """Given names of persons (`given_names.toml`)."""
        return load_given_names(files("rostra.data") / "given_names.toml")

    def nation_names(self, lang: str) -> Mapping[str, Mapping[str, Sequence[str]]]:
        """Further `names` and `demonyms` of states in a language, by code: none ship, a file of actors adds them."""
        del lang
        return {}


@cache
def shipped_knowledge() -> Knowledge:
    """The tables that come with rostra; read once a process."""
    return Knowledge()
