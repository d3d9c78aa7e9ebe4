import importlib
from typing import Any

import click

from rostra.kernel import EngineError

EPILOG = """\\b
Examples:
  rostra signals escalation --series counts.csv --date date --value threats --total articles --base 2017-01..2024-12
"""
SUBCOMMANDS = ("diversion", "escalation", "forecast", "script")
"""Each is a module `rostra.cli.signals_NAME` with a `command`; in the order of their names."""
OPTIONAL = frozenset({"numpy", "pandas", "pyarrow", "ruptures", "scipy", "statsmodels"})


class SignalsGroup(click.Group):
    """A group that tells how to install the statistical libraries where they are not."""

    def invoke(self, ctx: click.Context) -> Any:
        """Runs the subcommand. Raises EngineError where a library of `rostra[signals]` is missing."""
        try:
            return super().invoke(ctx)
        except ModuleNotFoundError as error:
            if (error.name or "").partition(".")[0] not in OPTIONAL:
                raise
            raise EngineError(
                f"{error.name} is not installed", remedy="pip install 'rostra[signals]'"
            ) from error


@click.group("signals", cls=SignalsGroup, epilog=EPILOG)
def command() -> None:
    """Ask dated counts: escalation, diversion, shared script, forecast.

    Each test's rate of false alarms is known (see docs/signals.md); where the data cannot carry an answer, the
    command says so. The exit status is 0 for a result, also for one that abstains, and 1 for refused input.
    """


for name in SUBCOMMANDS:
    command.add_command(importlib.import_module(f"rostra.cli.signals_{name}").command)
