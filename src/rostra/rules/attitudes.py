"""Verbs of attitude, whose object or infinitive is what somebody is said to favour, plan or refuse.

Too many plain actions look alike for the rules; only a backend that parses reads them.
"""

from collections.abc import Mapping
from importlib.resources.abc import Traversable

from rostra.kernel.tables import FaultList, read_toml

Attitudes = Mapping[str, frozenset[str]]
"""Lemma to what it takes: "object", "infinitive", or a preposition."""


def load_attitudes(path: Traversable) -> Attitudes:
    """Reads `attitudes.toml`; empty where a language has none. Raises KnowledgeError that lists every faulty entry."""
    if not path.is_file():
        return {}
    faults = FaultList(path.name)
    found = {}
    for lemma, entry in read_toml(path).get("verbs", {}).items():
        if not entry.get("takes") or not entry.get("example"):
            faults.add("a verb needs what it takes and an example", "give takes and example", field=lemma)
        found[lemma] = frozenset(entry.get("takes", ()))
    faults.close()
    return found
