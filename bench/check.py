"""Claims a second against a large register, on one core.

uv run python -m bench.check [--claims 10000] [--rows 30000]
"""

import argparse
import random
import time
from collections import Counter
from collections.abc import Iterator

from rostra.check import CatalogueArsenal, CheckContext, check_claims
from rostra.data import shipped_knowledge
from rostra.kernel import PartialDate, Span
from rostra.model import Claim, ClaimType, Equipment, Quantity, ReferenceRow, ReferenceState

STATES = tuple(f"State {number}" for number in range(150))
TYPES: tuple[ClaimType, ...] = ("possession", "deployment", "delivery", "acquisition", "capability", "loss")
ROW_STATES: tuple[ReferenceState, ...] = ("ordered", "delivered", "delivered", "held", "lost")
LIMIT = 5.0
"""Seconds for 10,000 claims against 30,000 rows: the aim of the issue that asked for checks."""


def rows(count: int, dice: random.Random) -> Iterator[ReferenceRow]:
    """A generated register over the systems of the shipped catalogue."""
    systems = tuple(shipped_knowledge().equipment.systems.values())
    for number in range(count):
        system, size = dice.choice(systems), dice.randint(1, 900)
        figure = number % 20 == 0
        yield ReferenceRow(
            subject=system.name if figure else dice.choice(STATES),
            item=system.name,
            item_id=system.id,
            state="catalogue" if figure else dice.choice(ROW_STATES),
            low=size,
            high=size,
            unit="km" if figure else "items",
            valid=PartialDate.year(dice.randint(1985, 2024)),
            source="a register",
            file="register.csv",
            sha256="ab" * 32,
            row=number + 2,
            supplier=dice.choice(STATES),
            measure="range" if figure else None,
            uncertain=("count",) if dice.random() < 0.3 else (),
        )


def claims(count: int, dice: random.Random) -> Iterator[Claim]:
    """Generated claims: nine of ten name a system, the rest a class."""
    systems = tuple(shipped_knowledge().equipment.systems.values())
    for number in range(count):
        system, kind, size = dice.choice(systems), dice.choice(TYPES), dice.randint(1, 900)
        named = dice.random() < 0.9
        yield Claim(
            document=f"doc_{number // 5}",
            type=kind,
            evidence=Span(number, number + 40),
            rule="C100",
            confidence=0.8,
            holder=dice.choice(STATES),
            equipment=Equipment(system.name, system.id) if named else Equipment("missile"),
            quantity=Quantity(size, size, "km" if kind == "capability" else "items", "exact", Span(0, 3)),
            measure="range" if kind == "capability" else None,
            when=PartialDate.year(dice.randint(2000, 2024)),
        )


def main() -> None:
    """Prints the seconds and the verdicts."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--claims", type=int, default=10_000)
    parser.add_argument("--rows", type=int, default=30_000)
    asked = parser.parse_args()
    dice = random.Random(5)
    record, stated = list(rows(asked.rows, dice)), list(claims(asked.claims, dice))
    context = CheckContext(CatalogueArsenal(shipped_knowledge().equipment), country=lambda name: name)
    start = time.process_time()
    found = check_claims(stated, record, context=context)
    seconds = time.process_time() - start
    print(
        f"{asked.claims} claims against {asked.rows} rows: {seconds:.2f} s of CPU, {asked.claims / seconds:.0f} claims/s"
    )
    print(
        ", ".join(f"{verdict} {count}" for verdict, count in Counter(f.verdict for f in found).most_common())
    )
    if (asked.claims, asked.rows) == (10_000, 30_000) and seconds > LIMIT:
        raise SystemExit(f"over the limit of {LIMIT} s")


if __name__ == "__main__":
    main()
