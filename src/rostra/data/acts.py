"""What each type of claim is among threats and acts, and what it costs the one who does it."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from typing import Any

from rostra.kernel.tables import FaultList, read_toml
from rostra.model import CLAIM_TYPES, ClaimType

LAST_THREAT = 5
"""The last of the categories that are threats; those after it are acts."""


@dataclass(frozen=True, slots=True)
class Act:
    """A type of claim as an act: event codes, weight, and the step of the cost ladder with the rule that sets it."""

    level: int
    code: str
    geopolitical: int | None = None
    nuclear: int | None = None
    movement: int | None = None
    plover: str | None = None
    cameo: str | None = None
    goldstein: float | None = None
    recurring: bool | None = None
    reversible: bool | None = None

    def family(self) -> str:
        """Whether it is a "threat", an "act", or else a "statement"."""
        if self.geopolitical is None:
            return "statement"
        return "threat" if self.geopolitical <= LAST_THREAT else "act"


Acts = Mapping[ClaimType, Act]


def conflict_rank(act: Act, acts: Acts) -> int | None:
    """Place of an act's event code by its weight, 1 the most hostile; None for what has no weight.

    The rank is what may be reported: the weights are one panel's of 1992 and no interval scale.
    """
    if act.goldstein is None:
        return None
    weights = sorted({each.goldstein for each in acts.values() if each.goldstein is not None})
    return weights.index(act.goldstein) + 1


def load_acts(path: Traversable) -> Acts:
    """Reads `acts.toml`: one entry for each type of claim. Raises KnowledgeError that lists every fault."""
    table, faults = read_toml(path), FaultList(path.name)
    for name in set(CLAIM_TYPES) - set(table):
        faults.add("the type of claim has no entry", f"add [{name}]", field=name)
    for field, entry in table.items():
        _check(field, entry, faults)
    faults.close()
    return {name: Act(**table[name]) for name in CLAIM_TYPES}


def _check(name: str, entry: Any, faults: FaultList) -> None:
    if name not in CLAIM_TYPES:
        faults.add("no type of claim", f"types are {', '.join(CLAIM_TYPES)}", field=name)
    unknown = set(entry) - set(Act.__slots__)
    if unknown or not {"level", "code"} <= set(entry):
        faults.add(f"level and code are needed, unknown: {sorted(unknown)}", "mend the entry", field=name)
    elif not 0 <= entry["level"] <= 5:
        faults.add(f"level {entry['level']}", "a level is 0 to 5", field=name)
