"""Shared script: whether two actors say the same, when, and who first. METHODS, section 3."""

from rostra.signals.script.answer import Script, script
from rostra.signals.script.claims import ClaimUse, SharedClaim
from rostra.signals.script.corpus import CorpusDocument, read_corpus
from rostra.signals.script.leader import Leader, sign_test
from rostra.signals.script.narratives import Narrative
from rostra.signals.script.passages import Passage, Side
from rostra.signals.script.plan import ScriptPlan
from rostra.signals.script.stock import StockPhrase
from rostra.signals.script.telling import paragraph, picture, section
from rostra.signals.script.timing import LeadLag, lead_lag

__all__ = [
    "ClaimUse",
    "CorpusDocument",
    "LeadLag",
    "Leader",
    "Narrative",
    "Passage",
    "Script",
    "ScriptPlan",
    "SharedClaim",
    "Side",
    "StockPhrase",
    "lead_lag",
    "paragraph",
    "picture",
    "read_corpus",
    "script",
    "section",
    "sign_test",
]
