"""The ledger of predictions: stored before their period with their terms, scored after it, neither ever changed."""

import sqlite3

from rostra.kernel import QueryError
from rostra.model import Outcome, Prediction
from rostra.store.codec import from_json, to_json
from rostra.store.records import Entry
from rostra.store.writing import insert, now


def write_prediction(connection: sqlite3.Connection, prediction: Prediction) -> bool:
    """Adds a prediction; False where it stands already."""
    before = connection.total_changes
    row = (prediction.id, to_json(prediction), now())
    insert(connection, "predictions (id, record, added)", [row], "INSERT OR IGNORE")
    return connection.total_changes > before


def write_outcome(connection: sqlite3.Connection, outcome: Outcome) -> bool:
    """Notes what came of a prediction; False where an outcome stands already. Raises QueryError for an unknown one."""
    known = connection.execute("SELECT 1 FROM predictions WHERE id = ?", (outcome.prediction,)).fetchone()
    if known is None:
        raise QueryError(f"no prediction {outcome.prediction!r}", remedy="list the predictions for their ids")
    before = connection.total_changes
    row = (outcome.prediction, to_json(outcome), now())
    insert(connection, "outcomes (prediction, record, scored)", [row], "INSERT OR IGNORE")
    return connection.total_changes > before


def entries(connection: sqlite3.Connection) -> tuple[Entry, ...]:
    """All predictions in the order in which they were added, each with its outcome where there is one."""
    query = (
        "SELECT predictions.record, added, outcomes.record, scored FROM predictions "
        "LEFT JOIN outcomes ON outcomes.prediction = predictions.id ORDER BY number"
    )
    return tuple(
        Entry(from_json(Prediction, record), added, from_json(Outcome, outcome) if outcome else None, scored)
        for record, added, outcome, scored in connection.execute(query).fetchall()
    )
