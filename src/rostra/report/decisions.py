"""Decisions of persons on grades, as JSON, CSV and on a terminal."""

from collections.abc import Iterable
from dataclasses import asdict

from rich.box import SIMPLE_HEAD
from rich.table import Table

from rostra.report.serialise import COLUMNS, Plain
from rostra.report.terminal import cell
from rostra.store import Decision

DECISION_COLUMNS = ("id", "made", "kind", "subject", "value", "reason")


def decision_to_json(decision: Decision) -> Plain:
    """A decision with its id and the time at which it was made."""
    fields = asdict(decision)
    return {name: fields[name] for name in DECISION_COLUMNS}


COLUMNS[decision_to_json] = DECISION_COLUMNS


def decisions_table(decisions: Iterable[Decision]) -> Table:
    """Day, what it is on, the letter or figure, and why."""
    table = Table(box=SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False, header_style="bold", expand=True)
    for name, width in (("Day", 10), ("On", 24), ("Grade", 8), ("Reason", None)):
        table.add_column(name, max_width=width, ratio=None if width else 1, overflow="fold")
    for each in decisions:
        table.add_row(each.made[:10], cell(each.subject, 60, "bold"), each.value, cell(each.reason, 200))
    return table
