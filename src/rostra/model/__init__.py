"""The nouns of rostra: frozen records, one file a noun, with their laws."""

from rostra.kernel import PartialDate, Span
from rostra.model.annotation import Annotation, Segmentation
from rostra.model.claim import CLAIM_TYPES, Claim, ClaimType, Equipment, Modality
from rostra.model.difference import LINK_KINDS, Difference, LinkKind
from rostra.model.document import Document
from rostra.model.evidence import DataFile, Evidence
from rostra.model.finding import Credibility, Finding, Grade, Reliability, Verdict
from rostra.model.link import Link, Words
from rostra.model.mention import MENTION_KINDS, EquipmentClass, Mention, MentionKind
from rostra.model.observation import Observation
from rostra.model.prediction import Outcome, Prediction, PredictionOrigin
from rostra.model.quantity import Modifier, Number, Quantity, plain
from rostra.model.quote import Quote, QuoteKind
from rostra.model.reference_row import ReferenceRow, ReferenceState
from rostra.model.refusal import Refusal

__all__ = [
    "CLAIM_TYPES",
    "LINK_KINDS",
    "MENTION_KINDS",
    "Annotation",
    "Claim",
    "ClaimType",
    "Credibility",
    "DataFile",
    "Difference",
    "Document",
    "Equipment",
    "EquipmentClass",
    "Evidence",
    "Finding",
    "Grade",
    "Link",
    "LinkKind",
    "Mention",
    "MentionKind",
    "Modality",
    "Modifier",
    "Number",
    "Observation",
    "Outcome",
    "PartialDate",
    "Prediction",
    "PredictionOrigin",
    "Quantity",
    "Quote",
    "QuoteKind",
    "ReferenceRow",
    "ReferenceState",
    "Refusal",
    "Reliability",
    "Segmentation",
    "Span",
    "Verdict",
    "Words",
    "plain",
]
