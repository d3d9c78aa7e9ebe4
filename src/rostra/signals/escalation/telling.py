"""An escalation result for a reader: a paragraph that may be printed, a table, a picture."""

from typing import Any

import numpy as np

from rostra.signals.escalation.answer import Escalation
from rostra.signals.escalation.monitoring import LEVEL, TOO_PERSISTENT
from rostra.signals.escalation.panel import FDR
from rostra.signals.results import Picture, Section, picture_of

_LIMITS = (
    "A share of articles measures what outlets print, not what an actor does: a changed word list, outlets that come "
    "or go, one agency text printed by many, and anniversaries move it too."
)
_RATES = (
    "On simulated quiet weekly series the test alarms in 1 to 3 % of cases where little of a shock stays (persistence "
    "up to .5) and in 6 to 9 % where most of it stays (.8 to .9); "
)
COLUMNS = ("Series", "Onset", "Alarm", "p", "Remark")


def section(result: Escalation) -> Section:
    """Paragraph, panel table and picture of a result."""
    return Section(
        f"Escalation: {result.settings.value}", paragraph(result), COLUMNS, _rows(result), picture(result)
    )


def paragraph(result: Escalation) -> str:
    """What was found, how large, how rare, and what it does not say."""
    parts = (
        _verdict(result),
        _level(result),
        _rarity(result),
        _company(result),
        _sensitivity(result),
        _limits(result),
    )
    return " ".join(part for part in parts if part)


def _verdict(result: Escalation) -> str:
    name, chosen = result.settings.value, result.based
    dates = chosen.series.dates
    base = f"the base {dates[chosen.low]} to {dates[chosen.high - 1]}"
    if result.abstained:
        rank = (
            f" Its place in the panel by strength is {result.rank[0]} of {result.rank[1]}."
            if result.rank
            else ""
        )
        kept = f"of a shock in {base} {result.test.persistence:.2f} stays, over .8"
        return f"{name}: {TOO_PERSISTENT} ({kept}).{rank}"
    told = f"p = {_p(result.test.p)} at the level {LEVEL:g}, against {base}, {result.test.draws} draws"
    if result.alarm is None:
        return f"{name}: no alarm from {dates[chosen.high]} to {dates[-1]} ({told})."
    confirmed = f", over the stricter boundary from {result.confirmed}" if result.confirmed else ""
    return f"{name}: escalation, beginning {result.onset}, alarm {result.alarm}{confirmed} ({told})."


def _level(result: Escalation) -> str:
    ratio, last = result.ratio, result.based.series.dates[-1]
    if not np.isfinite(ratio.estimate):
        return "The base holds no count, so there is no rate ratio."
    interval = (
        f"{ratio.low:.2f} to {ratio.high:.2f}, {ratio.method}"
        if np.isfinite(ratio.low)
        else f"no interval: {ratio.method}"
    )
    flattered = (
        " It is reckoned from the onset that the test chose, which flatters it." if result.onset else ""
    )
    return f"From {result.ratio_from} to {last} its share was {ratio.estimate:.2f} times that of the base ({interval}).{flattered}"


def _rarity(result: Escalation) -> str:
    placebo = result.placebo
    if placebo is None:
        return "The series is too short to compare the stretch with earlier ones."
    return (
        f"Of the {placebo.of} stretches of that length in the whole series, measured alike, it ranks {placebo.rank} "
        f"(placebo-date p = {_p(placebo.p)}; ratio {placebo.ratio:.1f}, the largest {placebo.largest:.1f})."
    )


def _company(result: Escalation) -> str:
    rows = result.panel
    if len(rows) < 2:
        return "No other series was given to compare with."
    alarms = [row.name for row in rows if row.alarm]
    abstained = sum(row.abstained for row in rows)
    named = f" ({', '.join(alarms[:8])}{', …' if len(alarms) > 8 else ''})" if alarms else ""
    return (
        f"In the panel of {len(rows)} series {len(alarms)} alarm{named} at a false discovery rate of {FDR:g}, and "
        f"{abstained} abstain."
    )


def _sensitivity(result: Escalation) -> str:
    if not result.shorter:
        return ""
    each = ", ".join(
        f"from {one.base_from} {'abstains' if one.abstained else 'p = ' + _p(one.p)}"
        for one in result.shorter
    )
    return f"On shorter bases: {each}."


def _limits(result: Escalation) -> str:
    outlets = result.outlets
    broken = (
        f" {len(outlets.broken)} of {len(outlets.names)} outlets lack some periods."
        if outlets and outlets.broken
        else ""
    )
    return f"{_RATES}here it is {result.test.persistence:.2f}. {_LIMITS}{broken}"


def _p(p: float) -> str:
    return f"{p:.4f}" if p < 0.01 else f"{p:.2f}"


def _rows(result: Escalation) -> tuple[tuple[str, ...], ...]:
    return tuple(
        (
            row.name,
            row.onset.isoformat() if row.onset else "",
            row.alarm.isoformat() if row.alarm else "",
            "" if row.p is None else _p(row.p),
            row.reason or "",
        )
        for row in result.panel
    )


def picture(result: Escalation) -> Picture:
    """The index with its interval, the base shaded, onset and alarm as rules, past breaks as ticks (Vega-Lite 5)."""
    curve, chosen = result.curve, result.based
    points = [
        {"date": day.isoformat(), "index": float(at), "low": _finite(low), "high": _finite(high)}
        for day, at, low, high in zip(curve.dates, curve.index, curve.low, curve.high, strict=True)
    ]
    base = [{"from": curve.dates[chosen.low].isoformat(), "to": curve.dates[chosen.high - 1].isoformat()}]
    marks = [
        {"date": day.isoformat(), "what": what}
        for day, what in ((result.onset, "onset"), (result.alarm, "alarm"))
        if day
    ]
    breaks = [
        {"date": day.isoformat(), "what": "break, looking back (description only)"} for day in curve.breaks
    ]
    title = f"{result.settings.value}: share of articles, base = 100"
    return picture_of(
        title,
        title=title,
        width=640,
        height=260,
        layer=[
            _layer(base, {"type": "rect", "opacity": 0.12}, x=_time("from"), x2={"field": "to"}),
            _layer(
                points,
                {"type": "area", "opacity": 0.25},
                x=_time("date"),
                y=_height("low"),
                y2={"field": "high"},
            ),
            _layer(points, {"type": "line"}, x=_time("date"), y=_height("index")),
            _layer(breaks, {"type": "tick", "opacity": 0.6}, x=_time("date"), tooltip={"field": "what"}),
            _layer(
                marks,
                {"type": "rule", "strokeDash": [4, 3]},
                x=_time("date"),
                color={"field": "what", "title": None},
            ),
        ],
    )


def _layer(values: list[dict[str, Any]], mark: dict[str, Any], **encoding: dict[str, Any]) -> dict[str, Any]:
    return {"data": {"values": values}, "mark": mark, "encoding": encoding}


def _time(field: str) -> dict[str, Any]:
    return {"field": field, "type": "temporal", "title": None}


def _height(field: str) -> dict[str, Any]:
    return {"field": field, "type": "quantitative", "title": "index"}


def _finite(value: float) -> float | None:
    return float(value) if np.isfinite(value) else None
