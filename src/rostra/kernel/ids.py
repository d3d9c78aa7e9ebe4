"""Ids derive from content: the same record has the same id on every machine."""

import hashlib
import json
from typing import Any

ID_DIGITS = 12
"""48 bits: among a million records of one kind, one accidental pair in about 500 cases."""


def content_id(kind: str, *parts: Any) -> str:
    """Id of a record from its kind and the JSON-able parts that make it what it is: `q_1f0c…`."""
    canonical = json.dumps(parts, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    digest = hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()
    return f"{kind}_{digest[:ID_DIGITS]}"


def sha256_hex(raw: bytes) -> str:
    """Hex SHA-256 of raw bytes."""
    return hashlib.sha256(raw).hexdigest()
