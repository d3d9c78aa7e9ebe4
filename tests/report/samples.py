"""Reports made by hand from the shipped demonstration and from hostile text."""

from importlib.resources import files
from typing import Any

from rostra.kernel import OffsetMap, PartialDate, Run, Span
from rostra.model import (
    Claim,
    ClaimType,
    DataFile,
    Document,
    Equipment,
    Finding,
    Grade,
    Mention,
    Modality,
    Quantity,
    Quote,
    QuoteKind,
    ReferenceRow,
    Refusal,
)
from rostra.report import Chapter, Making, Report

DEMO = files("rostra") / "demo_case" / "articles"


def document(text: str, **fields: Any) -> Document:
    given: dict[str, Any] = {
        "id": Document.make_id("0" * 64, text),
        "text": text,
        "lang": "en",
        "title": None,
        "date": None,
        "url": None,
        "outlet": None,
        "sha256": "0" * 64,
        "encoding": "utf-8",
        "offsets": OffsetMap.identity(len(text)),
    }
    return Document(**given | fields)


def span(text: str, words: str, nth: int = 0) -> Span:
    at = -1
    for _ in range(nth + 1):
        at = text.index(words, at + 1)
    return Span(at, at + len(words))


def quote(doc: Document, words: str, name: str | None, kind: QuoteKind = "direct", **places: str) -> Quote:
    speaker = span(doc.text, places["speaker"]) if "speaker" in places else None
    cue = span(doc.text, places["cue"]) if "cue" in places else None
    return Quote(doc.id, kind, span(doc.text, words), speaker, name, cue, "Q110", 0.93)


def claim(doc: Document, words: str, kind: ClaimType, **fields: Any) -> Claim:
    return Claim(
        document=doc.id, type=kind, evidence=span(doc.text, words), rule="C310", confidence=0.86, **fields
    )


def count(doc: Document, words: str, number: float, **fields: Any) -> Quantity:
    given: dict[str, Any] = {"low": number, "high": number, "unit": "items", "modifier": "exact"} | fields
    return Quantity(span=span(doc.text, words), **given)


def row(item: str, state: Any, number: int, years: str, **fields: Any) -> ReferenceRow:
    cells = (
        ("recipient", "Valdoria"),
        ("supplier", "Marenia"),
        ("item", item),
        ("low", str(number)),
        ("state", state),
    )
    given: dict[str, Any] = {
        "subject": "Valdoria",
        "item": item,
        "item_id": item.casefold(),
        "state": state,
        "low": number,
        "high": number,
        "unit": "items",
        "valid": PartialDate.parse(years),
        "source": "Register of the demonstration",
        "file": "transfers.csv",
        "sha256": "a" * 64,
        "row": number,
        "supplier": "Marenia",
        "cells": (*cells, ("from", years)),
    }
    return ReferenceRow(**given | fields)


ROWS = (
    row("Igla-S", "ordered", 2400, "2013", uncertain=("count", "licence"), row=2),
    row("Igla-S", "delivered", 2400, "2014-01-01/2015-12-31", row=3),
    row("Igla-S", "ordered", 1200, "2018", uncertain=("year",), row=4),
    row("Igla-S", "delivered", 1200, "2019", row=5),
    row(
        "S-300",
        "catalogue",
        200,
        "",
        valid=None,
        supplier=None,
        subject="S-300",
        measure="range",
        unit="km",
        low=5,
        row=4,
        file="figures.csv",
        sha256="b" * 64,
        cells=(("subject", "S-300"), ("property", "range"), ("low", "5"), ("high", "200"), ("unit", "km")),
    ),
)
IGLA = Equipment("Igla-S", "igla-s")


def parade() -> Chapter:
    raw = (DEMO / "almerra-parade.txt").read_text(encoding="utf-8")
    start, end = raw.rindex("Valdoria parades"), raw.index("\n\nRead also")
    text = raw[start:end]
    doc = document(
        text,
        title="Valdoria parades its missiles and promises more",
        outlet="The Veyra Courier",
        date=PartialDate.parse("2026-05-14", "text"),
        url="https://courier.example/valdoria/parade",
        offsets=OffsetMap((Run(0, len(text), start, end),)),
    )
    quotes = (
        quote(
            doc,
            "six thousand Igla-S missiles, and not one of them in a museum,",
            "Ilario Venstrom",
            "mixed",
            speaker="President Ilario Venstrom",
            cue="said",
        ),
        quote(
            doc,
            "We have 6,000 Igla-S missiles standing guard from the coast to the last mountain village,",
            "Ilario Venstrom",
        ),
        quote(doc, "Whoever comes by air will leave on foot.", "Ilario Venstrom"),
        quote(
            doc,
            "the army had deployed eighteen S-300 launchers along the Ossoria ridge and that two more batteries would follow before the winter",
            "Oriana Keldt",
            "indirect",
            speaker="Defence Minister Oriana Keldt",
        ),
        quote(
            doc,
            "We have not delivered a single S-300 to Port Almerra,",
            "Pavel Dorsany",
            speaker="Foreign Minister Pavel Dorsany",
        ),
        quote(
            doc,
            "the figure of six thousand is hard to square with what is known of past purchases",
            "Mirela Oster",
            "indirect",
            speaker="Mirela Oster",
            cue="According to",
        ),
        quote(doc, "That leaves a good many that nobody has ever seen on a ship,", "Mirela Oster"),
        quote(doc, "Valdoria will receive twelve Su-30 fighters in 2027", "Oriana Keldt", "indirect"),
    )
    boast = {"holder": "Valdoria", "equipment": IGLA, "attributed_to": "Ilario Venstrom"}
    claims = (
        claim(doc, 'Valdoria has "six thousand Igla-S missiles', "possession", quantity=count(doc, "six thousand", 6000), quote=quotes[0].id, **boast),
        claim(doc, "We have 6,000 Igla-S missiles standing guard from the coast to the last mountain village", "possession", quantity=count(doc, "6,000", 6000), quote=quotes[1].id, **boast),
        claim(doc, "standing guard from the coast", "deployment", quantity=count(doc, "6,000", 6000), quote=quotes[1].id, place="Valdoria", **boast),
        claim(doc, "the army had deployed eighteen S-300 launchers along the Ossoria ridge", "deployment", holder="Valdoria", equipment=Equipment("S-300 launcher", "s-300"), quantity=count(doc, "eighteen", 18), place="Ossoria ridge", attributed_to="Oriana Keldt", quote=quotes[3].id),
        claim(doc, "We have not delivered a single S-300 to Port Almerra", "delivery", holder="Marenia", target="Valdoria", equipment=Equipment("S-300", "s-300"), negated=True, modality="denied", attributed_to="Pavel Dorsany", quote=quotes[4].id),
        claim(doc, "can hit aircraft flying as high as 3,500 metres", "capability", equipment=IGLA, measure="altitude", condition="aircraft", quantity=count(doc, "3,500 metres", 3500, low=None, unit="m", modifier="at_most")),
        claim(doc, "Valdoria will receive twelve Su-30 fighters in 2027", "delivery", holder="Valdoria", equipment=Equipment("Su-30", "su-30"), quantity=count(doc, "twelve", 12), modality="planned", time="in 2027", when=PartialDate.parse("2027"), attributed_to="Oriana Keldt", quote=quotes[7].id),
    )  # fmt: skip
    relation = (
        "The register documents 3,600 Igla-S delivered to Valdoria, 2014 to 2019, in two deals. The claim exceeds "
        "them 1.67 times. Delivered is not held: the register does not say what is in stock."
    )
    found = (
        *(
            Finding(c.id, "not_enough_info", relation, "K120", tuple(r.id for r in ROWS[:4]), ratio=6000 / 3600, searched="2 files, 8 rows")
            for c in claims[:2]
        ),
        Finding(claims[4].id, "not_enough_info", "No row on S-300 delivered by Marenia to Valdoria.", "K100", searched="2 files, 8 rows"),
    )  # fmt: skip
    people = ("Ilario Venstrom", "Oriana Keldt", "Mirela Oster")
    mentions = (
        *(Mention(span(text, name), "person", name, "M200") for name in people),
        Mention(span(text, "Igla-S"), "equipment", "Igla-S", "M400", id="igla-s", equipment_class="weapon"),
    )
    return Chapter(doc, mentions, quotes, claims, found, "articles/almerra-parade.txt", raw)


def briefing() -> Chapter:
    text = (DEMO / "keldt-briefing.txt").read_text(encoding="utf-8")
    doc = document(text, title="Press briefing, Port Almerra", date=PartialDate.parse("2026-05-26", "text"))
    turns = [line for line in text.splitlines() if line.startswith(("MODERATOR", "MINISTER", "Q:"))]
    names = {"MODERATOR": "moderator", "MINISTER KELDT": "Oriana Keldt"}
    parted = [turn.partition(": ") for turn in turns]
    quotes = (
        *(quote(doc, words, names.get(heading), "turn") for heading, _, words in parted),
        quote(doc, "Count the engines, not the papers.", "Ilario Venstrom"),
    )
    reach = claim(
        doc,
        "The S-300 can reach targets at 400 kilometres",
        "capability",
        equipment=Equipment("S-300", "s-300"),
        quantity=count(doc, "400 kilometres", 400, unit="km"),
        measure="range",
        attributed_to="Oriana Keldt",
    )
    production = claim(
        doc,
        "production of our own launch tubes began in Velmonte last year, between 20 and 30 a month",
        "production",
        holder="Valdoria",
        quantity=count(doc, "between 20 and 30", 20, high=30, modifier="between"),
        place="Velmonte",
        attributed_to="Oriana Keldt",
    )
    close = claim(
        doc,
        "If Kestrel sends its frigates across the line, we will close the strait",
        "threat",
        holder="Valdoria",
        target="Kestrel Republic",
        modality="conditional",
        attributed_to="Oriana Keldt",
    )
    relation = "The catalogue gives a range of 200 km at most; the claim is 2.00 times as much."
    found = (
        Finding(
            reach.id, "refuted", relation, "K300", (ROWS[4].id,), (), 2.0, "1 file, 3 rows", Grade("C", 3)
        ),
    )
    return Chapter(doc, (), quotes, (production, reach, close), found, "articles/keldt-briefing.txt", text)


def spanish() -> Chapter:
    text = (DEMO / "escudo-de-bruma.txt").read_text(encoding="utf-8")
    doc = document(text, lang="es", title=text.splitlines()[0], outlet="El Faro de Tarvela")
    quotes = (
        quote(doc, "Contamos con seis mil misiles Igla-S repartidos por toda la costa", "Ilario Venstrom", speaker="el presidente de Valdoria, Ilario Venstrom"),
        quote(doc, "Nadie va a entrar en nuestras aguas sin permiso", "Ilario Venstrom"),
        quote(doc, "No hemos visto ni la mitad de esos misiles", "Aurelio Bastán"),
    )  # fmt: skip
    claims = (
        claim(doc, "Contamos con seis mil misiles Igla-S", "possession", holder="Valdoria", equipment=IGLA, quantity=count(doc, "seis mil", 6000), attributed_to="Ilario Venstrom", quote=quotes[0].id),
        claim(doc, "puso en marcha este jueves el ejercicio militar «Escudo de Bruma» en las provincias de Tarvela, Ossoria, Quillara y Velmonte", "exercise", holder="Valdoria", place="Tarvela; Ossoria; Quillara; Velmonte"),
    )  # fmt: skip
    relation = "The register documents 3,600 Igla-S delivered to Valdoria; the claim exceeds them 1.67 times."
    found = (
        Finding(
            claims[0].id,
            "not_enough_info",
            relation,
            "K120",
            tuple(r.id for r in ROWS[:4]),
            ratio=6000 / 3600,
        ),
    )
    return Chapter(doc, (), quotes, claims, found, "articles/escudo-de-bruma.txt")


def demonstration() -> Report:
    making = Making(
        "0.1.0",
        date="2026-06-01",
        files=(DataFile("transfers.csv", "a" * 64), DataFile("figures.csv", "b" * 64)),
    )
    refusals = (
        Refusal("ingest", "I020", "the file holds no text that can be read", source="articles/scan.pdf"),
    )
    return Report("What Valdoria says it has", (parade(), spanish(), briefing()), making, ROWS, refusals)


MODALITIES: tuple[Modality, ...] = ("asserted", "planned", "conditional", "denied")
