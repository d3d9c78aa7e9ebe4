"""Claims, rows and knowledge of an invented world, written short."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from rostra.check import CheckContext, Item, Report
from rostra.data.equipment_counts import Comparability, Count
from rostra.kernel import PartialDate, Span, content_id
from rostra.model import Claim, Equipment, Quantity, ReferenceRow, Reliability
from rostra.model.quantity import Modifier

FIGHTERS = ("fighter", "aircraft", "platform")
MANPADS = ("manpads", "sam", "air_defence", "weapon")
ITEMS = {
    "igla": Item("igla", "Igla", frozenset(), MANPADS),
    "igla-s": Item("igla-s", "9K338 Igla-S", frozenset({"igla"}), MANPADS, frozenset({"9p516"})),
    "9p516": Item("9p516", "9P516", frozenset(), ("launcher", "weapon"), frozenset({"igla-s"}), "launchers"),
    "su-30": Item("su-30", "Su-30", frozenset(), FIGHTERS),
    "mig-29": Item("mig-29", "MiG-29", frozenset(), FIGHTERS),
    "t-72": Item("t-72", "T-72", frozenset(), ("tank", "vehicle", "platform")),
}
CLASSES = {
    "anti-aircraft missile": MANPADS[1:],
    "portable anti-aircraft missile": MANPADS,
    "fighter jet": FIGHTERS,
    "tank": ("tank", "vehicle", "platform"),
    "weapon": ("weapon",),
}
LINES = {"manpads": MANPADS, "sam": MANPADS[1:], "fighter": FIGHTERS}


class InventedArsenal:
    """A handful of systems: two Igla and the launcher of one, two fighters, a tank."""

    def item(self, id_: str) -> Item | None:
        return ITEMS.get(id_)

    def classes(self, name: str) -> tuple[str, ...]:
        return CLASSES.get(name, ())

    def class_line(self, class_id: str) -> tuple[str, ...]:
        return LINES.get(class_id, (class_id,))

    def compared(self, claim: Count, row: Count) -> Comparability | None:
        return None


def interval(text: Any) -> tuple[float | None, float | None]:
    """ "240", "200..260", "..50", "50.." as low and high."""
    low, dots, high = str(text).partition("..")
    ends = (low, high if dots else low)
    return tuple(_number(end) if end else None for end in ends)  # type: ignore[return-value]  # two ends


def _number(text: str) -> float:
    return int(text) if text.isdigit() else float(text)


def quantity(text: Any, unit: str = "items") -> Quantity | None:
    """ "300", "about 300", "at least 300", "at most 300", "20..30" as a quantity; None for None."""
    if text is None:
        return None
    words, span = str(text), Span(0, 1)
    for start, modifier in (("about ", "about"), ("at least ", "at_least"), ("at most ", "at_most")):
        if words.startswith(start):
            low = high = _number(words.removeprefix(start))
            kind: Modifier = modifier  # type: ignore[assignment]  # one of the literals above
            return Quantity(
                None if kind == "at_most" else low, None if kind == "at_least" else high, unit, kind, span
            )
    low_end, high_end = interval(words)
    return Quantity(low_end, high_end, unit, "exact" if low_end == high_end else "between", span)


def date(text: Any) -> PartialDate | None:
    return PartialDate.parse(str(text)) if text is not None and text != "none" else None


def none(text: str | None) -> str | None:
    return None if text == "none" else text


TEXTS: dict[str, str] = {}
"""Words of the claims of this run by document."""
REPORTS: dict[str, Report] = {}
"""Who reports the claims of this run, by document."""


def _in_words(made: Quantity | None, text: Any, words: str) -> Quantity | None:
    """The quantity where the words have its number."""
    at = words.find(str(text))
    return replace(made, span=Span(at, at + len(str(text)))) if made and at >= 0 else made


def _equipment(name: str, id_: str | None, words: str) -> Equipment | None:
    """The equipment, with its place where the words name it as Igla-S."""
    at = max(words.find("Igla-S"), words.find("Игла-С"))
    return None if name == "none" else Equipment(name, id_, Span(at, at + 6) if at >= 0 else None)


def claim(given: Mapping[str, Any], number: int = 0) -> Claim:
    """A claim from the short form of the cases; the day it was made is kept in `document`."""
    item = given.get("item", "9K338 Igla-S")
    id_ = none(given.get("id", "igla-s"))
    words = given.get("words", "no words at all")
    wires = frozenset(given.get("wires", ()))
    report = Report(given.get("speaker"), given.get("outlet"), wires, words)
    of = content_id("w", words, report.speaker, report.outlet, sorted(wires))
    document = f"doc_{number}_{of}_{given.get('said', 2020)}"
    TEXTS[document], REPORTS[document] = words, report
    return Claim(
        document=document,
        type=given["type"],
        evidence=Span(0, len(words)),
        rule="C000",
        confidence=1.0,
        holder=none(given.get("holder", "Valdoria")),
        target=given.get("target"),
        equipment=_equipment(item, id_, words),
        quantity=_in_words(quantity(given.get("n"), given.get("unit", "items")), given.get("n"), words),
        measure=given.get("measure"),
        condition=given.get("condition"),
        place=given.get("place"),
        when=date(given.get("when")),
        attributed_to=given.get("speaker"),
        negated=given.get("negated", False),
        modality=given.get("modality", "asserted"),
    )


def row(given: Mapping[str, Any], number: int = 2) -> ReferenceRow:
    """A row from the short form of the cases."""
    low, high = interval(given["n"])
    file = given.get("file", "record.csv")
    return ReferenceRow(
        subject=given.get("holder", "Valdoria"),
        item=given.get("item", "Igla-S"),
        item_id=none(given.get("id", "igla-s")),
        state=given["state"],
        low=low,
        high=high,
        unit=given.get("unit", "missiles"),
        valid=date(given.get("years")),
        source=given.get("source", "Invented Register"),
        file=file,
        sha256=content_id("file", file),
        row=number,
        supplier=given.get("supplier"),
        item_class=given.get("class"),
        measure=given.get("measure"),
        condition=given.get("condition"),
        snapshot=date(given.get("snapshot")),
        uncertain=tuple(given.get("uncertain", ())),
    )


def said(made: Claim) -> PartialDate | None:
    return date(made.document.rsplit("_", 1)[1])


def letter(source: str) -> Reliability:
    """The letter in the source's name; F for all others."""
    return {"Graded B": "B", "Graded C": "C", "Graded D": "D"}.get(source, "F")  # type: ignore[return-value]  # letters


CONTEXT = CheckContext(
    arsenal=InventedArsenal(),
    country={"Republic of Valdoria": "Valdoria", "Valdoria": "Valdoria"}.get,
    said=said,
    text=lambda made: TEXTS.get(made.document),
    reliability=letter,
    report=lambda made: REPORTS.get(made.document, Report(made.attributed_to)),
)
