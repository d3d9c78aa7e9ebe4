"""Statements about the future course of military acts: found in a text, never a verdict on who makes them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rostra.kernel import PartialDate, QueryError, Span, content_id
from rostra.model import Claim, Document, Mention
from rostra.pipeline.foreseeing import Hit, Sentence, hit_of, sentence_of
from rostra.pipeline.knowing import knowledge_of
from rostra.rules import known_languages, language_pack
from rostra.rules.predicting import ActKind, Direction, Hedge
from rostra.store import Case, ClaimFilter, DocumentFilter, MentionFilter
from rostra.text import Article

HOLDERS = frozenset({"country", "nationality", "organisation", "military_unit"})
"""Kinds of mention that may be the holder of an act; a person never is."""
ARMED = frozenset({"equipment", "military_unit", "exercise_name"})
"""Kinds of mention that make the company of war."""


@dataclass(frozen=True, slots=True)
class Foreseen:
    """A statement that there will be more ("up"), less or as much of a military act, in one sentence of a document.

    `words` run from the marker (or the act that is its subject) to the end of the act or the change. `hedge` is how
    sure the text is, `horizon` the words of a time, `until` the days that they mean where a date says so.
    `probability` is given only where the text gives a number. `holder` is who would act, where one name alone can be.
    """

    document: str
    sentence: Span
    words: Span
    direction: Direction
    hedge: Hedge
    act: ActKind
    rule: str
    holder: str | None = None
    horizon: Span | None = None
    until: PartialDate | None = None
    probability: float | None = None

    @property
    def id(self) -> str:
        """The same for the same words of the same document."""
        return content_id("w", self.document, self.words.start, self.words.end, self.direction, self.act)


def find_foreseen(
    article: Article, mentions: Sequence[Mention] = (), claims: Sequence[Claim] = ()
) -> tuple[Foreseen, ...]:
    """The statements of an article about the future course of military acts, in text order; one for each change.

    Pure and precise before complete: negated, conditional and asked ones are left out, and so is what stands in
    another grammatical place. Nothing is found in a language without `predicting.toml`.
    """
    words = article.pack.predicting
    found: dict[Span, Foreseen] = {}
    for marker in words.marker.finditer(article.folded):
        sentence = sentence_of(article, marker.start(), words)
        hit = hit_of(sentence, marker) if sentence else None
        if sentence and hit and hit.change not in found and _in_company(sentence, hit, mentions, claims):
            found[hit.change] = _foreseen(sentence, hit, mentions, claims)
    return tuple(found.values())


def _in_company(sentence: Sentence, hit: Hit, mentions: Iterable[Mention], claims: Iterable[Claim]) -> bool:
    """Whether an act that also means other things stands among words, names or claims of war."""
    if not hit.bare or sentence.has("company", sentence.span.start, sentence.span.end):
        return True
    armed = any(each.kind in ARMED and sentence.span.contains(each.span) for each in mentions)
    return armed or any(claim.type == hit.kind and claim.evidence.overlaps(hit.words) for claim in claims)


def _foreseen(sentence: Sentence, hit: Hit, mentions: Sequence[Mention], claims: Sequence[Claim]) -> Foreseen:
    horizon, until = _horizon(sentence, mentions)
    return Foreseen(
        document=sentence.article.document.id,
        sentence=sentence.span,
        words=hit.words,
        direction=hit.direction,
        hedge=hit.hedge,
        act=hit.kind,
        rule=hit.rule,
        holder=_claimed(hit, claims) or _named(sentence, hit, mentions),
        horizon=horizon,
        until=until,
        probability=_probability(sentence),
    )


def _claimed(hit: Hit, claims: Iterable[Claim]) -> str | None:
    """The holder of the claims on the same words, where they agree."""
    holders = {claim.holder for claim in claims if claim.holder and claim.evidence.contains(hit.act)}
    return holders.pop() if len(holders) == 1 else None


def _named(sentence: Sentence, hit: Hit, mentions: Iterable[Mention]) -> str | None:
    """The one name between marker and act, else the one name before the marker; None where there are several."""
    own = [each for each in mentions if each.kind in HOLDERS and sentence.span.contains(each.span)]
    low, high = sorted((hit.marker.end, hit.act.start))
    for start, end in ((low, high), (sentence.span.start, min(hit.marker.start, hit.act.start))):
        names = {each.name for each in own if start <= each.span.start and each.span.end <= end}
        if names:
            return names.pop() if len(names) == 1 else None
    return None


def _horizon(sentence: Sentence, mentions: Iterable[Mention]) -> tuple[Span | None, PartialDate | None]:
    """A date of the sentence that lies after the document's day, else words of a time to come."""
    written = sentence.article.document.date
    for each in mentions:
        value = each.value if each.kind == "date" and sentence.span.contains(each.span) else None
        if isinstance(value, PartialDate) and written is not None and value.last > written.last:
            return each.span, value
    found = sentence.words.listed("horizon").search(sentence.folded, sentence.span.start, sentence.span.end)
    return (Span(*found.span()), None) if found else (None, None)


def _probability(sentence: Sentence) -> float | None:
    """The chance in per cent that the sentence gives, where it gives exactly one."""
    found = list(sentence.words.chance.finditer(sentence.folded, sentence.span.start, sentence.span.end))
    if len(found) != 1:
        return None
    rate = float((found[0][1] or found[0][2]).replace(",", ".")) / 100
    return rate if rate <= 1 else None


# -- a case


@dataclass(frozen=True, slots=True)
class FoundIn:
    """A statement with the document that makes it."""

    foreseen: Foreseen
    document: Document


def foreseen_in(case: Case, asked: DocumentFilter | None = None) -> Iterator[FoundIn]:
    """The statements of the documents of a case, in its order; nothing is stored."""
    knowledge = knowledge_of(case)
    for document in case.documents(asked):
        if document.lang not in known_languages():
            continue
        article = Article(document, language_pack(document.lang), knowledge)
        if article.pack.predicting.marker.search(article.folded):
            mentions = tuple(case.mentions(MentionFilter(document=document.id)))
            claims = tuple(case.claims(ClaimFilter(document=document.id)))
            for each in find_foreseen(article, mentions, claims):
                yield FoundIn(each, document)


def foreseen_with(case: Case, prefix: str) -> FoundIn:
    """The one statement whose id starts so. Raises QueryError where none does, or several do."""
    found = [each for each in foreseen_in(case) if prefix and each.foreseen.id.startswith(prefix)]
    if len(found) == 1:
        return found[0]
    if not found:
        raise QueryError(
            f"no statement has an id that starts with {prefix!r}", remedy="`rostra forecast find` lists them"
        )
    ids = ", ".join(each.foreseen.id for each in found[:5])
    raise QueryError(f"{prefix!r} fits several ids", remedy=f"give more digits: {ids}")
