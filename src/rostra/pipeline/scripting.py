"""Typed claims of a corpus in the form in which a shared script is looked for."""

from collections.abc import Iterable, Iterator

from rostra.ingest import ReadSettings, document_from_text
from rostra.kernel import PartialDate
from rostra.model import Claim
from rostra.plugins import Engine
from rostra.signals.script import ClaimUse, CorpusDocument


def claim_uses(documents: Iterable[CorpusDocument], engine: Engine) -> Iterator[tuple[ClaimUse, ...]]:
    """For each document the claims that name a holder and an object or a number; others are too vague to be shared."""
    for document in documents:
        settings = ReadSettings(lang=document.lang or None, date=PartialDate(document.date, document.date))
        read = engine.annotate(document_from_text(_readable(document.text), settings))
        yield tuple(
            ClaimUse(
                document.id,
                document.actor,
                document.lang,
                document.date,
                _key(claim),
                claim.evidence.of(read.document.text),
            )
            for claim in read.claims
            if claim.holder and (claim.equipment or claim.quantity or claim.target)
        )


def _key(claim: Claim) -> tuple[str, ...]:
    """Type, holder, object, quantity and negation: canonical names, so that a language does not matter."""
    quantity = claim.quantity
    number = f"{quantity.low}..{quantity.high} {quantity.unit}" if quantity else ""
    thing = claim.equipment.name if claim.equipment else ""
    return (claim.type, claim.holder or "", thing, claim.target or "", number, "not" if claim.negated else "")


def _readable(text: str) -> str:
    """Lone surrogates, which no encoding holds, replaced one for one."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
