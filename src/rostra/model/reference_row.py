from dataclasses import dataclass
from typing import Literal

from rostra.kernel import PartialDate, content_id
from rostra.model.quantity import Number

ReferenceState = Literal[
    "ordered", "delivered", "held", "operational", "deployed", "displayed", "lost", "catalogue"
]


@dataclass(frozen=True, slots=True)
class ReferenceRow:
    """One row of a register or catalogue that a user imported, cited by file and row number.

    `subject` is the holder of a count or the system of a figure. `state` keeps what is counted apart;
    "catalogue" marks a published figure of a system, named by `measure` and `condition`. An open side of the
    interval is None. `uncertain` names the fields that the source itself marks as uncertain. `cells` is the row
    as it stands in the file. `part` tells apart what one row gives several of: a year of delivery, a kind of loss.
    """

    subject: str
    item: str
    item_id: str | None
    state: ReferenceState
    low: Number | None
    high: Number | None
    unit: str
    valid: PartialDate | None
    source: str
    file: str
    sha256: str
    row: int
    supplier: str | None = None
    item_class: str | None = None
    measure: str | None = None
    condition: str | None = None
    snapshot: PartialDate | None = None
    uncertain: tuple[str, ...] = ()
    cells: tuple[tuple[str, str], ...] = ()
    part: str | None = None

    @property
    def id(self) -> str:
        """Id from the file's hash, its row and the state: one row may give an ordered and a delivered count."""
        part = (self.part,) if self.part is not None else ()
        return content_id("r", self.sha256, self.row, self.state, self.measure, self.condition, *part)
