"""The rules' quotes and the tagger's contents as one list: what the rules found with certainty keeps its words."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rostra.backends.learned_decode import Piece
from rostra.backends.learned_reading import Reading
from rostra.kernel import Span
from rostra.model import Quote
from rostra.model.quote import QuoteKind
from rostra.text import Article

NAME = "learned"
_ENDS = ' \t\r\n\u00a0\u2009\u202f“”"«»‹›„‘`,;:—–-'


@dataclass(frozen=True, slots=True)
class Policy:
    """From which confidence on the tagger is believed."""

    content: float = 0.5
    speaker: float = 0.5
    veto: float = 0.1


POLICY = Policy()


def is_certain(quote: Quote) -> bool:
    """Whether a pair of quotation marks shows where the words begin and end."""
    return quote.kind == "direct"


def merged(
    article: Article, quotes: Sequence[Quote], reading: Reading, policy: Policy = POLICY
) -> tuple[Quote, ...]:
    """The quotes of both in order of the text; no words stand twice under one cue."""
    taken: set[int] = set()
    kept: list[Quote] = []
    for quote in quotes:
        rivals = [i for i, piece in enumerate(reading.pieces) if _same_words(quote.content, piece.content)]
        if quote.kind == "turn":
            kept.append(quote)
        elif is_certain(quote):
            taken.update(rivals)
            kept.append(_with_speaker(quote, [reading.pieces[i] for i in rivals], policy))
        elif not any(reading.pieces[i].confidence >= policy.content for i in rivals):
            share = reading.share(quote.content)
            if share is None or share >= policy.veto:
                taken.update(rivals)
                kept.append(quote)
    kept += [
        _quote(article, piece)
        for i, piece in enumerate(reading.pieces)
        if i not in taken and piece.confidence >= policy.content and (piece.cue or piece.source)
    ]
    return tuple(sorted(kept, key=lambda quote: (quote.content.start, quote.content.end)))


def _same_words(one: Span, other: Span) -> bool:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return 2 * shared > min(len(one), len(other))


def _with_speaker(quote: Quote, rivals: Sequence[Piece], policy: Policy) -> Quote:
    found = max(rivals, key=lambda piece: piece.source.confidence if piece.source else 0.0, default=None)
    if found is None or found.source is None or found.source.confidence < policy.speaker:
        return quote
    cue = found.cue.span if found.cue else quote.cue
    if quote.speaker is not None and quote.speaker.overlaps(found.source.span):
        return quote
    return replace(quote, speaker=found.source.span, cue=cue, engine=NAME)


def _quote(article: Article, piece: Piece) -> Quote:
    content = piece.content
    return Quote(
        article.document.id,
        _kind(article, content),
        content,
        piece.source.span if piece.source else None,
        None,
        piece.cue.span if piece.cue else None,
        "Q910" if piece.cue else "Q911",
        piece.confidence,
        NAME,
    )


def _kind(article: Article, content: Span) -> QuoteKind:
    inside = [pair for pair in article.quotations if pair.start < content.end and content.start < pair.end]
    if any(pair.start <= content.start and content.end <= pair.end for pair in inside):
        return "direct"
    return "mixed" if inside else "indirect"
