"""The closed classes of a language, put together for reading clauses."""

from dataclasses import dataclass
from functools import cache

from rostra.quotes.units import Token, Unit
from rostra.rules import LanguagePack
from rostra.rules.cues import CueContext, Cues
from rostra.rules.words import Words
from rostra.rules.wordsets import either

LONGEST_PHRASE = 40
"""Tokens; a longer "phrase" is a list."""
JOINTS = frozenset({".", "&", "'s", "’s", "'", "’", "/", "*", "$", "@", "%", "°"})
"""Marks inside a phrase."""
WORDS = frozenset({"w", "W", "n"})
"""Kinds of tokens that are words."""

Range = tuple[int, int]
"""Token indices, end exclusive."""


@dataclass(frozen=True, slots=True)
class Grammar:
    """The closed classes that bound a phrase, put together once a language."""

    words: Words
    context: CueContext
    nouns: frozenset[str]
    """Forms of cue nouns: a verb that looks like one needs more evidence."""
    cue_nouns: frozenset[str]
    """Forms of cue nouns alone, without the homographs of other nouns."""
    boundary: frozenset[str]
    """Words that no noun phrase of a speaker holds."""
    pronouns: frozenset[str]
    plain_subjects: frozenset[str]
    """Pronouns that can be nothing but a subject ("he", "they")."""
    speaking: frozenset[str]
    """Nouns for those who can speak: roles, bodies, sources."""
    adjuncts: frozenset[str]
    """Words that open an adverbial: prepositions and times."""

    acting: frozenset[str]
    """Pronouns that can be the subject of a clause."""
    reporting: frozenset[str]
    """Words after which a clause is what another one says: "that", "how"."""
    clausal: frozenset[str]
    """Words after which a clause of its own may begin."""
    past_endings: tuple[str, ...]
    gerund_endings: tuple[str, ...]

    @classmethod
    def of(cls, pack: LanguagePack) -> "Grammar":
        """The grammar of a language pack."""
        heads = pack.speaker_words
        return _grammar(pack.cues, pack.words, either(heads.roles, heads.bodies, heads.sources))

    def is_adverb(self, token: Token) -> bool:
        """Whether the word is an adverb of the verb group."""
        low = token.low
        return low in self.context.adverbs or (
            token.kind == "w"
            and len(low) > 4
            and any(low.endswith(ending) for ending in self.context.adverb_endings)
        )


@cache
def _grammar(cues: Cues, words: Words, speaking: frozenset[str]) -> Grammar:
    context = cues.context
    boundary = (
        words.relatives
        | words.auxiliaries
        | context.stoppers
        | context.passive_auxiliaries
        | context.perfect_auxiliaries
    ) - context.noun_links
    acting = context.subject_pronouns & context.person_pronouns
    return Grammar(
        words,
        context,
        cues.noun_forms,
        frozenset().union(*(cue.nouns for cue in cues.cues)),
        boundary,
        words.pronouns | context.person_pronouns,
        acting - context.both_cases,
        speaking,
        words.prepositions | context.times,
        acting,
        context.complementizers | (context.whether - context.clause_breaks),
        context.coordinators
        | context.contrast
        | context.complementizers
        | (context.stoppers - context.infinitive)
        | (context.clause_breaks - words.prepositions),
        tuple(context.past_endings),
        tuple(context.gerund_endings),
    )


def closed(token: Token, grammar: Grammar) -> bool:
    """Whether a word belongs to no phrase of nouns: a boundary, a preposition, a pronoun."""
    return (
        token.low in grammar.boundary
        or token.low in grammar.words.prepositions
        or token.low in grammar.pronouns
    )


def is_name(unit: Unit, index: int) -> bool:
    """Whether a quotation is short enough to be part of a name (a nickname)."""
    pair = unit.quotations.get(index)
    return pair is not None and pair.inner_end - pair.inner_start <= 25


def has_word(unit: Unit, start: int, end: int) -> bool:
    """Whether a stretch of tokens holds more than marks and numbers."""
    return any(token.kind in "wWQ" for token in unit.tokens[start:end])
