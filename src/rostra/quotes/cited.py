"""Whom a relayed attribution names as its source: "quoted X as saying", "reported, citing X"."""

from collections.abc import Iterator

from rostra.quotes.attribution import Attribution
from rostra.quotes.complements import right_content
from rostra.quotes.contents import left_content
from rostra.quotes.phrases import Range, phrase_after, subject_before
from rostra.quotes.reading import Reading, by_kind
from rostra.quotes.units import CueHit


def read_cited(reading: Reading, hit: CueHit, group: int) -> Iterator[Attribution]:
    """What a verb of citing tells; an attribution right before it is handed on to the source that it names."""
    if "gerund" in hit.form.roles:
        _hand_on(reading, hit)
        return
    passive = any(
        reading.low(at) in reading.grammar.context.passive_auxiliaries for at in range(group, hit.first)
    )
    start = hit.last + (reading.low(hit.last) in reading.grammar.context.addressers)
    speaker = (
        subject_before(reading.unit, group, reading.grammar)
        if passive
        else phrase_after(reading.unit, start, reading.grammar)
    )
    if speaker is None:
        return
    end = _saying_end(reading, hit.last if passive else speaker[1])
    if end is None:
        return
    outer = speaker if passive else subject_before(reading.unit, group, reading.grammar)
    content = _content(reading, hit, end, outer[0] if outer else group)
    if content is not None:
        yield Attribution(content, (group, end), speaker, by_kind(reading, content, "Q120", "Q220"))


def _saying_end(reading: Reading, start: int) -> int | None:
    """End of "as saying" right after a token, None without it."""
    end = start
    while reading.low(end) in reading.grammar.context.quoted_saying:
        end += 1
    return end if end > start else None


def _content(reading: Reading, hit: CueHit, end: int, start: int) -> Range | None:
    """The quotation that stands before the sentence's own subject, else what follows the words of citing."""
    if start > 0 and "Q" in {reading.kind(start - 1), reading.kind(start - 2)}:
        return left_content(reading, start)
    saying = next((h for h in reading.unit.hits if h.last == end), hit)
    return right_content(reading, saying, end)


def _hand_on(reading: Reading, hit: CueHit) -> None:
    """Reads ", citing X" after an attribution: the words are X's."""
    if not reading.found or reading.found[-1].cue is None:
        return
    last = reading.found[-1]
    nearest = max(part[1] for part in (last.content, last.cue, last.speaker) if part is not None)
    if reading.kind(hit.first - 1) != "," or not 0 <= hit.first - nearest <= _NEAR:
        return
    start = hit.last + (reading.low(hit.last) in reading.grammar.context.addressers)
    source = phrase_after(reading.unit, start, reading.grammar)
    quoted = any(last.content[0] <= index < last.content[1] for index in reading.unit.quotations)
    named = source is not None and (_speaks if quoted else _names_someone)(reading, source)
    if named:
        reading.found[-1] = last._replace(speaker=source)


def _speaks(reading: Reading, source: Range) -> bool:
    """Whether a source can have said quoted words: a name or a noun for those who speak ends it."""
    final = source[1] - 1
    spoken = reading.kind(final) == "W" or reading.low(final) in reading.grammar.speaking
    return spoken and _names_someone(reading, source)


def _names_someone(reading: Reading, source: Range) -> bool:
    """Whether a source is named, determined or a noun for those who speak: not "citing strong interest"."""
    grammar = reading.grammar
    owned = any(reading.kind(index) == "'s" for index in range(*source))
    if owned and reading.low(source[1] - 1) not in grammar.speaking and reading.kind(source[1] - 1) == "w":
        return False  # "citing Breen's skill" names no source
    return reading.low(source[0]) in grammar.words.determiners or any(
        reading.kind(index) == "W" or reading.low(index) in grammar.speaking for index in range(*source)
    )


_NEAR = 5
"""Tokens between an attribution and ", citing X": an adverbial at most."""
