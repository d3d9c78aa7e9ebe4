import importlib

import click

from rostra.cli.signals_options import SignalsGroup

EPILOG = """\b
Examples:
  rostra signals escalation --series counts.csv --date date --value threats --total articles --base 2017-01..2024-12
"""
SUBCOMMANDS = ("costs", "diversion", "escalation", "forecast", "script", "series")
"""Each is a module `rostra.cli.signals_NAME` with a `command`; in the order of their names."""


@click.group("signals", cls=SignalsGroup, epilog=EPILOG)
def command() -> None:
    """Ask dated counts: escalation, diversion, shared script, forecast.

    Each test's rate of false alarms is known (see docs/signals.md); where the data cannot carry an answer, the
    command says so. The exit status is 0 for a result, also for one that abstains, and 1 for refused input.
    """


for name in SUBCOMMANDS:
    command.add_command(importlib.import_module(f"rostra.cli.signals_{name}").command)
