"""Which files each figure rests on, and their hash."""

import hashlib
from functools import cache
from pathlib import Path

PLACES = {
    "polnear dev": "corpora/polnear/dev",
    "gold dev": "gold/dev.jsonl",
    "gold train": "gold/train.jsonl",
    "re3d": "corpora/re3d",
    "CoNLL-2002 Spanish": "corpora/conll2002_es",
    "recognizers": "corpora/recognizers",
    "spanish_events": "corpora/spanish_events",
    "article_extraction": "corpora/article_extraction",
    "geopolitical risk": "corpora/gpr",
    "change points": "corpora/tcpd",
    "coverage and posts": "corpora/diversion",
}


@cache
def corpus_hash(shared: Path, corpus: str) -> str:
    """SHA-256 over names and bytes of a corpus' files, its first 12 digits."""
    place = shared / PLACES[corpus]
    digest = hashlib.sha256()
    for path in [place] if place.is_file() else sorted(p for p in place.rglob("*") if p.is_file()):
        digest.update(str(path.relative_to(shared)).encode() + b"\0")
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]
