"""Is it escalating, since when, by how much, and how unusual is that."""

from rostra.signals.escalation.answer import Escalation, EscalationSettings, escalation
from rostra.signals.escalation.telling import paragraph, picture, section

__all__ = ["Escalation", "EscalationSettings", "escalation", "paragraph", "picture", "section"]
