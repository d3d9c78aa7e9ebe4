"""What persons give a case: packs, decisions on grades, predictions, and analyses kept for the report."""

from rostra.model import Outcome, Prediction
from rostra.store import analyses, decisions, packs, predictions
from rostra.store.analyses import Analysis
from rostra.store.faults import told_plainly
from rostra.store.opened import OpenCase
from rostra.store.records import Decision, Entry, StoredPack


class Ledgers(OpenCase):
    """The parts of a case that no reading of a document changes."""

    def add_pack(self, pack: StoredPack) -> bool:
        """Adds a pack of knowledge in place of an earlier version of it; False where it was there already."""
        with self._writing() as connection:
            return packs.write_pack(connection, pack)

    def remove_pack(self, name: str) -> bool:
        """Takes a pack out; False where there was none of that name."""
        with self._writing() as connection:
            return packs.remove_pack(connection, name)

    def packs(self) -> tuple[StoredPack, ...]:
        """The packs of knowledge that the case holds, in the order of their names."""
        with told_plainly(self.path):
            return tuple(packs.stored_packs(self._connection))

    def decide(self, decision: Decision) -> Decision:
        """Keeps a person's decision for good, on the disk when this returns. Raises InvalidRecord without a reason."""
        self._must_be_writing()
        with told_plainly(self.path), decisions.lasting(self._connection) as connection:
            return decisions.write_decision(connection, decision)

    def decisions(self, kind: str | None = None, subject: str | None = None) -> tuple[Decision, ...]:
        """What persons decided on grades, first to last: all of it, or of one kind, or on one subject."""
        with told_plainly(self.path):
            return decisions.decisions(self._connection, kind, subject)

    def predict(self, prediction: Prediction) -> bool:
        """Stores a prediction for good; False where it stands already."""
        with self._writing() as connection:
            return predictions.write_prediction(connection, prediction)

    def settle(self, outcome: Outcome) -> bool:
        """Stores what came of a prediction; False where an outcome stands already. Raises QueryError."""
        with self._writing() as connection:
            return predictions.write_outcome(connection, outcome)

    def predictions(self) -> tuple[Entry, ...]:
        """The ledger of predictions in the order in which they were added."""
        with told_plainly(self.path):
            return predictions.entries(self._connection)

    def keep(self, analysis: Analysis) -> bool:
        """Keeps a result of the signals for the report; False where it stands already."""
        with self._writing() as connection:
            return analyses.write_analysis(connection, analysis)

    def drop_analysis(self, id_: str) -> bool:
        """Takes a kept result out of the report; False where there is none of that id."""
        with self._writing() as connection:
            return analyses.remove_analysis(connection, id_)

    def analyses(self) -> tuple[Analysis, ...]:
        """Results of the signals that a person kept, in the order in which they were added."""
        with told_plainly(self.path):
            return analyses.analyses(self._connection)
