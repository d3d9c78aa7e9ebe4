"""Everything rostra knows of the world, each table read from its file when it is first asked for."""

from collections.abc import Mapping, Sequence
from functools import cache, cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable

from rostra.data.acts import Acts, load_acts
from rostra.data.countries import Countries, load_countries
from rostra.data.equipment import Catalogue
from rostra.data.equipment_loading import load_catalogue
from rostra.data.given_names import GivenNames, load_given_names
from rostra.data.offices import Offices, load_offices
from rostra.data.organisations import Organisations, load_organisations
from rostra.data.places import Places, load_places
from rostra.data.region_points import RegionPoints, load_region_points
from rostra.model import DataFile

NationNames = Mapping[str, Mapping[str, Sequence[str]]]
"""`names` and `demonyms` to the code of a state to what a language calls it."""


class Knowledge:
    """The tables: equipment, countries, places, organisations, persons in office.

    `folder` holds the files, the shipped ones by default; `languages` further names of states by language; `packs`
    names the packs of a user that lie over the shipped files, with their hashes.
    """

    def __init__(
        self,
        folder: Traversable | None = None,
        languages: Mapping[str, NationNames] | None = None,
        packs: tuple[DataFile, ...] = (),
    ) -> None:
        self.folder = folder or files("rostra.data")
        self.languages = languages or {}
        self.packs = packs

    @cached_property
    def equipment(self) -> Catalogue:
        """Military systems, their names and classes (`equipment/`)."""
        return load_catalogue(self.folder / "equipment")

    @cached_property
    def countries(self) -> Countries:
        """States with codes, demonyms and capitals (`countries.toml`)."""
        return load_countries(self.folder / "countries.toml")

    @cached_property
    def places(self) -> Places:
        """Cities, regions, bases and seas (`places.toml`)."""
        return load_places(self.folder / "places.toml", self.countries)

    @cached_property
    def region_points(self) -> RegionPoints:
        """A point inside each first-level region (`region_points.toml`)."""
        return load_region_points(self.folder / "region_points.toml")

    @cached_property
    def organisations(self) -> Organisations:
        """Forces, ministries, movements, outlets and companies (`organisations.toml`)."""
        return load_organisations(self.folder / "organisations.toml", self.countries)

    @cached_property
    def acts(self) -> Acts:
        """Types of claims as threats and acts, with their cost (`acts.toml`)."""
        return load_acts(self.folder / "acts.toml")

    @cached_property
    def offices(self) -> Offices:
        """Persons in office (`offices.toml`)."""
        return load_offices(self.folder / "offices.toml")

    @cached_property
    def given_names(self) -> GivenNames:
        """Given names of persons (`given_names.toml`)."""
        return load_given_names(self.folder / "given_names.toml")

    def nation_names(self, lang: str) -> NationNames:
        """Further `names` and `demonyms` of states in a language, by code: none ship, a pack adds them."""
        return self.languages.get(lang, {})


@cache
def shipped_knowledge() -> Knowledge:
    """The tables that come with rostra; read once a process."""
    return Knowledge()
