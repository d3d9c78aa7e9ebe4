"""The guard before arithmetic: whether two numbers count or measure the same thing, and by which factor."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

import pint

from rostra.data.comparison import shipped_comparison

UNSPECIFIED = "items"
_UNIT = re.compile(r"[A-Za-z1_]{1,30}(?: / [A-Za-z_]{1,30})?")
"""What may reach Pint: a name, or one name over another; never an expression out of a text."""


@dataclass(frozen=True, slots=True)
class Factor:
    """The two may be compared: a row's number times `factor` is in the unit of the claim."""

    factor: float = 1.0


@dataclass(frozen=True, slots=True)
class Mismatch:
    """The two may not be compared, and why, in a clause."""

    reason: str


@lru_cache(maxsize=4096)
def comparable(claim_unit: str, row_unit: str) -> Factor | Mismatch:
    """Whether a number in the claim's unit can stand against one in the row's: same kind of thing, same dimension.

    A unit that says nothing ("items") goes with any count. Missiles, launchers, systems and batteries are apart;
    tanks are vehicles.
    """
    tables = shipped_comparison()
    mine, theirs = tables.kind(claim_unit), tables.kind(row_unit)
    if mine and theirs:
        return _kinds(mine, theirs, claim_unit, row_unit)
    if claim_unit == row_unit or UNSPECIFIED in {claim_unit, row_unit}:
        return _with_unspecified(claim_unit, row_unit)
    if mine or theirs:
        return Mismatch(f"{plural(claim_unit)} are not {plural(row_unit)}")
    return _measured(claim_unit, row_unit)


def _kinds(mine: str, theirs: str, claim_unit: str, row_unit: str) -> Factor | Mismatch:
    tables = shipped_comparison()
    if mine in tables.ancestry(theirs) or theirs in tables.ancestry(mine):
        return Factor()
    return Mismatch(f"{plural(claim_unit)} are not {plural(row_unit)}")


def _with_unspecified(claim_unit: str, row_unit: str) -> Factor | Mismatch:
    other = row_unit if claim_unit == UNSPECIFIED else claim_unit
    if claim_unit != row_unit and _measures(other):
        return Mismatch(f"a count is no figure in {other}")
    return Factor()


def _measures(unit: str) -> bool:
    """Whether a unit measures something instead of counting it: metres, money, per cent."""
    return unit.strip().lower() in shipped_comparison().units or _pint_unit(unit) is not None


def _measured(claim_unit: str, row_unit: str) -> Factor | Mismatch:
    mine, theirs = _pint_unit(claim_unit), _pint_unit(row_unit)
    if mine is None or theirs is None:
        return Mismatch(f"no fixed factor leads from {row_unit} to {claim_unit}")
    if mine.dimensionality != theirs.dimensionality:
        return Mismatch(f"{claim_unit} and {row_unit} measure different things")
    return Factor(float((1 * theirs).to(mine).magnitude))


@cache
def _registry() -> pint.UnitRegistry[float]:
    return pint.UnitRegistry(cache_folder=None)


@lru_cache(maxsize=1024)
def _pint_unit(name: str) -> pint.Unit | None:
    plain = shipped_comparison().units.get(name.strip().lower(), name.strip())
    if not _UNIT.fullmatch(plain):
        return None
    try:
        return _registry().Unit(plain)
    except (pint.PintError, ValueError, TypeError, AttributeError, SyntaxError, ArithmeticError, LookupError):
        return None


def plural(unit: str) -> str:
    """The unit in the plural, or as it is; formations keep their own names."""
    tables = shipped_comparison()
    return unit if tables.kind(unit) in {None, "formation"} else tables.many(unit)
