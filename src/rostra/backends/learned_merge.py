"""The rules' quotes and the tagger's contents as one list: what the rules found with certainty keeps its words."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from rostra.backends.learned_decode import Piece
from rostra.backends.learned_intent import is_intent
from rostra.backends.learned_predicate import predicate
from rostra.backends.learned_reading import Reading
from rostra.backends.learned_span import content_span, is_verbless, kind_of, parted
from rostra.backends.learned_voices import is_another_voice, is_heard_there
from rostra.kernel import Span
from rostra.model import Quote
from rostra.text import Article

NAME = "learned"
CERTAIN = frozenset({"Q110", "Q111", "Q112", "Q113", "Q114", "Q130", "Q131", "Q132"})
"""Rules that read a pair of quotation marks with its attribution: their direct contents stand as they are."""
SIGNED = frozenset({"Q113", "Q114"})
"""Rules that read a signature or a label: the layout tells the speaker, which sub-words alone do not show."""


@dataclass(frozen=True, slots=True)
class Policy:
    """From which confidence on the tagger is believed; .6 says that six of ten like it are right (docs/decisions/0033).

    `content`: a content counts whose words the rules have too; `added`: one that they do not have; `foreign`: one whose
    cue is no word of reporting in the pack; `verbless`: one of a few words without a verb or marks ("the trip"), which
    the guidelines hardly know: below, the rules' words stand. `speaker`: its source counts before the
    rules' speaker. `veto`: below this share of content in the words of a rule that reads no marks, they are no quote.
    """

    content: float = 0.5
    added: float = 0.55
    foreign: float = 0.65
    verbless: float = 0.8
    speaker: float = 0.75
    veto: float = 0.4


POLICY = Policy()


def is_certain(quote: Quote) -> bool:
    """Whether a pair of quotation marks shows where the words begin and end."""
    return quote.kind == "direct" and quote.rule in CERTAIN


def merged(
    article: Article, quotes: Sequence[Quote], reading: Reading, policy: Policy = POLICY
) -> tuple[Quote, ...]:
    """The quotes of both in order of the text; no words stand twice."""
    merging = _Merging(article, quotes, reading, policy)
    found = [quote for quote in (*merging.kept(), *merging.added()) if _is_said(article, quote)]
    return tuple(sorted(found, key=lambda quote: (quote.content.start, quote.content.end)))


@dataclass(slots=True)
class _Merging:
    """One article being merged: which piece the rules have read too, and which pieces they have in better words."""

    article: Article
    quotes: Sequence[Quote]
    reading: Reading
    policy: Policy
    partners: dict[int, Quote] = field(default_factory=dict)
    taken: set[int] = field(default_factory=set)
    turns: list[Span] = field(init=False)

    def __post_init__(self) -> None:
        self.turns = sorted(quote.content for quote in self.quotes if quote.kind == "turn")

    def kept(self) -> Iterator[Quote]:
        """The rules' quotes that stand, with the speakers that are surer."""
        unsure = []
        for quote in self.quotes:
            if quote.kind == "turn":
                yield quote
            elif is_certain(quote):
                rivals = self._rivals(quote.content)
                self.taken.update(rivals)
                yield self._attributed(quote, [self.reading.pieces[index] for index in rivals])
            else:
                unsure.append(quote)
        for quote in unsure:
            if self._is_left(quote):
                yield quote

    def _is_left(self, quote: Quote) -> bool:
        """Whether a quote stands in the rules' words: no free piece has its own, and the tagger does not deny it."""
        rivals = self._rivals(quote.content)
        better = [index for index in rivals if index not in self.taken and self._counts(index)]
        for index in better:
            self._pair_up(index, quote)
        left = not better and self._stands(quote)
        if left:
            self.taken.update(rivals)
        return left

    def added(self) -> Iterator[Quote]:
        """The tagger's contents that the rules have not in better words."""
        for index, piece in enumerate(self.reading.pieces):
            if index not in self.taken and self._counts(index) and self._is_wanted(index):
                yield from self._quotes_of(piece, self.partners.get(index))

    def _rivals(self, content: Span) -> list[int]:
        """The pieces that share most of their words, or of the content's."""
        pieces, found = self.reading.pieces, []
        index = bisect_right(pieces, content.start, key=lambda piece: piece.content.end)
        while index < len(pieces) and pieces[index].content.start < content.end:
            if _same_words(content, pieces[index].content):
                found.append(index)
            index += 1
        return found

    def _pair_up(self, index: int, quote: Quote) -> None:
        """Of several quotes that share words with a piece, the one that shares most lends it its speaker."""
        content, known = self.reading.pieces[index].content, self.partners.get(index)
        if known is None or _shared(quote.content, content) > _shared(known.content, content):
            self.partners[index] = quote

    def _counts(self, index: int) -> bool:
        piece = self.reading.pieces[index]
        if piece.confidence < self.policy.content or not (piece.cue or piece.source):
            return False
        if piece.confidence < self.policy.verbless and is_verbless(self.article, piece.content):
            return False
        return not self._in_turn(piece) or (self._reports(piece) and is_another_voice(piece, self.article))

    def _in_turn(self, piece: Piece) -> bool:
        """Whether it lies in a speaker's whole turn: there only what the speaker reports of others is a quote."""
        index = bisect_right(self.turns, piece.content.start, key=lambda turn: turn.start) - 1
        return index >= 0 and piece.content.start < self.turns[index].end

    def _is_wanted(self, index: int) -> bool:
        """Whether a content that the rules do not have is sure enough; one with a cue of another kind must be surer."""
        piece = self.reading.pieces[index]
        if index in self.partners:
            return True
        return piece.confidence >= (self.policy.added if self._reports(piece) else self.policy.foreign)

    def _reports(self, piece: Piece) -> bool:
        """Whether its cue is one of the language's words of reporting, or holds one."""
        if piece.cue is None:
            return False
        cues, words = self.article.pack.cues, piece.cue.span.of(self.article.text).casefold().split()
        return any(word in cues.forms or word in cues.noun_forms for word in (*words, " ".join(words)))

    def _stands(self, quote: Quote) -> bool:
        share = self.reading.share(quote.content)
        return share is None or share >= self.policy.veto

    def _attributed(self, quote: Quote, pieces: Sequence[Piece]) -> Quote:
        """A quote of the rules under the tagger's speaker, where the rules have none or it is surer."""
        sources = [piece for piece in pieces if piece.source]
        if not sources:
            return quote
        piece = max(sources, key=lambda piece: piece.source.confidence if piece.source else 0.0)
        if piece.source is None or not self._better(piece, quote):
            return quote
        return replace(quote, speaker=piece.source.span, cue=self._cue(piece) or quote.cue, engine=NAME)

    def _better(self, piece: Piece, quote: Quote) -> bool:
        if piece.source is None or (quote.speaker and quote.speaker.overlaps(piece.source.span)):
            return False
        if quote.speaker is None:
            return True
        if quote.rule in SIGNED:
            return False
        return piece.source.confidence >= self.policy.speaker and not is_heard_there(piece, self.article)

    def _cue(self, piece: Piece) -> Span | None:
        """The cue as the rules read it, where they did: pieces of one content are known by it."""
        if piece.cue is None:
            return None
        cue = piece.cue.span
        return next((q.cue for q in self.quotes if q.cue and q.cue.overlaps(cue)), cue)

    def _quotes_of(self, piece: Piece, partner: Quote | None) -> Iterator[Quote]:
        speaker, cue = piece.source.span if piece.source else None, self._cue(piece)
        if partner is not None and not self._better(piece, partner):
            speaker, cue = partner.speaker, cue or partner.cue
        document, rule = self.article.document.id, "Q910" if cue else "Q911"
        for part in parted(self.article, piece.content, cue):
            content = content_span(self.article, predicate(self.article, part, cue))
            if content is not None:
                kind = kind_of(self.article, content)
                yield Quote(document, kind, content, speaker, None, cue, rule, piece.confidence, NAME)


def _is_said(article: Article, quote: Quote) -> bool:
    """Whether it is more than somebody's intention or expectation, whoever found it."""
    return not (quote.kind == "indirect" and quote.cue and is_intent(article, quote.content, quote.cue))


def _same_words(one: Span, other: Span) -> bool:
    return 2 * _shared(one, other) > min(len(one), len(other))


def _shared(one: Span, other: Span) -> int:
    return min(one.end, other.end) - max(one.start, other.start)
