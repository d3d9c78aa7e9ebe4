"""A pipeline of spaCy that the user names, for indirect speech beyond the clear patterns and for its speakers.

It reads only sentences that hold a reporting verb, and it never removes what the rules found with certainty.
"""

from bisect import bisect_left
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

import spacy
from spacy.about import __version__ as spacy_version
from spacy.language import Language
from spacy.tokens import Doc

from rostra.backends.spacy_parse import Attribution, attributions
from rostra.backends.spacy_speakers import NAME, corrected, knows_better
from rostra.kernel import EngineError, trimmed
from rostra.model import DataFile, Document, Mention, Quote, QuoteKind
from rostra.plugins import EngineOptions
from rostra.rules.cues import Cues
from rostra.text import Article

CONFIDENCE = 0.6
"""Share of the parser's own contents that people marked too, PolNeAR train (see docs/decisions/0005)."""
PERSONS = frozenset({"PERSON", "PER"})
STEM = 4
"""Letters by which the gate knows a verb of attitude in all its forms."""
NEEDED = ("parser",)
_MARKS = '“”«»"„'


@dataclass(frozen=True, slots=True)
class SpacyQuotes:
    """The pipeline as a finder of quotes; it serves documents of its own language alone."""

    pipeline: Language
    name: str = NAME

    @property
    def version(self) -> str:
        """Pipeline and library: either may change a parse."""
        meta = self.pipeline.meta
        return f"{meta.get('lang')}_{meta.get('name')}-{meta.get('version')}.spacy-{spacy_version}"

    @property
    def files(self) -> tuple[DataFile, ...]:
        """None: a pipeline is named by its version."""
        return ()

    def refine(
        self, article: Article, mentions: tuple[Mention, ...], quotes: tuple[Quote, ...]
    ) -> tuple[tuple[Mention, ...], tuple[Quote, ...]]:
        """The rules' mentions with further persons; their quotes with speakers they lacked and further indirect speech."""
        if article.document.lang != self.pipeline.lang:
            return mentions, quotes
        persons, kept = list(mentions), list(quotes)
        for doc, start in self._parsed(article):
            persons += (person for person in _persons(doc, start) if not _is_taken(person, mentions))
            for found in attributions(doc, article.pack.cues, article.pack.attitudes):
                _merge(kept, _moved(found, start), article.document)
        persons.sort(key=lambda mention: mention.span)
        kept.sort(key=lambda quote: (quote.content.start, quote.content.end))
        return tuple(persons), tuple(kept)

    def _parsed(self, article: Article) -> Iterator[tuple[Doc, int]]:
        """The sentences that may report something, parsed, with where each starts."""
        stems = frozenset(lemma[:STEM] for lemma in article.pack.attitudes)
        sentences = ((span, span.of(article.text)) for span in article.segments.sentences)
        gated = (
            (words, span.start) for span, words in sentences if _may_report(words, article.pack.cues, stems)
        )
        return self.pipeline.pipe(gated, as_tuples=True, batch_size=64)


def spacy_finder(options: EngineOptions) -> SpacyQuotes:
    """Loads the pipeline that the user names. Raises EngineError when there is none, or no parser in it."""
    if not options.model:
        raise EngineError(
            "the engine 'spacy' needs a pipeline",
            remedy="name one with --spacy-model, such as en_core_web_sm",
        )
    try:
        pipeline = spacy.load(options.model)
    except OSError as error:
        remedy = f"install it with `python -m spacy download {options.model}`"
        raise EngineError(f"spaCy has no pipeline {options.model!r}", remedy=remedy) from error
    missing = [component for component in NEEDED if component not in pipeline.pipe_names]
    if missing:
        raise EngineError(
            f"the pipeline {options.model!r} has no {missing[0]}", remedy="name one that parses"
        )
    return SpacyQuotes(pipeline)


def _persons(doc: Doc, start: int) -> Iterator[Mention]:
    for entity in doc.ents:
        span = trimmed(doc.text, entity.start_char, entity.end_char)
        if entity.label_ in PERSONS and span is not None:
            yield Mention(span.shift(start), "person", span.of(doc.text), "M430")


def _is_taken(person: Mention, mentions: tuple[Mention, ...]) -> bool:
    after = bisect_left(mentions, person.span.end, key=lambda mention: mention.span.start)
    return after > 0 and mentions[after - 1].span.overlaps(person.span)


def _may_report(sentence: str, cues: Cues, stems: AbstractSet[str]) -> bool:
    words = (word.strip(".,;:!?\"'“”‘’«»()") for word in sentence.casefold().split())
    return any(word in cues.forms or word[:STEM] in stems for word in words)


def _moved(found: Attribution, start: int) -> Attribution:
    speaker = found.speaker.shift(start) if found.speaker else None
    return replace(found, content=found.content.shift(start), speaker=speaker, cue=found.cue.shift(start))


def _merge(kept: list[Quote], found: Attribution, document: Document) -> None:
    """Takes the parser's attribution in, unless the rules have read these words already."""
    rivals = [index for index, quote in enumerate(kept) if _same_words(quote, found)]
    for index in rivals:
        quote = kept[index]
        if found.speaker is not None and (quote.speaker is None or knows_better(found, quote, document)):
            kept[index] = corrected(quote, found)
    if not rivals:
        kept.append(_quote(found, document))


def _same_words(quote: Quote, found: Attribution) -> bool:
    if quote.kind == "turn":
        return False
    if quote.cue is not None and quote.cue.overlaps(found.cue):
        return True
    shared = min(quote.content.end, found.content.end) - max(quote.content.start, found.content.start)
    return 2 * shared > min(len(quote.content), len(found.content))


def _quote(found: Attribution, document: Document) -> Quote:
    words = found.content.of(document.text)
    kind: QuoteKind = "mixed" if any(mark in words for mark in _MARKS) else "indirect"
    return Quote(
        document.id, kind, found.content, found.speaker, None, found.cue, found.rule, CONFIDENCE, NAME
    )
