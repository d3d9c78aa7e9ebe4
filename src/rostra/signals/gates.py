"""The gate of the statistical libraries: loaded where they are used, with a remedy where they are not installed."""

import importlib
from typing import Any

from rostra.kernel import EngineError


def library(name: str) -> Any:
    """A module of an optional library, loaded at the first call. Raises EngineError where it is not installed."""
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError as error:
        raise EngineError(
            f"{name.partition('.')[0]} is not installed", remedy="pip install 'rostra[signals]'"
        ) from error
