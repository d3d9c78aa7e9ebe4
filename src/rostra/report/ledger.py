"""The ledger of predictions for a reader: what was said, what came of it, and how well that did."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from rich.box import SIMPLE_HEAD
from rich.table import Table

from rostra.model import Outcome, Prediction
from rostra.report.terminal import cell
from rostra.store import Entry


@dataclass(frozen=True, slots=True)
class Standing:
    """How scored predictions did: their number, those that came true, and mean Brier scores of those with both rates.

    `brier` is that of the predictions' own probabilities, `base_brier` that of the base rates: lower is better.
    """

    n: int
    happened: int
    rated: int
    brier: float | None
    base_brier: float | None


def standing(entries: Iterable[Entry]) -> Standing:
    """The tally over the entries that have an outcome."""
    pairs = [(one.prediction, one.outcome) for one in entries if one.outcome is not None]
    rated = [(p, o) for p, o in pairs if p.probability is not None and p.base_rate is not None]
    own = [score for p, o in rated if (score := o.brier(p.probability)) is not None]
    base = [score for p, o in rated if (score := o.brier(p.base_rate)) is not None]
    happened = sum(outcome.happened for _, outcome in pairs)
    return Standing(len(pairs), happened, len(rated), _mean(own), _mean(base))


def _mean(scores: list[float]) -> float | None:
    return sum(scores) / len(scores) if scores else None


def ledger_to_json(entries: Iterable[Entry]) -> dict[str, Any]:
    """All entries and their standing under stable keys."""
    listed = list(entries)
    return {"predictions": [_entry(one) for one in listed], "standing": asdict(standing(listed))}


def _entry(entry: Entry) -> dict[str, Any]:
    prediction, outcome = entry.prediction, entry.outcome
    return {
        "id": prediction.id,
        "statement": prediction.statement,
        "origin": prediction.origin,
        "series": prediction.series,
        "total": prediction.total,
        "made": prediction.made.isoformat(),
        "due": prediction.due.isoformat(),
        "threshold": prediction.threshold,
        "probability": prediction.probability,
        "base_rate": prediction.base_rate,
        "document": prediction.document,
        "span": [prediction.span.start, prediction.span.end] if prediction.span else None,
        "added": entry.added,
        "outcome": _outcome(prediction, outcome, entry.scored) if outcome else None,
    }


def _outcome(prediction: Prediction, outcome: Outcome, scored: str | None) -> dict[str, Any]:
    return {
        "value": outcome.value,
        "happened": outcome.happened,
        "brier": outcome.brier(prediction.probability),
        "base_brier": outcome.brier(prediction.base_rate),
        "sha256": outcome.sha256,
        "scored": scored,
    }


def ledger_table(entries: Iterable[Entry]) -> Table:
    """Due day, words, probability beside base rate, and outcome."""
    table = Table("Due", "Predicted", "By", "p", "Base", "Came true", "Id", box=SIMPLE_HEAD)
    for entry in entries:
        one, outcome = entry.prediction, entry.outcome
        table.add_row(
            one.due.isoformat(),
            cell(f"{one.statement} ({one.series} over {one.threshold:.4g})"),
            one.origin,
            _rate(one.probability),
            _rate(one.base_rate),
            "–" if outcome is None else f"{'yes' if outcome.happened else 'no'}, {outcome.value:.4g}",
            one.id[:8],
        )
    return table


def _rate(rate: float | None) -> str:
    return "–" if rate is None else f"{rate:.2f}"


def standing_line(entries: Iterable[Entry]) -> str:
    """The tally in one sentence."""
    found = standing(entries)
    told = f"{found.n} scored, {found.happened} came true"
    if found.brier is None or found.base_brier is None:
        return told
    return (
        f"{told}; Brier {found.brier:.3f} against {found.base_brier:.3f} of the base rate (n = {found.rated})"
    )
