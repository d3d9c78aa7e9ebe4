"""Whether a trigger stands as a verb or as a noun, by the words around it."""

from rostra.claims.clauses import Clause
from rostra.claims.lexicon import Lexeme, Use
from rostra.claims.sentences import Sentence, has_noun
from rostra.model import Mention, Quantity
from rostra.rules.wordsets import either
from rostra.text import Hit

DOER_ROOM = 3
"""Code points between a doer and its verb."""
QUOTATION_MARKS = frozenset('"“”«»„‘’')


def inside_arms(sentence: Sentence, hit: Hit[Lexeme]) -> bool:
    """Whether a trigger is only part of the words for a weapon: "attack helicopter"."""
    return any(
        m.kind == "equipment"
        and m.span.start <= hit.start
        and hit.end <= m.span.end
        and len(m.span) > hit.end - hit.start
        for m in sentence.line.mentions
    )


def heads_compound(sentence: Sentence, hit: Hit[Lexeme]) -> bool:
    """Whether the noun behind a trigger makes it an adjective: "a test site", "the attack plan"."""
    following = sentence.line.after(hit.end, 1)
    return (
        bool(following)
        and following[0].start == hit.end + 1
        and following[0].text in sentence.scene.words.compound_heads
    )


def can_be_verb(sentence: Sentence, clause: Clause, hit: Hit[Lexeme], use: Use) -> bool:
    """A form inside the name of a weapon is none; a bare form behind an article or preposition is a noun."""
    single = " " not in use.written
    if single and _in_name(sentence, hit, "equipment", "person", "organisation", "place", "money"):
        return False
    if _in_compound(sentence, hit):
        return False
    bare = use.tags <= {"base", "present", "subjunctive"}
    if bare and (heads_compound(sentence, hit) or (use.frame.homograph and not _follows_doer(sentence, hit))):
        return False
    closed, words = sentence.scene.pack.words, sentence.scene.words
    left = _left_of(sentence, hit.start)
    if "participle" in use.tags and single and left in closed.prepositions and _describes(sentence, hit, use):
        return False
    if "participle" in use.tags and left in closed.determiners:
        return left in words.reflexives or left in closed.pronouns or left in closed.relatives
    return not (bare and single) or _bare_verb(sentence, clause, hit, (left, "base" in use.tags))


def _describes(sentence: Sentence, hit: Hit[Lexeme], use: Use) -> bool:
    """Whether a participle behind a preposition only describes the noun that follows: "the need for improved radars"."""
    if use.tags == {"participle"}:
        return use.frame.object == "self"
    following, closed = sentence.line.after(hit.end, 1), sentence.scene.pack.words
    noun = bool(following) and following[0].text[0].isalpha()
    return noun and following[0].text not in either(closed.prepositions, closed.determiners)


def _bare_verb(sentence: Sentence, clause: Clause, hit: Hit[Lexeme], bare: tuple[str, bool]) -> bool:
    """Whether a form without ending is a verb, by the word before it."""
    left, is_base = bare
    closed, words = sentence.scene.pack.words, sentence.scene.words
    if left in closed.determiners:
        return left in words.reflexives
    if any(
        left in kind
        for kind in (words.modal_auxiliaries, closed.pronouns, words.reflexives, words.coordinators)
    ):
        return True
    if left in closed.prepositions or left in words.possessive_marks or _is_plural(sentence, hit):
        return False
    return not is_base or has_noun(sentence, clause.start, hit.start)


def _left_of(sentence: Sentence, offset: int) -> str:
    """The word before, past quotation marks and adverbs: "to" of "to quickly withdraw"."""
    marks = tuple(sentence.scene.words.adverb_marks)
    before = [w.text for w in sentence.line.before(offset, 3) if w.text not in QUOTATION_MARKS]
    kept = [text for text in before if not (marks and text.endswith(marks))]
    return kept[-1] if kept else ""


def _is_plural(sentence: Sentence, hit: Hit[Lexeme]) -> bool:
    """Whether an adjective of a nation right before a form makes it a noun: "Valdorian positions"."""
    endings = tuple(sentence.scene.words.plural_marks)
    return sentence.scene.folded[hit.start : hit.end].endswith(endings) and any(
        (hit.start - m.span.end == 1 and (m.kind == "nationality" and not _is_people(sentence, m)))
        or (hit.start - m.span.end == 1 and m.kind == "country" and _is_led_by_preposition(sentence, m))
        or (m.kind == "quantity" and m.span.start < hit.start <= m.span.end + 1 and _is_bare_number(m))
        for m in sentence.line.mentions
    )


def _is_led_by_preposition(sentence: Sentence, mention: Mention) -> bool:
    """Whether "against" leads to a state's name, which then is an adjective: "against U.S. targets"."""
    before = sentence.line.before(mention.span.start, 1)
    return bool(before) and before[0].text in sentence.scene.words.strict_target_prepositions


def _is_bare_number(mention: Mention) -> bool:
    """Whether a quantity counts things, and its words may end right before what it counts: "100 stations"."""
    return isinstance(mention.value, Quantity) and mention.value.unit in {"items", "people"}


def _is_people(sentence: Sentence, mention: Mention) -> bool:
    """Whether a word for a nation is a plural, its people: "Valdorians"."""
    written = sentence.scene.folded[mention.span.start : mention.span.end]
    return written.endswith(tuple(sentence.scene.words.plural_marks))


def _in_compound(sentence: Sentence, hit: Hit[Lexeme]) -> bool:
    """Whether the trigger is half of a compound: "bomb-damaged", "rebel-held"."""
    text = sentence.scene.folded
    return text[hit.end : hit.end + 1] == "-" or (hit.start > 0 and text[hit.start - 1] == "-")


def _follows_doer(sentence: Sentence, hit: Hit[Lexeme]) -> bool:
    """Whether an actor, a weapon or a word like "to" stands right before the trigger."""
    before = sentence.line.before(hit.start, 1)
    if before and before[0].text in either(
        sentence.scene.words.modal_auxiliaries, sentence.scene.pack.words.pronouns
    ):
        return True
    close = hit.start - DOER_ROOM
    return any(close <= actor.end <= hit.start for actor in sentence.actors) or any(
        close <= m.span.end <= hit.start for m in sentence.line.mentions if m.kind == "equipment"
    )


def _in_name(sentence: Sentence, hit: Hit[Lexeme], *kinds: str) -> bool:
    """Whether the trigger is a word inside a longer name: "attack helicopter", "Bomb Squad Inc"."""
    return any(
        m.kind in kinds
        and m.span.start < hit.end
        and hit.start < m.span.end
        and (m.kind == "equipment" or len(m.span) > hit.end - hit.start)
        for m in sentence.line.mentions
    )


def is_nominal(sentence: Sentence, hit: Hit[Lexeme]) -> bool:
    """Whether a form that is both verb and noun stands as a noun."""
    line, scene = sentence.line, sentence.scene
    words, closed = scene.words, scene.pack.words
    before, after = line.before(hit.start, 1), line.after(hit.end, 1)
    left, right = (before[0].text if before else ""), (after[0].text if after else "")
    if (
        left in either(words.modal_auxiliaries, words.first_person, closed.pronouns)
        and left not in closed.determiners
    ):
        return False
    if left in either(closed.determiners, closed.prepositions, words.possessive_marks):
        return True
    beside = next((m for m in line.mentions if m.span.start <= hit.end + 1 < m.span.end), None)
    if beside:
        return beside.kind == "date"
    return not (right in closed.determiners or right[:1].isdigit())
