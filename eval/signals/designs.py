"""Every simulation with the range that its rate should lie in."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from eval.signals import diverting, escalating, scripting

Run = Callable[[int], bool | None]
"""One run by its number: whether it came out, or None where it does not count (no detection to be right about)."""


@dataclass(frozen=True, slots=True)
class Design:
    """A simulation: its name, one run of it, and the range `low` to `high` of its rate; None is an open end.

    A design without either is reported only: no number was promised for it.
    """

    name: str
    run: Run
    low: float | None = None
    high: float | None = None

    def meets(self, bounds: tuple[float, float]) -> bool:
        """Whether a 95 % interval of the rate reaches into the range."""
        return (self.low is None or bounds[1] >= self.low) and (self.high is None or bounds[0] <= self.high)


def designs() -> tuple[Design, ...]:
    """All of them, in the order of the page."""
    return (*_escalation(), *_diversion(), *_events(), *_script())


def _escalation() -> list[Design]:
    found = []
    for cell in escalating.CELLS:
        name = f"escalation rho {cell.rho:g}, {'quiet' if cell.factor == 1 else f'step x{cell.factor:g}'}"
        promised = cell.rho <= 0.5
        low = 0.9 if promised and cell.factor > 1 else None
        high = 0.05 if promised and cell.factor == 1 else None
        found += [
            Design(name, partial(escalating.alarms, cell), low, high),
            Design(f"{name}: abstains", partial(escalating.abstains, cell)),
        ]
    return found


def _diversion() -> list[Design]:
    nulls = [
        Design(f"diversion null {cell.null}", partial(diverting.rejects, cell), 0.04, 0.07)
        for cell in diverting.CELLS
        if not cell.effect
    ]
    return nulls + [
        Design(
            f"diversion {cell.days} days, {cell.effect:.0%}",
            partial(diverting.rejects, cell),
            diverting.PILOT_POWER[cell.days, cell.effect] - 0.07,
            diverting.PILOT_POWER[cell.days, cell.effect] + 0.07,
        )
        for cell in diverting.CELLS
        if cell.effect
    ]


def _events() -> list[Design]:
    return [
        Design(
            f"one event, memory {cell.memory:g}, {cell.effect:.0%}",
            partial(diverting.event_rejects, cell),
            None,
            None if cell.effect else 0.065,
        )
        for cell in diverting.EVENT_CELLS
    ]


def _script() -> list[Design]:
    quiet = [
        Design(f"script timing, {kind}", partial(detects, kind), None, 0.08)
        for kind in scripting.TIMINGS
        if kind != "lead"
    ]
    led = [
        Design("script timing, lead of 2 days", partial(detects, "lead")),
        Design("script timing, direction of detections", partial(right_way, "lead"), 0.95, None),
    ]
    leaders = [
        Design(
            f"script leader, volume {cell.ratio}:1{', bursts' if cell.bursts else ''}",
            partial(scripting.leader_rejects, cell),
            0.02,
            0.04,
        )
        for cell in scripting.LEADERS
    ]
    return quiet + led + leaders


def detects(kind: str, number: int) -> bool:
    """Whether the lead-lag test rejects at 5 % in one run."""
    return scripting.timing(kind, number).p < 0.05


def right_way(kind: str, number: int) -> bool | None:
    """Whether a detection has the second actor following; None without a detection."""
    found = scripting.timing(kind, number)
    return found.lag > 0 if found.p < 0.05 else None
