"""Doors for what others add, used by rostra itself."""

from rostra.plugins.engines import Engine, EngineOptions, QuoteFinder, engine, installed_engines

__all__ = ["Engine", "EngineOptions", "QuoteFinder", "engine", "installed_engines"]
