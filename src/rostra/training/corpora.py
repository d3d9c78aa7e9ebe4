"""Whatever a user trains on: which reader a path needs, and what is held out of it."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from rostra.data import shipped_knowledge
from rostra.kernel import Place, SourceError
from rostra.training.brat import is_brat, read_brat
from rostra.training.columns import read_columns
from rostra.training.example import Example
from rostra.training.gold import read_gold
from rostra.training.silver import silver

HELD = 10
"""One text of ten is held out: it stops the training, calibrates, and is what the table at the end is about."""
_FORMS = "a folder with text/ and attributions/ (brat), JSON lines (.jsonl), columns (.conll, .tsv, .txt)"


@dataclass(frozen=True, slots=True)
class Corpus:
    """Examples to learn from, as groups of readings of one text, and those held out of it."""

    taught: tuple[tuple[Example, ...], ...]
    held: tuple[Example, ...]


def read_corpora(paths: Sequence[Path]) -> list[Example]:
    """All examples of all paths. Raises SourceError for what no reader knows, KnowledgeError for a faulty file."""
    return [example for path in paths for example in _read(path)]


def _read(path: Path) -> Iterator[Example]:
    if path.is_dir() and is_brat(path):
        return read_brat(path)
    if path.suffix == ".jsonl":
        return read_gold(path)
    if path.suffix in {".conll", ".tsv", ".txt"}:
        return read_columns(path)
    raise SourceError("no corpus that can be read", place=Place(str(path)), remedy=f"give {_FORMS}")


def read_open(paths: Iterable[Path]) -> Iterator[Example]:
    """Open text for self-training, as JSON lines with `id`, `lang` and `text`: what the rules are sure of in it."""
    knowledge = shipped_knowledge()
    for path in paths:
        with path.open(encoding="utf-8") as lines:
            for row, line in enumerate(lines, 1):
                try:
                    record = json.loads(line)
                    yield silver(str(record["id"]), record["text"], record["lang"], knowledge)
                except (ValueError, KeyError, TypeError) as error:
                    raise SourceError(
                        f"no open text: {error!r}",
                        place=Place(str(path), row),
                        remedy='a line is {"id": …, "lang": …, "text": …}',
                    ) from error


def is_held(id_: str) -> bool:
    """Whether the text is held out, by the hash of its id: the same in every run, whatever else is read."""
    return int(hashlib.sha256(id_.encode()).hexdigest(), 16) % HELD == 0


def split(examples: Iterable[Example], *, hold_out: bool = True) -> Corpus:
    """Groups by id. Of a text with several readings the first is what is measured; silver is never held out.

    Without `hold_out` the held-out texts are learned from too: a figure on them then says nothing.
    """
    groups: dict[tuple[str, str], list[Example]] = defaultdict(list)
    for example in examples:
        groups[example.origin, example.id].append(example)
    held = [
        group[0] for (origin, id_), group in sorted(groups.items()) if origin != "silver" and is_held(id_)
    ]
    taught = [
        tuple(g)
        for (origin, id_), g in sorted(groups.items())
        if origin == "silver" or not hold_out or not is_held(id_)
    ]
    return Corpus(tuple(taught), tuple(held))
