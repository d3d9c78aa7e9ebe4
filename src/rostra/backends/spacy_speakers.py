"""Where a parse knows better than the rules who says quoted words: by the kind of reading that the rules had.

Chosen on the training part of PolNeAR, where both differ (rules right alone, parse right alone): no cue at all 0 and 6,
the same cue with another subject 6 and 10. Of all other differences the rules were right more often, but for one: what
is said inside of what another one says (1 and 6). There the inner speaker stays, whose words they are.
"""

from dataclasses import replace

from rostra.backends.spacy_parse import Attribution
from rostra.model import Document, Quote

NAME = "spacy"
_GUESSED = frozenset({"Q140", "Q141"})
"""Rules that give a quotation without a cue to whoever acts in its sentence."""
_CUED = frozenset({"Q111", "Q120", "Q130", "Q150"})


def corrected(quote: Quote, found: Attribution) -> Quote:
    """The quote with the parse's speaker, and its cue where the rules had none."""
    return replace(quote, speaker=found.speaker, cue=quote.cue or found.cue, engine=NAME)


def knows_better(found: Attribution, quote: Quote, document: Document) -> bool:
    """Whether the parse's speaker replaces that of a quote: the verb has a subject of its own, and it is another one."""
    if found.speaker is None or not _may_correct(found, document):
        return False
    if quote.kind == "indirect" or _same_speaker(found, quote, document):
        return False
    if found.cue.overlaps(quote.content) or found.speaker.overlaps(quote.content):
        return False
    if quote.cue is None:
        return quote.rule in _GUESSED and found.content.overlaps(quote.content)
    plain = len(quote.cue.of(document.text).split()) <= _PLAIN
    return plain and quote.rule in _CUED and quote.cue.overlaps(found.cue)


_PLAIN = 2
"""Words of a cue that a parse reads as one; "was quoted as saying" has its speaker elsewhere."""


def _may_correct(found: Attribution, document: Document) -> bool:
    """Whether the verb has a subject of its own, and none in capitals: a dateline is easily taken for one."""
    return found.own and found.speaker is not None and not found.speaker.of(document.text).isupper()


def _same_speaker(found: Attribution, quote: Quote, document: Document) -> bool:
    """Whether both name the same one: overlapping words, or the same last word."""
    if quote.speaker is None or found.speaker is None:
        return False
    if quote.speaker.overlaps(found.speaker):
        return True
    last = [span.of(document.text).split()[-1:] for span in (quote.speaker, found.speaker)]
    return last[0] == last[1]
