"""Escalation over 44 series of 500 points with the whole answer, and a forecast, on one core.

uv run python -m bench.signals [--series 44] [--points 500]
"""

import argparse
import datetime as dt
import time

import numpy as np

from rostra.kernel import PartialDate
from rostra.signals import SeriesTable, dice
from rostra.signals.escalation import EscalationSettings, escalation
from rostra.signals.forecast import ForecastSettings, forecast
from rostra.signals.periods import grid, stepped

FIRST = dt.date(2010, 1, 4)
LIMIT = 5.0
"""Seconds for 44 series of 500 points: the aim of the issue that asked for escalation."""


def table(series: int, points: int) -> SeriesTable:
    """Generated weekly counts; a tenth of the series doubles in its last tenth."""
    rng = dice(1, "bench")
    dates = grid(FIRST, stepped(FIRST, "weekly", points - 1), "weekly")
    total = np.round(1000 * np.exp(0.1 * rng.normal(size=points)))
    columns = {}
    for number in range(series):
        factor = np.where(np.arange(points) >= points * 9 // 10, 2.0 if number % 10 == 0 else 1.0, 1.0)
        columns[f"s{number}"] = np.minimum(
            rng.poisson(total * 0.05 * factor * np.exp(0.25 * rng.normal(size=points))), total
        ).astype(np.float64)
    return SeriesTable("bench", "weekly", dates, columns, total)


def main() -> None:
    """Prints the seconds; exit status 1 over the limit."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--series", type=int, default=44)
    parser.add_argument("--points", type=int, default=500)
    asked = parser.parse_args()
    made = table(asked.series, asked.points)
    base = PartialDate(made.dates[0], made.dates[asked.points * 8 // 10])
    settings = EscalationSettings("s0", base, tuple(made.columns))
    start = time.process_time()
    escalation(made, settings)
    first = time.process_time() - start
    start = time.process_time()
    found = escalation(made, settings)
    seconds = time.process_time() - start
    alarms = sum(row.alarm is not None for row in found.panel)
    print(
        f"escalation, {asked.series} series of {asked.points} points: {seconds:.2f} s of CPU, {alarms} alarms "
        f"({first:.2f} s with the libraries loaded)"
    )
    start = time.process_time()
    forecast(made, ForecastSettings("s1"))
    print(f"forecast, 4 horizons of {asked.points} points: {time.process_time() - start:.2f} s of CPU")
    if (asked.series, asked.points) == (44, 500) and seconds > LIMIT:
        raise SystemExit(f"over the limit of {LIMIT} s")


if __name__ == "__main__":
    main()
