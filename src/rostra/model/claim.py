from dataclasses import dataclass
from typing import Literal, get_args

from rostra.kernel import InvalidRecord, PartialDate, Span, content_id
from rostra.model.quantity import Quantity

ClaimType = Literal[
    "possession",
    "deployment",
    "delivery",
    "acquisition",
    "exercise",
    "test",
    "strike",
    "mobilisation",
    "production",
    "capability",
    "threat",
    "loss",
    "spending",
]
Modality = Literal["asserted", "planned", "conditional", "denied"]
CLAIM_TYPES: tuple[ClaimType, ...] = get_args(ClaimType)


@dataclass(frozen=True, slots=True)
class Equipment:
    """What a claim is about: canonical name ("A; B" for several kinds under one number), catalogue id, mention."""

    name: str
    id: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """A military fact that could in principle be checked, and who vouches for it.

    `evidence` is the smallest clause that states it. `attributed_to` is the speaker, None when the outlet asserts
    it. `measure` and `condition` say what a figure measures and for what it holds ("altitude", "helicopters").
    `time` is the words of the text, `when` the days they mean. A denied claim is also negated.
    """

    document: str
    type: ClaimType
    evidence: Span
    rule: str
    confidence: float
    holder: str | None = None
    target: str | None = None
    equipment: Equipment | None = None
    quantity: Quantity | None = None
    measure: str | None = None
    condition: str | None = None
    place: str | None = None
    time: str | None = None
    when: PartialDate | None = None
    quote: str | None = None
    attributed_to: str | None = None
    negated: bool = False
    modality: Modality = "asserted"
    engine: str = "rules"

    def __post_init__(self) -> None:
        if not 0 <= self.confidence <= 1:
            raise InvalidRecord(f"confidence lies between 0 and 1, not {self.confidence}")
        if self.modality == "denied" and not self.negated:
            raise InvalidRecord("a denied claim is negated")

    @property
    def id(self) -> str:
        """Id from document, evidence and fact: a repeat in another sentence is another claim."""
        return content_id("c", self.document, self.evidence.start, self.evidence.end, self.identity)

    @property
    def identity(self) -> str:
        """Id of the fact itself, the same wherever and by whomever it is stated."""
        equipment = (self.equipment.id or self.equipment.name.casefold()) if self.equipment else None
        quantity = (self.quantity.low, self.quantity.high, self.quantity.unit) if self.quantity else None
        fact = (self.type, self.holder, self.target, equipment, quantity, self.measure, self.condition)
        return content_id("f", *fact, self.negated, self.modality)
