"""Costly signals: what an act costs the one who does it, step by step. METHODS, section 6."""

from rostra.signals.costs.balance import Balance, balances
from rostra.signals.costs.ladder import LEVELS, Setting, Signal, signal_of
from rostra.signals.costs.telling import paragraph, picture, section

__all__ = [
    "LEVELS",
    "Balance",
    "Setting",
    "Signal",
    "balances",
    "paragraph",
    "picture",
    "section",
    "signal_of",
]
