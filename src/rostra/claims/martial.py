"""Whether an act is one of arms at all: texts of crime, votes, sport and trade use the same verbs."""

from collections.abc import Sequence
from functools import cache

from rostra.claims.events import Event
from rostra.claims.lexicon import Lexeme
from rostra.claims.states import MOVEMENT
from rostra.model import Mention
from rostra.rules.claimwords import ClaimWords
from rostra.text import Article, Hit, fold

DENSE = 450
"""Code points of a text for each word of arms from which all its sentences are read as told of arms."""
OPENING = 300
"""Code points of a text too short to be doubted."""
_MARTIAL = frozenset({"groups", "munitions", "forces", "military", "war"})
VIOLENT = frozenset({"strike", "deployment", "loss", "possession"})
_BODIES = (MOVEMENT, "force:")
"""What ids of armed groups and of the forces of states begin with."""
_ATOMIC = frozenset({"nuclear", "military"})
_BETWEEN_STATES = frozenset({"test", "strike", "deployment", "loss", "threat", "delivery", "acquisition"})


def is_martial(article: Article, hits: Sequence[Hit[Lexeme]], mentions: Sequence[Mention]) -> bool:
    """Whether a text names forces, armed groups or arms in one sentence of three or so.

    A language that does not say which words are `faint` is never doubted.
    """
    if not article.pack.claim_words.faint:
        return True
    return words_of_arms(article, hits, mentions) * DENSE + OPENING >= len(article.folded)


def words_of_arms(article: Article, hits: Sequence[Hit[Lexeme]], mentions: Sequence[Mention]) -> int:
    """Words and names of forces, groups, arms and things military in a text, the `faint` ones aside."""
    words = article.pack.claim_words
    told = sum(1 for hit in hits if _is_hard(words, article.folded, hit))
    told += sum(1 for m in mentions if m.equipment_class == "platform" and _is_arms(words, article.folded, m))
    told += sum(1 for m in mentions if (m.id or "").startswith(_BODIES))
    return told


def is_of_arms(event: Event) -> bool:
    """Whether an act is military: by its text, or by what stands beside it in its sentence.

    In a text about other things the sentence itself must name forces, arms or a thing military, be it in the trigger
    ("shelled"), or two states of which one acts on the other.
    """
    if event.frame.type in VIOLENT and _is_unarmed(event):
        return False
    return event.sentence.scene.is_martial or _is_told(event) or _is_between_states(event)


def _is_unarmed(event: Event) -> bool:
    """Whether a text of crime or of a campaign names neither forces nor platforms around a violent act."""
    line = event.sentence.line
    scene = event.sentence.scene
    own = (hit for hit in line.hits if hit.start < event.end and event.start < hit.end)
    if not scene.is_unarmed or any(_is_hard(scene.words, scene.folded, hit) for hit in own):
        return False
    faint = _faint(scene.words)
    if any(a.armed and scene.folded[a.start : a.end] not in faint for a in event.sentence.actors):
        return False
    return all(m.equipment_class != "platform" for m in line.mentions if m.kind == "equipment")


def _is_told(event: Event) -> bool:
    """Whether the sentence names forces, arms or a thing military in a word that means nothing else."""
    scene, line = event.sentence.scene, event.sentence.line
    if any(_is_hard(scene.words, scene.folded, hit) for hit in line.hits):
        return True
    if event.frame.type == "test" and any(hit.value.classes >= _ATOMIC for hit in line.hits):
        return True
    if any(actor.armed and actor.sort == "organisation" for actor in event.sentence.actors):
        return True
    if any((m.id or "").startswith(_BODIES) for m in line.mentions):
        return True
    return any(_is_arms(scene.words, scene.folded, m) for m in line.mentions)


def _is_between_states(event: Event) -> bool:
    """Whether two states, or a state and the forces of another, are named in the sentence."""
    if event.frame.type not in _BETWEEN_STATES:
        return False
    sorts = {"state", "capital", "force", "group"}
    return len({actor.name for actor in event.sentence.actors if actor.name and actor.sort in sorts}) > 1


def _is_hard(words: ClaimWords, folded: str, hit: Hit[Lexeme]) -> bool:
    """Whether a word is one of arms; a phrase is where it is known as one or one of its words is."""
    if hit.value.classes.isdisjoint(_MARTIAL):
        return False
    text, hard = folded[hit.start : hit.end], _hard(words)
    return text in hard or any(part in hard for part in text.split())


def _is_arms(words: ClaimWords, folded: str, mention: Mention) -> bool:
    """Whether a mention is of a unit or of arms that nobody else has: no lorry, no pistol, no third division."""
    parts = folded[mention.span.start : mention.span.end].split()
    faint = _faint(words)
    if mention.kind == "military_unit":
        return parts[-1] not in faint
    if mention.kind != "equipment" or " ".join(parts) in faint:
        return False
    heads = {parts[0], parts[-1]} & faint
    return mention.id is not None or not heads or (len(parts) > 1 and heads <= words.nuclear)


@cache
def _hard(words: ClaimWords) -> frozenset[str]:
    told = (word for name in _MARTIAL for word in getattr(words, name))
    return frozenset(fold(word) for word in told) - _faint(words)


@cache
def _faint(words: ClaimWords) -> frozenset[str]:
    return frozenset(fold(word) for word in words.faint)
