"""Who is meant: the full names of persons and of speakers."""

from rostra.resolve.persons import name_persons
from rostra.resolve.speakers import name_speakers

__all__ = ["name_persons", "name_speakers"]
