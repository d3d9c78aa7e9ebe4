"""Spanish agency sentences with PLOVER events: are verbal threats found, and is their actor the speaker? Measured as recall.

The corpus is about protests, so its acts are no military claims; what carries over is speech. Two recalls:
- threats: THREATEN events whose words overlap the cue or the content of a quote, or a claim of type threat;
- actors: verbal events (threaten, demand, reject, disapprove) with a named source, whose source shares a word of four
  letters or more with the speaker of a quote in the same sentence.
Precision is not measured: the corpus codes one event kind a sentence and leaves other speech uncoded.
"""

import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eval.figure import Figure
from rostra.pipeline.stream import annotate_lines
from rostra.plugins import engine

VERBAL = frozenset({"THREATEN", "DEMAND", "REJECT", "DISAPPROVE"})


@dataclass(frozen=True, slots=True)
class Event:
    """One coded event: its PLOVER category, the words of the event and of its source."""

    plover: str
    words: str
    source: str


def measure(shared: Path) -> list[Figure]:
    """Recall of threats and of the actors of verbal events."""
    threats: list[bool] = []
    actors: list[bool] = []
    for text, events in _sentences(shared / "corpora" / "spanish_events"):
        verbal = [event for event in events if event.plover in VERBAL]
        if not verbal:
            continue
        record = _annotated(text)
        threats += [_threat_found(event, text, record) for event in verbal if event.plover == "THREATEN"]
        actors += [_actor_found(event, text, record) for event in verbal if event.source.strip()]
    return [
        _figure("threats", "threats found (recall)", threats),
        _figure("actors", "actor is a speaker (recall)", actors),
    ]


def _figure(key: str, what: str, found: list[bool]) -> Figure:
    value = sum(found) / len(found) if found else 0.0
    return Figure(f"spanish_events.{key}", "spanish_events", what, "es", value, len(found))


def _sentences(folder: Path) -> Iterator[tuple[str, list[Event]]]:
    tree = ET.parse(next(folder.glob("*.xml")))  # noqa: S314 - a corpus of the evaluation, not input of a user
    for sentence in tree.iter("Sentence"):
        words = {node.get("eid"): node for node in sentence.iter("EventText")}
        events = [
            _event(words[node.get("eid")], node)
            for node in sentence.iter("EventCoding")
            if node.get("eid") in words
        ]
        yield (sentence.findtext("Text") or "").strip(), events


def _event(words: ET.Element, coding: ET.Element) -> Event:
    return Event(coding.get("plover", ""), words.get("eventtext", ""), words.get("sourcetext", ""))


def _annotated(text: str) -> dict[str, Any]:
    line = json.dumps({"id": "s", "text": text, "lang": "es"}).encode()
    return next(iter(annotate_lines([line], engine("rules")))).record


def _threat_found(event: Event, text: str, record: dict[str, Any]) -> bool:
    spans = [quote[part] for quote in record["quotes"] for part in ("cue", "content") if quote[part]]
    spans += [claim["evidence"] for claim in record["claims"] if claim["type"] == "threat"]
    start = text.find(event.words)
    if start < 0 or not event.words:
        return any(_share_a_word(event.words, text[slice(*span)]) for span in spans)
    return any(span[0] < start + len(event.words) and start < span[1] for span in spans)


def _actor_found(event: Event, text: str, record: dict[str, Any]) -> bool:
    return any(
        quote["speaker"] and _share_a_word(event.source, text[slice(*quote["speaker"])])
        for quote in record["quotes"]
    )


def _share_a_word(one: str, other: str) -> bool:
    words = [set(re.findall(r"\w{4,}", text.casefold())) for text in (one, other)]
    return bool(words[0] & words[1])


if __name__ == "__main__":
    from eval.shared import shared_folder

    folder = shared_folder()
    print(measure(folder) if folder else "skipped: no folder of open corpora")
