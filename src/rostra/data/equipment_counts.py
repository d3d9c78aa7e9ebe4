"""Which counts of equipment are comparable: a missile is not a launcher is not a battery is not a system."""

from dataclasses import dataclass
from typing import Literal

from rostra.data.comparison import Comparison, shipped_comparison
from rostra.data.equipment import Catalogue

Kinship = Literal["same", "within", "wider", "related", "none"]
"""How what a row counts stands to what a claim counts: the same; a part of it; something that it is a part of;
another part of one system, never counted with it; nothing."""

UNSPECIFIED = "items"
PERSONAL = ("missile", "launcher", "system")
"""What a number of portable weapons without a unit counts, surest first: registers count rounds, news what is carried."""

OF_NODE = {"missile": ("missile",), "launcher": ("launcher",), "platform": ("platform",)}

OF_CLASS: dict[str, tuple[str, ...]] = {
    "manpads": PERSONAL,
    "anti_tank_missile": ("missile", "launcher"),
    "sam": ("system", "launcher", "battery"),
    "missile_defence": ("system", "launcher", "battery"),
    "anti_aircraft_gun": ("gun", "vehicle"),
    "air_defence": ("system", "vehicle"),
    "mlrs": ("launcher", "system", "vehicle"),
    "launcher": ("launcher",),
    "missile": ("missile",),
    "rocket": ("rocket", "launcher"),
    "radar": ("radar",),
    "electronic_warfare": ("system",),
    "artillery": ("gun",),
    "gun": ("gun",),
    "guided_bomb": ("bomb",),
    "bomb": ("bomb",),
    "torpedo": ("torpedo",),
    "shell": ("shell",),
    "mine": ("mine",),
    "warhead": ("warhead",),
    "nuclear_weapon": ("bomb", "warhead"),
    "small_arm": ("small_arm",),
    "loitering_munition": ("uav",),
    "uav": ("uav",),
    "helicopter": ("helicopter",),
    "fighter": ("fighter",),
    "bomber": ("bomber",),
    "aircraft": ("aircraft",),
    "tank": ("tank",),
    "armoured_vehicle": ("armoured_vehicle",),
    "vehicle": ("vehicle",),
    "submarine": ("submarine",),
    "frigate": ("frigate",),
    "destroyer": ("destroyer",),
    "ship": ("ship",),
    "engine": ("engine",),
    "space_rocket": ("rocket",),
}
"""What a number of a class's things counts when no unit stands by it; a class without one takes that of the class above."""


@dataclass(frozen=True, slots=True)
class Count:
    """What a number counts: the catalogue's entry (None where unknown) and the unit as stated."""

    entry: str | None
    unit: str = UNSPECIFIED


@dataclass(frozen=True, slots=True)
class Comparability:
    """Whether a row's number may stand against a claim's, and why, in one English clause.

    `certain` is False where it holds on one reading only of a number without a unit ("5,000 Igla-S").
    """

    comparable: bool
    certain: bool
    kinship: Kinship
    reason: str


def counts_as(catalogue: Catalogue, entry: str, unit: str = UNSPECIFIED) -> tuple[str, ...]:
    """The kinds of `counted.toml` that a number of an entry can count, surest first; a stated unit decides alone."""
    kind = shipped_comparison().kind(unit)
    if kind:
        return (kind,)
    system = catalogue.systems.get(entry)
    if system is None:
        return ()
    if system.kind in ("missile", "launcher"):
        return OF_NODE[system.kind]
    if system.kind == "munition" and system.class_id == "guided_bomb":
        return ("bomb", "missile")
    line = catalogue.class_line(system.class_id)
    return next((OF_CLASS[class_id] for class_id in line if class_id in OF_CLASS), ())


def comparable(catalogue: Catalogue, claim: Count, row: Count) -> Comparability:
    """Whether the row's number may stand against the claim's: by kind of thing first, then by entry."""
    for count in (claim, row):
        if not _counts(count):
            return _apart_for("none", f"{count.unit} is no count")
    mine, theirs = _kinds(catalogue, claim), _kinds(catalogue, row)
    met = _meeting(mine, theirs)
    tie = _tie(catalogue, claim.entry, row.entry)
    if met is None:
        return _apart_for(tie.kinship, _apart(catalogue, claim, row))
    if tie.kinship == "none":
        return _apart_for("none", tie.reason)
    if tie.kinship == "related":
        return _across(catalogue, claim, row, tie)
    open_counts = [count for count in (claim, row) if len(_kinds(catalogue, count)) != 1]
    certain = not open_counts
    reason = tie.reason if certain else f"{tie.reason}, {_reading(catalogue, open_counts[0], met)}"
    return Comparability(comparable=True, certain=certain, kinship=tie.kinship, reason=reason)


def _apart_for(kinship: Kinship, reason: str) -> Comparability:
    return Comparability(comparable=False, certain=True, kinship=kinship, reason=reason)


def _counts(count: Count) -> bool:
    return count.unit == UNSPECIFIED or shipped_comparison().kind(count.unit) is not None


def _kinds(catalogue: Catalogue, count: Count) -> tuple[str, ...]:
    if count.entry is None:
        kind = shipped_comparison().kind(count.unit)
        return (kind,) if kind else ()
    return counts_as(catalogue, count.entry, count.unit)


def _meeting(mine: tuple[str, ...], theirs: tuple[str, ...]) -> str | None:
    """The first kind that both can be, one of the two perhaps a wider word for it; a count of nothing known fits all."""
    tables = shipped_comparison()
    if not mine or not theirs:
        return (*mine, *theirs, UNSPECIFIED)[0]
    return next((one for one in mine for other in theirs if _alike(tables, one, other)), None)


def _alike(tables: Comparison, one: str, other: str) -> bool:
    return one in tables.ancestry(other) or other in tables.ancestry(one)


@dataclass(frozen=True, slots=True)
class _Tie:
    kinship: Kinship
    reason: str


def _tied(catalogue: Catalogue, mine: str, theirs: str) -> _Tie:
    systems = catalogue.systems
    name, other = systems[mine].name, systems[theirs].name
    if mine == theirs:
        return _Tie("same", f"both count {name}")
    if theirs in catalogue.variants(mine):
        return _Tie("within", f"{other} is a kind of {name}")
    if theirs in catalogue.parents(mine):
        return _Tie("wider", f"{name} is one of {other}")
    if theirs in catalogue.uses(mine) or mine in catalogue.uses(theirs):
        return _Tie("related", f"{name} and {other} are parts of one system")
    if theirs in catalogue.carriers(mine) or mine in catalogue.carriers(theirs):
        return _Tie("related", f"{name} and {other} are weapon and carrier")
    return _Tie("none", f"the catalogue ties nothing of {other} to {name}")


def _tie(catalogue: Catalogue, mine: str | None, theirs: str | None) -> _Tie:
    if mine is None or theirs is None:
        return _Tie("same", "what is counted is not named further")
    if mine not in catalogue.systems or theirs not in catalogue.systems:
        return _Tie("none", "the catalogue knows one of them not")
    return _tied(catalogue, mine, theirs)


def _across(catalogue: Catalogue, claim: Count, row: Count, tie: _Tie) -> Comparability:
    """A system counted in missiles (or launchers) and the missile (or launcher) that it uses are one count."""
    ways: tuple[tuple[Count, Count, Kinship], ...] = ((claim, row, "within"), (row, claim, "wider"))
    for whole, part, kinship in ways:
        parts = _parts(catalogue, whole)
        if part.entry in parts:
            kinds = _kinds(catalogue, whole)
            named, system = (catalogue.systems[id_ or ""].name for id_ in (part.entry, whole.entry))
            reason = f"{named} is {'the' if len(parts) == 1 else 'one'} {kinds[0]} of {system}"
            return Comparability(
                comparable=True,
                certain=len(kinds) == 1,
                kinship="same" if len(parts) == 1 else kinship,
                reason=reason,
            )
    return _apart_for("related", f"{tie.reason} and are not counted together")


def _parts(catalogue: Catalogue, whole: Count) -> tuple[str, ...]:
    """The entries that a count of a system's missiles or launchers is of; none where it counts neither."""
    kinds = _kinds(catalogue, whole)
    if whole.entry is None or not kinds:
        return ()
    if kinds[0] == "missile":
        return catalogue.missiles(whole.entry)
    return catalogue.launchers(whole.entry) if kinds[0] == "launcher" else ()


def _apart(catalogue: Catalogue, claim: Count, row: Count) -> str:
    mine, theirs = (_said(catalogue, count) for count in (claim, row))
    return f"{mine} are not {theirs}"


def _said(catalogue: Catalogue, count: Count) -> str:
    """What a count counts, in the plural; formations keep the unit's own name."""
    kinds = _kinds(catalogue, count)
    kind = shipped_comparison().kind(count.unit) or kinds[0]
    return count.unit if kind == "formation" else shipped_comparison().counted[kind].many


def _reading(catalogue: Catalogue, count: Count, met: str) -> str:
    kinds = _kinds(catalogue, count)
    if not kinds:
        return "whose number has no unit that is known"
    many = [shipped_comparison().counted[kind].many for kind in kinds]
    known = shipped_comparison().counted.get(met)
    return f"a number without unit that may be of {' or '.join(many)}, read as {known.many if known else met}"
