"""Corpora made for the tests: words that mean nothing, with passages planted between two actors."""

import datetime as dt

import numpy as np

from rostra.signals.script import CorpusDocument

FIRST = dt.date(2024, 1, 1)
SHARED = (
    "the northern straits will be closed to every foreign hull until the inspectors have left our harbours"
)


def document(number: int, actor: str, text: str, day: int = 0, lang: str = "en") -> CorpusDocument:
    return CorpusDocument(f"d{number}", FIRST + dt.timedelta(days=day), actor, lang, text)


def babble(count: int, words: int = 120, seed: int = 0) -> list[list[str]]:
    """Documents of words from a long-tailed vocabulary: five in a row hardly ever occur twice."""
    rng = np.random.default_rng(seed)
    weights = 1 / np.arange(1, 5001)
    drawn = rng.choice(5000, size=(count, words), p=weights / weights.sum())
    return [[f"w{word}" for word in row] for row in drawn.tolist()]


def planted(share: float, pairs: int = 20, seed: int = 0) -> list[CorpusDocument]:
    """Twice as many documents as pairs; the second of each pair takes `share` of its words from the first."""
    texts = babble(2 * pairs, seed=seed)
    length = max(12, round(share * 120))
    for at in range(0, 2 * pairs, 2):
        texts[at + 1][20 : 20 + length] = texts[at][:length]
        del texts[at + 1][120:]
    return [
        document(at, "Valdoria" if at % 2 == 0 else "Marenia", " ".join(words), day=at)
        for at, words in enumerate(texts)
    ]
