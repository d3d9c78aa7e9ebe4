"""False alarms and power of the signals by simulation, against the rates that are promised.

uv run python -m eval.signals --runs 2000                   # all of them, hours on two cores
uv run python -m eval.signals --runs 2000 --only escalation # minutes
uv run python -m eval.signals --runs 300 --jobs 1 --write   # also write docs/signals-error-rates.md
"""

import argparse
import datetime as dt
import math
import os
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from multiprocessing import Pool
from multiprocessing.pool import Pool as Workers
from pathlib import Path

from eval.signals.designs import Design, designs

PAGE = Path(__file__).resolve().parents[2] / "docs" / "signals-error-rates.md"
_Z = 1.959964


@dataclass(frozen=True, slots=True)
class Rate:
    """How often a design came out, with its 95 % Monte-Carlo interval (Wilson)."""

    design: Design
    hits: int
    n: int

    @property
    def share(self) -> float:
        """Hits among the runs that count; NaN where none does."""
        return self.hits / self.n if self.n else math.nan

    @property
    def bounds(self) -> tuple[float, float]:
        """Ends of the interval."""
        if not self.n:
            return 0.0, 1.0
        centre = (self.share + _Z**2 / (2 * self.n)) / (1 + _Z**2 / self.n)
        half = (
            _Z
            / (1 + _Z**2 / self.n)
            * math.sqrt(self.share * (1 - self.share) / self.n + (_Z / (2 * self.n)) ** 2)
        )
        return max(centre - half, 0.0), min(centre + half, 1.0)

    def row(self) -> tuple[str, str, str, str, str]:
        """Name, rate, interval, aim and verdict as words."""
        low, high = self.design.low, self.design.high
        aim = "" if low is None and high is None else f"{low or 0:.3f} to {1 if high is None else high:.3f}"
        verdict = "" if not aim else "met" if self.design.meets(self.bounds) else "MISSED"
        return (
            self.design.name,
            f"{self.share:.3f} (n = {self.n})",
            "{:.3f} to {:.3f}".format(*self.bounds),
            aim,
            verdict,
        )


def measured(design: Design, runs: int, workers: Workers) -> Rate:
    """Runs 0 to `runs`, in any order: each run's numbers depend on its own number alone."""
    counted = [
        one for one in workers.imap_unordered(design.run, range(runs), chunksize=10) if one is not None
    ]
    return Rate(design, sum(counted), len(counted))


def main() -> int:
    """Exit status 0, or 1 where a rate misses its range."""
    asked = _options()
    chosen = [design for design in designs() if asked.only in design.name]
    rates = []
    with Pool(asked.jobs) as workers:
        for design in chosen:
            start = time.monotonic()
            rates.append(measured(design, asked.runs, workers))
            print(" | ".join(rates[-1].row()), f"{time.monotonic() - start:.0f} s", flush=True)
    if asked.write:
        PAGE.write_text(_page(rates, asked.runs), encoding="utf-8")
    return int(any(rate.row()[-1] == "MISSED" for rate in rates))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--runs", type=int, default=2000, help="runs of each design (2,000 for a figure to cite)"
    )
    parser.add_argument("--only", default="", help="designs whose name holds this")
    parser.add_argument("--jobs", type=int, default=os.cpu_count(), help="processes")
    parser.add_argument("--write", action="store_true", help=f"write docs/{PAGE.name}")
    return parser.parse_args()


def _page(rates: Sequence[Rate], runs: int) -> str:
    day = dt.datetime.now(tz=dt.UTC).date()
    head = (
        "# Error rates of the signals\n\n"
        f"Written by `python -m eval.signals --write` on {day}: {runs} runs a design, seeds fixed, 95 % Monte-Carlo "
        "intervals (Wilson). The designs and what they leave out stand in `eval/signals`. A rate meets its aim where "
        "the interval reaches into it. A quiet series that alarms shows that a test fails; one that stays quiet shows "
        "nothing about other data.\n\n"
        "| design | rate | 95 % interval | aim | |\n|---|---|---|---|---|\n"
    )
    return head + "".join(f"| {' | '.join(rate.row())} |\n" for rate in rates)


if __name__ == "__main__":
    sys.exit(main())
