"""The claims of a case as dated statements, with what each costs the one who does it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from rostra.data import Knowledge
from rostra.data.acts import Act
from rostra.model import Claim, Document
from rostra.rules import known_languages, language_pack
from rostra.rules.signalling import SignallingWords
from rostra.signals.costs import Setting, Signal, signal_of
from rostra.signals.observations import Article, Statement
from rostra.store import Case, ClaimFilter, DocumentFilter
from rostra.text import fold

CATEGORIES = {
    1: "war threats",
    2: "peace threats",
    3: "military buildups",
    4: "nuclear threats",
    5: "terror threats",
    6: "beginning of war",
    7: "escalation of war",
    8: "terror acts",
}
"""After Caldara and Iacoviello (2022)."""
_NUCLEAR = frozenset({"icbm", "slbm", "nuclear_weapon"})


@dataclass(frozen=True, slots=True)
class Observed:
    """A claim of a case with its document's day and outlet, its cost, and the statement that series count."""

    claim: Claim
    document: Document
    signal: Signal
    statement: Statement | None


def articles_of(case: Case, asked: DocumentFilter | None = None) -> Iterator[Article]:
    """The dated articles of a case; one without a day of its own belongs to no period."""
    for document in case.documents(asked):
        if document.date and document.date.first == document.date.last:
            yield Article(document.id, document.date.first)


def observed_claims(case: Case, knowledge: Knowledge, asked: ClaimFilter | None = None) -> Iterator[Observed]:
    """The claims of a case in its order; the statement is None where the document has no day.

    What is denied is neither a threat nor an act: it is a statement, as on the ladder of costs (S191).
    """
    documents: dict[str, Document] = {}
    for claim in case.claims(asked or ClaimFilter()):
        if claim.document not in documents:
            documents = {claim.document: case.document(claim.document)}
        yield _observed(claim, documents[claim.document], knowledge)


def _observed(claim: Claim, document: Document, knowledge: Knowledge) -> Observed:
    act = knowledge.acts[claim.type]
    day = document.date.first if document.date and document.date.first == document.date.last else None
    setting = Setting(fold(claim.evidence.of(document.text)), day, _signalling(document.lang))
    signal = signal_of(claim, act, setting)
    if day is None:
        return Observed(claim, document, signal, None)
    klass = _class(claim, knowledge)
    statement = Statement(
        document=document.id,
        date=day,
        type=claim.type,
        actor=claim.holder,
        family="statement" if claim.negated else act.family(),
        category=None if claim.negated else _category(claim, act, klass, knowledge),
        equipment_class=klass,
        outlet=document.outlet,
        level=signal.level,
    )
    return Observed(claim, document, signal, statement)


def _signalling(lang: str) -> SignallingWords:
    return language_pack(lang).signalling if lang in known_languages() else SignallingWords()


def _class(claim: Claim, knowledge: Knowledge) -> str | None:
    """The catalogue's class of what a claim is about."""
    found = (
        knowledge.equipment.systems.get(claim.equipment.id)
        if claim.equipment and claim.equipment.id
        else None
    )
    return found.class_id if found else None


def _category(claim: Claim, act: Act, class_id: str | None, knowledge: Knowledge) -> str | None:
    number = act.geopolitical
    if act.nuclear and any(knowledge.equipment.is_a(class_id or "", nuclear) for nuclear in _NUCLEAR):
        number = act.nuclear
    elif act.movement and claim.holder in _movements(knowledge):
        number = act.movement
    return CATEGORIES.get(number or 0)


@cache
def _movements(knowledge: Knowledge) -> frozenset[str]:
    return frozenset(entry.name for entry in knowledge.organisations.all if entry.type == "movement")
