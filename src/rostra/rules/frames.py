"""Claim frames: the verbs and nouns that state a military fact, what they need beside them, who holds what."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from typing import Any, Literal, get_args

from rostra.kernel.tables import FaultList, read_toml
from rostra.model import CLAIM_TYPES, ClaimType
from rostra.rules.inflection import Form, Inflection

FrameKind = Literal["verb", "noun"]
FrameObject = Literal["equipment", "target", "lost", "seized", "self", "fact"]
NEEDS = frozenset(
    {
        "arms", "object_arms", "subject_arms", "platform", "munition", "force", "object_force", "subject_force",
        "military", "actor", "state", "target", "people", "money", "measure", "place", "sea", "war", "exercise",
        "takes_ground", "of_force", "pronoun_force", "we", "carried", "named_arms", "none", "peace", "threatening", "object_military", "nuclear", "direct", "object_counted_force",
        "object_base", "subject_munition", "object_munition", "testing", "text", "inverted", "located", "given", "share", "counted", "object_place", "object_supplies", "object_war",
        "subject_actor", "agent_force", "to_place", "subject_store", "subject_mission", "object_store", "endowed", "object_name", "line_arms",
        "kept", "object_people", "trial", "object_money", "object_counted_arms", "object_counted_base", "object_sent", "fronted", "mission", "sum", "host", "host_behind",
        "staged", "named_exercise", "materiel", "object_materiel", "subject_materiel", "object_called", "drill", "near_arms", "owned",
        "subject_exercise", "placed", "posted", "elided", "possessed", "army_of", "owner", "head", "forceless", "subject_order",
        "subject_package", "line_test", "held_ground", "elided_subject", "object_army", "reflexive", "recipient", "counted_patient",
        "line_exercise",
    }
)  # fmt: skip
_FIELDS = frozenset(
    {
        "trigger", "kind", "forms", "object", "needs", "forbids", "negated", "modality", "example",
        "counter_example", "elsewhere", "homograph", "particles", "first", "guest",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Frame:
    """One trigger and what it states.

    `object` says what its object is: the `equipment` (deploy), the `target` (attack), what is `lost` (destroy)
    or only `seized`, which is no attack (confiscate);
    `self` marks a verb whose subject is both holder and equipment (patrol), `fact` a phrase that needs neither.
    `needs` are alternatives, each a `+`-joined set of conditions on the clause; one must hold. `forbids` are words
    that take the trigger out of our subject. `elsewhere` allows the conditions to be met in the whole sentence. A `homograph` also reads as
    a noun in its bare forms, which then need their doer right before them. One of the `particles` must stand close
    behind the verb ("shot two drones down"). Of the frames of one word that fit, one that is `first` is read before
    the others: "left 58 dead" is no leaving. Of a `guest` the holder is whose forces they are, if the text says it:
    "hosts the Valdorian fleet".
    """

    trigger: str
    type: ClaimType
    kind: FrameKind
    object: FrameObject
    needs: tuple[frozenset[str], ...]
    forbids: frozenset[str]
    negated: bool
    modality: str | None
    elsewhere: bool
    homograph: bool
    first: bool
    particles: frozenset[str]
    forms: tuple[Form, ...]
    example: str
    counter_example: str | None
    guest: bool = False


def load_frames(folder: Traversable) -> tuple[Frame, ...]:
    """Reads `frames/`: `forms.toml` and a file for each type of claim.

    None without the folder. Raises KnowledgeError that lists every faulty entry of a file.
    """
    if not folder.is_dir():
        return ()
    inflection = Inflection.read(read_toml(folder / "forms.toml"))
    frames = [frame for kind in CLAIM_TYPES for frame in _of_type(folder, kind, inflection)]
    return tuple(sorted(frames, key=lambda frame: not frame.first))


def _of_type(folder: Traversable, claim_type: ClaimType, inflection: Inflection) -> list[Frame]:
    path = folder / f"{claim_type}.toml"
    faults, frames = FaultList(f"frames/{path.name}"), list[Frame]()
    for row, entry in enumerate(read_toml(path).get("frame", []), start=1):
        before = len(faults.faults)
        _check(entry, row, faults)
        if len(faults.faults) == before:
            frames.extend(_frame(entry, row, claim_type, inflection, faults))
    faults.close()
    return frames


def _check(entry: Mapping[str, Any], row: int, faults: FaultList) -> None:
    for name in sorted(set(entry) - _FIELDS):
        faults.add("unknown field", f"fields are {', '.join(sorted(_FIELDS))}", row=row, field=name)
    for name in ("trigger", "forms", "example"):
        if not entry.get(name):
            faults.add("the field is missing", "fill it in", row=row, field=name)
    if entry.get("object", "equipment") not in get_args(FrameObject):
        faults.add("no kind of object", f"one of {', '.join(get_args(FrameObject))}", row=row, field="object")
    for need in entry.get("needs", []):
        if not set(need.split("+")) <= NEEDS:
            faults.add(
                f"unknown condition {need!r}", f"known are {', '.join(sorted(NEEDS))}", row=row, field="needs"
            )


def _frame(
    entry: Mapping[str, Any], row: int, claim_type: ClaimType, inflection: Inflection, faults: FaultList
) -> list[Frame]:
    try:
        forms = tuple(form for written in entry["forms"] for form in inflection.expand(written))
    except (KeyError, ValueError) as error:
        faults.add(
            f"a form cannot be made: {error}", "name a pattern of frames/forms.toml", row=row, field="forms"
        )
        return []
    return [
        Frame(
            trigger=entry["trigger"],
            type=claim_type,
            kind=entry.get("kind", "verb"),
            object=entry.get("object", "equipment"),
            needs=tuple(frozenset(need.split("+")) for need in entry.get("needs", ["military"])),
            forbids=frozenset(entry.get("forbids", ())),
            negated=entry.get("negated", False),
            modality=entry.get("modality"),
            elsewhere=entry.get("elsewhere", False),
            homograph=entry.get("homograph", False),
            first=entry.get("first", False),
            guest=entry.get("guest", False),
            particles=frozenset(entry.get("particles", ())),
            forms=forms,
            example=entry["example"],
            counter_example=entry.get("counter_example"),
        )
    ]
