"""Doors for what others add, used by rostra itself."""

from rostra.plugins.engines import Engine, engine, installed_engines

__all__ = ["Engine", "engine", "installed_engines"]
