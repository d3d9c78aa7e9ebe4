"""Attributions in JSON lines: one object a text, with `id`, `lang`, `text` and `utterances`."""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from rostra.kernel import Span
from rostra.kernel.tables import FaultList
from rostra.training.example import Attribution, Example

_REMEDY = "a line is {id, lang, text, utterances: [{content_start, content_end, speaker_start, speaker_end, cue_text}]}"


def read_gold(path: Path) -> Iterator[Example]:
    """One example for each line. Raises KnowledgeError with all the faults of the file."""
    faults = FaultList(str(path))
    found = []
    with path.open(encoding="utf-8") as lines:
        for row, line in enumerate(lines, 1):
            if line.strip():
                found.append(_example(line, row, faults))
    faults.close()
    yield from (example for example in found if example is not None)


def _example(line: str, row: int, faults: FaultList) -> Example | None:
    try:
        record = json.loads(line)
        text, said = record["text"], record.get("utterances", [])
        made = [_attribution(text, one, row, faults) for one in said]
        return Example(
            str(record["id"]), text, record.get("lang", "en"), tuple(a for a in made if a is not None), "gold"
        )
    except json.JSONDecodeError as error:
        faults.add(f"not JSON: {error}", _REMEDY, row=row)
    except (KeyError, TypeError, AttributeError) as error:
        faults.add(f"field missing or of another type: {error}", _REMEDY, row=row)
    return None


def _attribution(text: str, said: Mapping[str, Any], row: int, faults: FaultList) -> Attribution | None:
    content = _span(text, said, "content", row, faults)
    if content is None:
        faults.add("an utterance without content", _REMEDY, row=row, field="content_start")
        return None
    speaker = _span(text, said, "speaker", row, faults)
    cue = _nearest(text, said.get("cue_text"), content)
    return Attribution((content,), (cue,) if cue else (), (speaker,) if speaker else ())


def _span(text: str, said: Mapping[str, Any], part: str, row: int, faults: FaultList) -> Span | None:
    start, end = said.get(f"{part}_start"), said.get(f"{part}_end")
    if not isinstance(start, int) or not isinstance(end, int):
        return None
    if not 0 <= start < end <= len(text):
        faults.add("no stretch of the text", "count in code points", row=row, field=f"{part}_start")
        return None
    return Span(start, end)


def _nearest(text: str, cue: str | None, content: Span) -> Span | None:
    """Where the cue's words stand nearest to the content, outside it."""
    if not cue:
        return None
    found = (Span(*m.span()) for m in re.finditer(rf"(?<!\w){re.escape(cue)}(?!\w)", text))
    outside = [span for span in found if not span.overlaps(content)]
    return min(
        outside, key=lambda span: max(content.start - span.end, span.start - content.end), default=None
    )
