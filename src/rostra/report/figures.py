"""Figures of claimed against documented values, as bars on one scale.

The part of an interval that is certain is drawn full, the rest light, an open side runs to the edge. Deliveries of
one register stand end to end, because together they bound what could be held; nothing else is added up.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

from rostra.kernel import PartialDate, content_id
from rostra.model import Claim, Finding, Modality, Quantity, ReferenceRow
from rostra.model.quantity import Number
from rostra.report.records import Chapter, Report
from rostra.report.timeline import Timeline, Value, timeline
from rostra.report.untrusted import shortened
from rostra.report.wording import VERDICT_WORDS, grouped, headline, interval, quantity, row_label

BAR = 40
"""Height of a bar with its label, in pixels."""
PLOT = 97.0
"""Width of the scale, in percent of the figure: the last tick's label keeps its place."""
MOST_CLAIMS, MOST_ROWS = 6, 12
_LABEL = 58
_LEAST = 1e-9
_SAID: dict[Modality, str] = {
    "asserted": "claimed by",
    "planned": "planned, says",
    "conditional": "possible, says",
    "denied": "denied by",
}


@dataclass(frozen=True, slots=True)
class Bar:
    """One interval: `start` to `sure` is certain, `sure` to `end` possible, all in units until it is placed."""

    label: str
    value: str
    kind: str
    start: float
    sure: float
    end: float
    open_end: bool = False
    y: int = 0


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure ready to draw; bars and ticks in percent of its width, `anchors` lead to the claims.

    `claimed` is where the claimed value stands, None where several values are claimed. `id` derives from what is
    measured and the rows; `findings` are the ids of what the figure draws, `over_time` is the same by day.
    """

    index: int
    id: str
    title: str
    description: str
    relation: str
    verdict: str
    anchors: tuple[str, ...]
    bars: tuple[Bar, ...]
    ticks: tuple[tuple[float, str], ...]
    claimed: float | None
    height: int
    left_out: int
    findings: tuple[str, ...] = ()
    over_time: Timeline | None = None


@dataclass(frozen=True, slots=True)
class _Pair:
    """A claim with a value and the rows of the same unit that a finding compared it with."""

    claim: Claim
    value: Quantity
    finding: Finding
    rows: tuple[ReferenceRow, ...]
    href: str
    said: str
    when: PartialDate | None


def figures(report: Report) -> tuple[Figure, ...]:
    """One figure for each thing measured, however often and by whomever a value was claimed for it."""
    groups: dict[tuple[object, ...], list[_Pair]] = {}
    for number, chapter in enumerate(report.chapters, 1):
        for pair in _pairs(report, chapter, number):
            groups.setdefault(_key(pair), []).append(pair)
    return tuple(_figure(index, pairs) for index, pairs in enumerate(groups.values(), 1))


def _key(pair: _Pair) -> tuple[object, ...]:
    claim = pair.claim
    thing = claim.equipment.id or claim.equipment.name if claim.equipment else None
    return claim.holder, thing, claim.measure, claim.condition, pair.finding.rows


def _pairs(report: Report, chapter: Chapter, number: int) -> Iterator[_Pair]:
    claims = {claim.id: (index, claim) for index, claim in enumerate(chapter.claims, 1)}
    for finding in chapter.findings:
        index, claim = claims.get(finding.claim, (0, None))
        if claim is None or claim.quantity is None or finding.verdict == "not_comparable":
            continue
        cited = [report.rows_by_id[row] for row in finding.rows if row in report.rows_by_id]
        rows = tuple(row for row in cited if _drawable(row, claim.quantity, finding))
        if rows:
            when = claim.when or chapter.document.date
            href = f"d{number}c{index}"
            yield _Pair(claim, claim.quantity, finding, rows, href, _said(chapter, claim), when)


def _drawable(row: ReferenceRow, value: Quantity, finding: Finding) -> bool:
    """Whether both values stand on one scale: the same unit, or counts that the check has set in relation."""
    counts = row.state != "catalogue" and (value.unit == "items" or finding.ratio is not None)
    return (counts or row.unit == value.unit) and (row.low is not None or row.high is not None)


def _said(chapter: Chapter, claim: Claim) -> str:
    who = claim.attributed_to or chapter.document.outlet or "the outlet"
    when = f", {chapter.document.date}" if chapter.document.date else ""
    return shortened(f"{claim.type.capitalize()} {_SAID[claim.modality]} {who}{when}", _LABEL)


def _figure(index: int, pairs: list[_Pair]) -> Figure:
    first = pairs[0]
    values = {(pair.said, pair.value.low, pair.value.high): pair for pair in pairs}
    shown = list(values.values())[:MOST_CLAIMS]
    claimed = [_claim_bar(pair) for pair in shown]
    documented = list(_row_bars(_largest(first.rows)))
    bars = [*claimed, *(bar for _, bar in documented)]
    edges = {_edge(pair.value) for pair in pairs}
    step, top = scale(max(max(bar.sure, bar.end) for bar in bars))
    count = round(top / step)
    return Figure(
        index=index,
        id=content_id("v", *_key(first)),
        title=shortened(_title(first.claim), 120),
        description="; ".join(f"{bar.label}: {bar.value}" for bar in bars),
        relation=first.finding.relation,
        verdict=VERDICT_WORDS[first.finding.verdict],
        anchors=tuple(dict.fromkeys(pair.href for pair in pairs)),
        bars=tuple(_placed(bar, row, top) for row, bar in enumerate(bars)),
        ticks=tuple((PLOT * n / count, grouped(_round(n * step))) for n in range(count + 1)),
        claimed=PLOT * edges.pop() / top if len(edges) == 1 else None,
        height=len(bars) * BAR + 28,
        left_out=max(len(first.rows) - MOST_ROWS, 0) + max(len(values) - MOST_CLAIMS, 0),
        findings=tuple(dict.fromkeys(pair.finding.id for pair in pairs)),
        over_time=timeline(
            [_at(pair.when, bar) for pair, bar in zip(shown, claimed, strict=True) if pair.when],
            [_at(row.valid, bar) for row, bar in documented if row.valid],
            (step, top),
            [bar.sure for pair, bar in zip(shown, claimed, strict=True) if not pair.when],
        )
        if any(row.valid for row, _ in documented)
        else None,
    )


def _at(when: PartialDate, bar: Bar) -> Value:
    """A bar at its days; a delivery's level runs on."""
    label = f"{bar.label}: {bar.value}"
    return Value(when, bar.kind, label, bar.start, bar.sure, bar.end, bar.open_end, bar.kind == "delivered")


def _largest(rows: tuple[ReferenceRow, ...]) -> tuple[ReferenceRow, ...]:
    return tuple(sorted(rows, key=_bounds, reverse=True)[:MOST_ROWS])


def _title(claim: Claim) -> str:
    name = claim.equipment.name if claim.equipment else headline(claim)
    particulars = (claim.holder, name, claim.measure, claim.condition)
    unit = f" ({claim.quantity.unit})" if claim.quantity and claim.quantity.unit != "items" else ""
    return " · ".join(filter(None, particulars)) + unit


def _claim_bar(pair: _Pair) -> Bar:
    low, high = pair.value.low, pair.value.high
    sure = float(low if low is not None else 0)
    return Bar(
        pair.said, quantity(pair.value), "claimed", 0, sure, float(high or sure), open_end=high is None
    )


def _row_bars(rows: tuple[ReferenceRow, ...]) -> Iterator[tuple[ReferenceRow, Bar]]:
    several = len({row.item_id or row.item for row in rows}) > 1
    reached: dict[tuple[str, str], tuple[float, float]] = {}
    for row in sorted(rows, key=_order):
        key = (row.sha256, row.item_id or row.item)
        before = reached.get(key) if row.state == "delivered" else None
        bar = _documented(row, before)
        if row.state == "delivered":
            reached[key] = (bar.sure, bar.end)
        named = replace(bar, label=shortened(f"{row.item}: {bar.label}", _LABEL)) if several else bar
        yield row, named


def _documented(row: ReferenceRow, before: tuple[float, float] | None) -> Bar:
    """The bar of a row; a delivery begins where those before it end."""
    low, high = _bounds(row)
    if row.state == "catalogue":
        return _row_bar(row, 0.0 if low == high else low, high, high)
    sure, possible = before or (0.0, 0.0)
    bar = _row_bar(row, sure, sure + low, possible + high)
    return replace(bar, value=f"{bar.value} (together {_together(bar)})") if before else bar


def _bounds(row: ReferenceRow) -> tuple[float, float]:
    low = float(row.low or 0)
    return low, float(row.high) if row.high is not None else low


def _together(bar: Bar) -> str:
    return interval(_round(bar.sure), None if bar.open_end else _round(bar.end))


def _row_bar(row: ReferenceRow, start: float, sure: float, end: float) -> Bar:
    mark = " ?" if row.uncertain else ""
    unit = f" {row.unit}" if row.state == "catalogue" else ""
    value = f"{interval(row.low, row.high)}{unit}{mark}"
    kind = row.state if row.state in {"ordered", "delivered"} else "held"
    return Bar(shortened(row_label(row), _LABEL), value, kind, start, sure, end, open_end=row.high is None)


def _order(row: ReferenceRow) -> tuple[int, str, str, int]:
    states = ("ordered", "delivered", "held", "operational", "deployed", "displayed", "lost", "catalogue")
    return states.index(row.state), row.sha256, row.valid.first.isoformat() if row.valid else "", row.row


def _edge(value: Quantity) -> float:
    return float(value.low if value.low is not None else value.high or 0)


def scale(most: float) -> tuple[float, float]:
    """Step and end of a scale from nought: steps of 1, 2 or 5 times a power of ten, four to eight of them."""
    most = most if math.isfinite(most) and most > _LEAST else 1.0
    power = 10.0 ** math.floor(math.log10(most / 4))
    step = next(power * factor for factor in (1, 2, 2.5, 5, 10) if power * factor * 5 >= most)
    return step, step * math.ceil(most / step * 1.0001)


def _placed(bar: Bar, row: int, top: float) -> Bar:
    start, sure, end = (PLOT * min(max(value, 0.0), top) / top for value in (bar.start, bar.sure, bar.end))
    return replace(bar, start=start, sure=sure, end=PLOT if bar.open_end else max(end, sure), y=row * BAR)


def _round(number: float) -> Number:
    return int(number) if float(number).is_integer() else round(number, 6)
