"""Why each record stands: what it was made from, by which rule in which version, with which data."""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from rostra.kernel import Span
from rostra.kernel.fingerprints import folder_digest
from rostra.model import Annotation, Claim, DataFile, Evidence, Finding, Quote
from rostra.rules import known_languages
from rostra.rules.registry import rule_register


def evidence_of(annotation: Annotation, packs: tuple[DataFile, ...] = ()) -> Iterator[Evidence]:
    """The evidence of every quote and claim of a document, in that order; `packs` lay over the shipped knowledge."""
    data = (*knowledge_files(annotation.document.lang), *packs)
    for quote in annotation.quotes:
        yield _of_quote(quote, data)
    for claim in annotation.claims:
        yield _of_claim(claim, data)


def evidence_of_finding(
    finding: Finding, engine: str = "rules", packs: tuple[DataFile, ...] = ()
) -> Evidence:
    """The evidence of a finding: its claim, everything that it was compared with, the rules, data and packs in use."""
    inputs = (finding.claim, *finding.rows, *finding.claims)
    files = (*knowledge_files(""), *packs)
    return Evidence(finding.id, None, inputs, _versioned(finding.rule), engine, files)


@cache
def knowledge_files(lang: str) -> tuple[DataFile, ...]:
    """Digests of the language's pack (none for ""), of the registers of rules and of the tables of facts."""
    rules = files("rostra.rules")
    pack = (
        (DataFile(f"rules/packs/{lang}", folder_digest(rules / "packs" / lang)),)
        if lang in known_languages()
        else ()
    )
    return (
        *pack,
        DataFile("rules/codes", folder_digest(rules / "codes")),
        DataFile("data", folder_digest(files("rostra.data"))),
    )


def _of_quote(quote: Quote, data: tuple[DataFile, ...]) -> Evidence:
    spans = _present(quote.content, quote.speaker, quote.cue)
    return Evidence(
        quote.id, quote.document, (quote.document,), _versioned(quote.rule), quote.engine, data, spans
    )


def _of_claim(claim: Claim, data: tuple[DataFile, ...]) -> Evidence:
    inputs = (claim.document, claim.quote) if claim.quote else (claim.document,)
    equipment = claim.equipment.span if claim.equipment else None
    quantity = claim.quantity.span if claim.quantity else None
    spans = _present(claim.evidence, equipment, quantity)
    return Evidence(claim.id, claim.document, inputs, _versioned(claim.rule), claim.engine, data, spans)


def _present(*spans: Span | None) -> tuple[Span, ...]:
    return tuple(span for span in spans if span)


def _versioned(code: str) -> tuple[str, ...]:
    rule = rule_register().get(code)
    return (rule.versioned if rule else code,)
