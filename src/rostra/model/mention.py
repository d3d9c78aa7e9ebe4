from dataclasses import dataclass
from typing import Literal, get_args

from rostra.kernel import InvalidRecord, PartialDate, Span
from rostra.model.quantity import Quantity

MentionKind = Literal[
    "person",
    "organisation",
    "country",
    "place",
    "equipment",
    "military_unit",
    "exercise_name",
    "nationality",
    "quantity",
    "date",
    "money",
]
EquipmentClass = Literal["weapon", "platform"]
MENTION_KINDS: tuple[MentionKind, ...] = get_args(MentionKind)


@dataclass(frozen=True, slots=True)
class Mention:
    """A name, number or date in the text.

    `name` is canonical (English where the knowledge has one). `id` is the entity when it is certain; otherwise
    `candidates` keeps every possible entity and `id` is None. `value` holds the interval of a quantity, money or
    date. `equipment_class` is set for equipment only. `rule` is the code of the rule that found it.
    """

    span: Span
    kind: MentionKind
    name: str
    rule: str
    id: str | None = None
    candidates: tuple[str, ...] = ()
    equipment_class: EquipmentClass | None = None
    value: Quantity | PartialDate | None = None

    def __post_init__(self) -> None:
        if self.id is not None and self.candidates:
            raise InvalidRecord(f"{self.name!r} has an entity and candidates: one or the other")
        if (self.equipment_class is not None) != (self.kind == "equipment"):
            raise InvalidRecord(f"{self.name!r}: equipment, and nothing else, has an equipment class")
