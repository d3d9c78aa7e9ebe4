"""A small invented article with records, as the stages would give them."""

import datetime as dt

from rostra.kernel import OffsetMap, PartialDate, Span, sha256_hex
from rostra.model import (
    Annotation,
    Claim,
    DataFile,
    Document,
    Equipment,
    Evidence,
    Mention,
    Quantity,
    Quote,
    Refusal,
)
from rostra.store import Reading

TEXT = "Ada Corvin said that Valdoria had 300 Igla-S missiles. “We are ready,” she added in Séldar."


def span_of(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def document(
    text: str = TEXT, day: dt.date | None = dt.date(2025, 3, 4), outlet: str = "Orla Post"
) -> Document:
    digest = sha256_hex(text.encode("utf-8", "surrogatepass"))
    return Document(
        id=Document.make_id(digest, text),
        text=text,
        lang="en",
        title="Valdoria shows its arms",
        date=PartialDate.day(day, "metadata") if day else None,
        url=None,
        outlet=outlet,
        sha256=digest,
        encoding="utf-8",
        offsets=OffsetMap.identity(len(text)),
    )


def reading(text: str = TEXT, *, source: str = "a.txt", day: dt.date | None = dt.date(2025, 3, 4)) -> Reading:
    """A reading of a text that starts like the sample; what comes after it has no records."""
    doc = document(text, day)
    quote = Quote(doc.id, "direct", span_of("We are ready,"), span_of("she"), "Ada Corvin", None, "Q110", 0.9)
    claim = Claim(
        doc.id,
        "possession",
        span_of("Valdoria had 300 Igla-S missiles"),
        "C110",
        0.8,
        holder="Valdoria",
        equipment=Equipment("9K338 Igla-S", "9k338", span_of("Igla-S")),
        quantity=Quantity(300, 300, "items", "exact", span_of("300")),
        attributed_to="Ada Corvin",
    )
    mentions = (
        Mention(span_of("Ada Corvin"), "person", "Ada Corvin", "M110"),
        Mention(span_of("300"), "quantity", "300", "N110", value=claim.quantity),
        Mention(span_of("Igla-S"), "equipment", "9K338 Igla-S", "M310", "9k338", equipment_class="weapon"),
    )
    evidence = Evidence(
        claim.id, doc.id, (doc.id,), ("C110@1",), "rules", (DataFile("data", "ab" * 32),), (claim.evidence,)
    )
    refusal = Refusal("claims", "claims.defect", "a trial refusal", document=doc.id)
    return Reading(
        Annotation(doc, mentions, (quote,), (claim,), (refusal,)),
        text.encode("utf-8", "surrogatepass"),
        source,
        (evidence,),
    )
