"""The command line: one file a command, loaded when it runs, without logic of its own."""

from rostra.cli.group import main

__all__ = ["main"]
