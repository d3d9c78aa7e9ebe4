"""Who said what: the quotations and reported clauses of a document."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rostra.kernel import Span, trimmed
from rostra.model import Document, Quote
from rostra.model.quote import QuoteKind
from rostra.quotes.according import read_noun, read_owned_noun, read_preposition
from rostra.quotes.attribution import CONFIDENCE, Attribution
from rostra.quotes.loose import read_loose_quotations
from rostra.quotes.phrases import Grammar, Range
from rostra.quotes.reading import Reading
from rostra.quotes.turns import find_turns
from rostra.quotes.units import Unit, read_units
from rostra.quotes.verbs import read_verb
from rostra.text import Article

_READERS = {"verb": read_verb, "preposition": read_preposition, "noun": read_noun}
_LONGEST_DATELINE = 12
_DASHES = frozenset("—–")
_OF_DATELINE = frozenset({"W", "n", ",", ".", "(", ")", "/"})
_EDGES = ' \t\r\n\u00a0\u2009\u202f“”"«»‹›„‘`'


def find_quotes(article: Article) -> tuple[Quote, ...]:
    """Direct, mixed and indirect quotes and the turns of a transcript, in order; `speaker_name` is left open."""
    document, segments, pack = article.document, article.segments, article.pack
    grammar = Grammar.of(pack)
    readings = [_read(unit, grammar) for unit in read_units(article, article.quotations)]
    quotes: list[Quote] = []
    last: Quote | None = None
    for reading, attributions in read_loose_quotations(readings, document.text):
        found = list(_quotes(document, reading, attributions, last))
        quotes.extend(found)
        last = _last_voice(found) or last
        if last is not None and any(_relays(quote, found) for quote in found):
            last = replace(last, cue=None)  # what goes on is not said in the words that another one relays
    return tuple(_without_double([*find_turns(document, segments, pack), *quotes]))


def _quotes(
    document: Document, reading: Reading, attributions: Sequence[Attribution], last: Quote | None
) -> Iterator[Quote]:
    """The quotes of a unit; one without a speaker of its own takes that of the quote before it."""
    for attribution in attributions:
        quote = _quote(document, reading, attribution, last)
        if quote is not None:
            yield quote
            last = quote if quote.speaker else last


def _last_voice(quotes: Sequence[Quote]) -> Quote | None:
    """Whose words may go on in the next sentence: of those quoted in a unit the last, else the last reported."""
    voices = [quote for quote in quotes if quote.speaker is not None and not _relays(quote, quotes)]
    return next(
        (quote for quote in reversed(voices) if quote.kind != "indirect"), voices[-1] if voices else None
    )


def _relays(quote: Quote, quotes: Sequence[Quote]) -> bool:
    """Whether a quote only passes on what another one says ("“QUOTE,” Tarn said, according to the gazette")."""
    return quote.rule == "Q311" and any(
        other.cue is not None and other is not quote and quote.content.contains(other.cue) for other in quotes
    )


def _read(unit: Unit, grammar: Grammar) -> Reading:
    reading = Reading(unit, grammar, [])
    for hit in unit.hits:
        if any(part and part[0] <= hit.first < part[1] for a in reading.found for part in (a.cue, a.speaker)):
            continue
        found = list(_READERS[hit.form.cue.part](reading, hit))
        if not found and hit.form.text in grammar.cue_nouns:
            found = list(read_owned_noun(reading, hit))
        reading.found.extend(found)
    return reading


def _quote(document: Document, reading: Reading, found: Attribution, last: Quote | None) -> Quote | None:
    content = _content_span(
        document.text, reading.unit, _without_dateline(document.text, reading.unit, found.content)
    )
    if content is not None and found.outside is not None and found.outside.start == content.start:
        content = trimmed(document.text, found.outside.end, content.end, _EDGES + ":")
    if content is None:
        return None
    speaker, cue = _span(reading.unit, found.speaker), _span(reading.unit, found.cue)
    speaker = speaker or found.outside
    if found.carried and last is not None:
        speaker = speaker or last.speaker
        cue = cue or last.cue
    return Quote(
        document.id,
        _kind(reading.unit, found.content),
        content,
        speaker,
        None,
        cue,
        found.rule,
        CONFIDENCE[found.rule],
    )


def _span(unit: Unit, part: Range | None) -> Span | None:
    return Span(unit.tokens[part[0]].start, unit.tokens[part[1] - 1].end) if part else None


def _without_dateline(text: str, unit: Unit, part: Range) -> Range:
    """The content behind "PORT SELM, 12 March 2026 —": a place in capitals, and a dash before any other word."""
    if part[0] > 0:
        return part
    for index, token in enumerate(unit.tokens[: min(_LONGEST_DATELINE, part[1] - 1)]):
        if token.kind in _DASHES:
            place = text[unit.tokens[0].start : unit.tokens[0].end]
            return (index + 1, part[1]) if index > 0 and place.isupper() and len(place) > 1 else part
        if token.kind not in _OF_DATELINE:
            return part
    return part


def _content_span(text: str, unit: Unit, part: Range) -> Span | None:
    """The content's span without the marks at its ends; a comma inside the closing mark stays."""
    first, last = part[0], part[1] - 1
    start, end = unit.tokens[first].start, unit.tokens[last].end
    start_pair, end_pair = unit.quotations.get(first), unit.quotations.get(last)
    start = start_pair.inner_start if start_pair else start
    if end_pair:
        end = end_pair.inner_end
        while end > start and text[end - 1] == ".":
            end -= 1
    return trimmed(text, start, end, _EDGES)


def _kind(unit: Unit, part: Range) -> QuoteKind:
    inside = [index for index in unit.quotations if part[0] <= index < part[1]]
    if inside and part[1] - part[0] == 1:
        return "direct"
    return "mixed" if inside else "indirect"


def _without_double(quotes: list[Quote]) -> Iterator[Quote]:
    """In order of the text, without a quote whose content another one already has."""
    seen: set[tuple[Span, bool]] = set()
    for quote in sorted(quotes, key=lambda item: (item.content.start, -item.content.end, -item.confidence)):
        key = (quote.content, quote.kind == "turn")
        if key not in seen:
            seen.add(key)
            yield quote
