"""Whether a text is about arms at all, or about sport, film or business in the words of war."""

import re
from collections import Counter
from collections.abc import Sequence

from rostra.claims.lexicon import Lexeme
from rostra.claims.states import MOVEMENT
from rostra.model import Mention
from rostra.text import Article, Hit

_MARTIAL = frozenset({"equipment", "military_unit", "exercise_name"})
_OPENING = ',.!?\n"“«'
"""Marks behind which a preposition can open a phrase of its own."""
PEACE = 2
"""Words of sport, film or business from which a text must have more military words than such words."""
_SCORE = re.compile(r"(?<![\w.,/–-])\d{1,3}[–-]\d{1,3}(?![\w/–-])")
"""The score of a match; it counts where a word of sport stands too."""


def counts_of(article: Article, hits: Sequence[Hit[Lexeme]]) -> Counter[str]:
    """How often each class of words is in a text. "The film" counts twice: the text is about that one."""
    counts = Counter(name for hit in hits for name in hit.value.classes)
    if counts["peace"]:
        determiners = article.pack.words.determiners
        counts["peace"] += bool(_SCORE.search(article.folded)) + sum(
            article.folded[hit.start : hit.end].partition(" ")[0] in determiners
            for hit in hits
            if "peace" in hit.value.classes
        )
    return counts


def is_about_arms(counts: Counter[str], mentions: Sequence[Mention]) -> bool:
    """Whether a text has military words, and enough of them beside those of sport, film or business."""
    military = military_words(counts, mentions)
    threatened = counts["threatening"] > 0 and counts["sea"] > 0
    return (military > 0 or threatened) and (counts["peace"] < PEACE or military > 3 * counts["peace"])


def military_words(counts: Counter[str], mentions: Sequence[Mention]) -> int:
    """Words and names of things military in a text."""
    words = counts["military"] + counts["forces"] + counts["groups"] + counts["munitions"] + counts["war"]
    return words + sum(1 for m in mentions if m.kind in _MARTIAL or (m.id or "").startswith(MOVEMENT))


def is_testing(hits: Sequence[Hit[Lexeme]]) -> bool:
    """Whether a text tells of weapons being tried out: then "the launch" is one of them."""
    uses = [use.frame for hit in hits for use in hit.value.uses]
    tests = sum(1 for frame in uses if frame.type == "test" and frame.kind == "noun")
    return tests > 1 and sum("munitions" in hit.value.classes for hit in hits) > 1


def is_unarmed(counts: Counter[str], mentions: Sequence[Mention], told: int) -> bool:
    """Whether a text tells of crime or of a campaign for votes rather than of war; `told` are its words of arms."""
    hostile = _hostile_words(counts, mentions)
    return counts["unarmed"] >= PEACE and counts["unarmed"] > hostile and 2 * counts["unarmed"] > told


def is_mishap(counts: Counter[str], mentions: Sequence[Mention]) -> bool:
    """Whether a text tells of a flood, an accident or a trial rather than of war."""
    return counts["mishaps"] > PEACE and counts["mishaps"] > _hostile_words(counts, mentions)


def _hostile_words(counts: Counter[str], mentions: Sequence[Mention]) -> int:
    arms = sum(1 for m in mentions if m.equipment_class == "platform" or m.kind == "military_unit")
    return counts["groups"] + counts["munitions"] + arms


def unguarded(
    article: Article, hits: Sequence[Hit[Lexeme]], mentions: Sequence[Mention]
) -> list[Hit[Lexeme]]:
    """The hits without prepositions that no number follows or that stand in the midst of a clause."""
    numbers: set[int] = set()
    kept = []
    for hit in hits:
        if hit.value.guarded:
            before = article.folded[max(0, hit.start - 2) : hit.start].rstrip(" ")
            if hit.value.opening and before and before[-1] not in _OPENING:
                continue
            numbers = numbers or {m.span.start for m in mentions if m.kind == "quantity"}
            if hit.end + 1 not in numbers and not article.folded[hit.end + 1 : hit.end + 2].isdigit():
                continue
        kept.append(hit)
    return kept
