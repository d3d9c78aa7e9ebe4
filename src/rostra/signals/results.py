"""What every analysis hands on: a record that replays, and a section that a person reads."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

import numpy as np

from rostra.signals.series import Series, SeriesTable

Picture = dict[str, Any]
"""A Vega-Lite specification with its data inside: no address, no script."""
VEGA_LITE = "https://vega.github.io/schema/vega-lite/v5.json"


def picture_of(description: str, **parts: Any) -> Picture:
    """A picture as wide as its place, with its data, marks and encoding; who cannot see it hears the description."""
    return {"$schema": VEGA_LITE, "description": description, "width": "container", **parts}


@dataclass(frozen=True, slots=True)
class Source:
    """What a result was computed from: the file with its hash, the period, its ends and its length n."""

    file: str
    sha256: str
    period: str
    first: dt.date
    last: dt.date
    n: int

    @classmethod
    def of(cls, table: SeriesTable, used: Series | None = None) -> "Source":
        """The source that a table is, or the series of it that was used; at least one period."""
        dates = (used or table).dates
        return cls(table.source, table.sha256, table.period, dates[0], dates[-1], len(dates))


@dataclass(frozen=True, slots=True)
class Section:
    """A result for a reader: a paragraph with its limits, a table (columns, rows of plain text), a picture."""

    title: str
    paragraph: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    picture: Picture


def plain(value: Any) -> Any:
    """A value as JSON has it: records as objects, dates in ISO form, NaN and infinity as null."""
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, np.ndarray | np.generic):
        return plain(value.tolist())
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [plain(item) for item in value]
    return _scalar(value)


def _scalar(value: Any) -> Any:
    if isinstance(value, dt.date):
        return value.isoformat()
    return None if isinstance(value, float) and not np.isfinite(value) else value
