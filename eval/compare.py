"""What a change found and lost: two revisions over the same documents, with the sentences.

    uv run python -m eval.compare HEAD~1                    # that revision against the working tree
    uv run python -m eval.compare v0.1 HEAD --on polnear-train --only quotes

Each revision is checked out beside the other and run with this environment, so both must work with it.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eval.documents import CORPORA, input_lines
from eval.shared import CHECKOUT, shared_folder

WORKING_TREE = "the working tree"


@dataclass(frozen=True, slots=True)
class Change:
    """A record that only one of two revisions has. `words` are the record's, `around` the text about it."""

    document: str
    sort: str
    found: bool
    label: str
    words: str
    around: str


def main() -> int:
    """Prints what the second revision found and lost against the first; 0 when nothing changed."""
    options = _options()
    shared = shared_folder()
    if shared is None:
        print(
            "skipped: no folder of open corpora (put it beside the checkout as `shared`, or set ROSTRA_SHARED)"
        )
        return 0
    lines = list(input_lines(shared, options.on))
    before, after = (_annotated(revision, lines) for revision in (options.before, options.after))
    changes = [change for line in lines for change in _changes(line, before, after, options.only)]
    for change in changes:
        print(json.dumps(change.__dict__, ensure_ascii=False) if options.json else _in_words(change))
    print(_summary(changes, options), file=sys.stderr)
    return int(bool(changes))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("before", help="a revision")
    parser.add_argument(
        "after", nargs="?", default=WORKING_TREE, help="a revision (default: the working tree)"
    )
    parser.add_argument("--on", choices=CORPORA, default="gold-train")
    parser.add_argument("--only", choices=("quotes", "claims", "mentions"), default=None)
    parser.add_argument("--json", action="store_true")
    return parser.parse_args()


def _annotated(revision: str, lines: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    if revision == WORKING_TREE:
        return _run(CHECKOUT, lines)
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "revision"
        _git("worktree", "add", "--detach", str(place), revision)
        try:
            return _run(place, lines)
        finally:
            _git("worktree", "remove", "--force", str(place))


def _git(*words: str) -> None:
    subprocess.run(["git", *words], cwd=CHECKOUT, check=True, capture_output=True)


def _run(place: Path, lines: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    given = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    environment = {**os.environ, "PYTHONPATH": str(place / "src")}
    command = [sys.executable, "-m", "rostra", "annotate", "--engine", "rules"]
    done = subprocess.run(command, input=given.encode(), capture_output=True, check=True, env=environment)
    return {record["id"]: record for record in map(json.loads, done.stdout.decode().splitlines())}


def _changes(
    line: dict[str, Any], before: dict[str, Any], after: dict[str, Any], only: str | None
) -> Iterator[Change]:
    for sort in (only,) if only else ("quotes", "claims"):
        old = {_label(sort, item): item for item in before[line["id"]][sort]}
        new = {_label(sort, item): item for item in after[line["id"]][sort]}
        for label in sorted(old.keys() ^ new.keys()):
            item = new.get(label) or old[label]
            start, end = item[{"quotes": "content", "claims": "evidence", "mentions": "span"}[sort]]
            around = " ".join(line["text"][max(0, start - 80) : end + 80].split())
            yield Change(line["id"], sort, label in new, label, line["text"][start:end], around)


def _label(sort: str, item: dict[str, Any]) -> str:
    if sort == "quotes":
        return f"{item['content']} {item['kind']} by {item['speaker_name']}"
    if sort == "mentions":
        return f"{item['span']} {item['kind']} {item['name']}"
    equipment, quantity = item["equipment"] or {}, item["quantity"] or {}
    fields = (
        equipment.get("name"),
        quantity.get("low"),
        quantity.get("high"),
        item["modality"],
        item["holder"],
    )
    return f"{item['evidence']} {item['type']} {fields}"


def _in_words(change: Change) -> str:
    mark = "+ found" if change.found else "- lost "
    return f"{mark} {change.sort[:-1]} in {change.document}: {change.label}\n    {change.words}\n    … {change.around} …"


def _summary(changes: list[Change], options: argparse.Namespace) -> str:
    found = sum(change.found for change in changes)
    return (
        f"{options.on}: {options.after} against {options.before}: {found} found, {len(changes) - found} lost"
    )


if __name__ == "__main__":
    sys.exit(main())
