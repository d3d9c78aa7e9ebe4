"""How long is a time, not a count: durations join the dates (as TIMEX3 and re3d have it), their length as the value."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from rostra.model import Mention, Quantity
from rostra.rules.units import load_symbols


def durations_as_dates(mentions: Iterable[Mention]) -> Iterator[Mention]:
    """The mentions, each quantity in a unit of time as a mention of kind date."""
    units = load_symbols().units
    for mention in mentions:
        value = mention.value
        unit = units.get(value.unit) if isinstance(value, Quantity) and mention.kind == "quantity" else None
        yield replace(mention, kind="date", rule="N330") if unit and unit.kind == "time" else mention
