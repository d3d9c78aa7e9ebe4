"""Measures rostra on the open corpora: one table, the published page, and the gate.

uv run python -m eval                      # measure and print
uv run python -m eval --write              # also write docs/measured-agreement.md
uv run python -m eval --gate               # exit 1 when a figure is below its floor in eval/floors.toml
uv run python -m eval --raise-floors       # pin the figures reached, where they are above their floors
uv run python -m eval --lower KEY --reason "why"
"""

import argparse
import datetime as dt
import sys

from rich.console import Console
from rich.table import Table

from eval import floors, page
from eval.figure import Figure
from eval.runners import measure_all
from eval.shared import shared_folder


def main() -> int:
    """Exit status 0, or 1 when the gate is asked for and a figure is below its floor."""
    options = _options()
    if options.lower:
        floors.lower(options.lower, options.reason)
        return 0
    shared = shared_folder()
    if shared is None:
        print(
            "evaluation skipped: no folder of open corpora (put it beside the checkout as `shared`, or set ROSTRA_SHARED)"
        )
        return 0
    figures = measure_all(shared, options.only)
    _show(figures)
    if options.write:
        page.write(figures, shared, dt.datetime.now(tz=dt.UTC).date())
    if options.raise_floors:
        floors.pin(figures, shared)
    return floors.gate(figures, shared) if options.gate else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--only", default=None, help="runners whose name holds this word")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--gate", action="store_true")
    parser.add_argument("--raise-floors", action="store_true")
    parser.add_argument("--lower", default=None, metavar="KEY")
    parser.add_argument("--reason", default="", help="why a floor is lowered; kept beside it")
    return parser.parse_args()


def _show(figures: list[Figure]) -> None:
    table = Table("corpus", "what", "language", "value", "n", "floor")
    for figure in figures:
        floor = floors.floor_of(figure.key)
        below = floor is not None and figure.value < floor
        value = f"[red]{figure.value:.3f}[/]" if below else f"{figure.value:.3f}"
        table.add_row(
            figure.corpus,
            figure.what,
            figure.lang,
            value,
            str(figure.n),
            "" if floor is None else f"{floor:.3f}",
        )
    Console(width=130).print(table)


if __name__ == "__main__":
    sys.exit(main())
