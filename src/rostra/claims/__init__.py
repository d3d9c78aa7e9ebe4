"""Typed military claims: possession, deployment, delivery and the rest, each with its evidence."""

from rostra.claims.finder import find_claims

__all__ = ["find_claims"]
