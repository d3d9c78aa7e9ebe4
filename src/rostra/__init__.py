"""Rostra turns news and speeches about arms into an auditable record."""

__version__ = "0.1.0"
