"""The open corpora as input lines of the stream contract."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

CORPORA = ("gold-train", "gold-dev", "polnear-train", "polnear-dev", "mananeras")


def input_lines(shared: Path, corpus: str) -> Iterator[dict[str, Any]]:
    """`{id, text, lang}` of every document of a corpus, in a fixed order."""
    if corpus.startswith("gold-"):
        yield from _gold(shared / "gold" / f"{corpus.removeprefix('gold-')}.jsonl")
    elif corpus.startswith("polnear-"):
        folder = shared / "corpora" / "polnear" / corpus.removeprefix("polnear-") / "text"
        yield from _texts(folder, "en")
    elif corpus == "mananeras":
        yield from _texts(shared / "corpora" / "mananeras", "es")
    else:
        raise ValueError(f"no corpus {corpus!r}; one of {', '.join(CORPORA)}")


def _gold(path: Path) -> Iterator[dict[str, Any]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        item = json.loads(line)
        yield {"id": item["id"], "text": item["text"], "lang": item["lang"]}


def _texts(folder: Path, lang: str) -> Iterator[dict[str, Any]]:
    for path in sorted(folder.glob("*.txt")):
        yield {"id": path.stem, "text": path.read_bytes().decode("utf-8"), "lang": lang}
