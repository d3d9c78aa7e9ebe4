"""Every rule has a code, a version and an example; this reads the registers in `codes/`."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import Any

from rostra.kernel.tables import FaultList, read_toml

FIELDS = {"version", "what", "example", "counter_example", "precision"}


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as its register has it. `version` rises when the rule can give another record for the same text."""

    code: str
    version: int
    what: str
    example: str
    counter_example: str = ""
    precision: str = ""

    @property
    def versioned(self) -> str:
        """Code and version, as evidence cites it: `Q110@1`."""
        return f"{self.code}@{self.version}"


@cache
def rule_register() -> Mapping[str, Rule]:
    """All rules by code. Raises KnowledgeError that lists every fault of a register."""
    rules: dict[str, Rule] = {}
    for register in sorted((files("rostra.rules") / "codes").iterdir(), key=lambda path: path.name):
        if register.name.endswith(".toml"):
            _read_register(register, rules)
    return MappingProxyType(rules)


def _read_register(register: Traversable, rules: dict[str, Rule]) -> None:
    faults = FaultList(register.name)
    for code, entry in read_toml(register).items():
        if code in rules:
            faults.add("the code is taken", "number the rule anew", field=code)
        elif _is_lawful(code, entry, faults):
            rules[code] = Rule(code, **entry)
    faults.close()


def _is_lawful(code: str, entry: Any, faults: FaultList) -> bool:
    if not isinstance(entry, dict):
        faults.add("a rule is a table", f"write [{code}] with version, what and example", field=code)
        return False
    for name in set(entry) - FIELDS:
        faults.add(f"unknown field {name!r}", f"fields are {', '.join(sorted(FIELDS))}", field=code)
    for name in ("version", "what", "example"):
        if not entry.get(name):
            faults.add(
                f"{name!r} is missing", "every rule has a version, a sentence and an example", field=code
            )
    return set(entry) <= FIELDS and all(entry.get(name) for name in ("version", "what", "example"))
