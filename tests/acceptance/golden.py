"""The golden report of the demonstration: a digest and a few words of each record and each section.

uv run python -m tests.acceptance.golden    # renew it, deliberately; the commit shows which records changed
"""

import json
import sys
import tempfile
from pathlib import Path

from click.testing import CliRunner

from rostra.cli.group import main
from rostra.model import Claim, Finding, Quote, ReferenceRow
from rostra.report.replaying import section_digests
from rostra.report.seal import read_seal
from rostra.report.wording import headline
from rostra.store import Case

FILE = Path(__file__).parent / "golden" / "demo.json"
Golden = dict[str, dict[str, str]]


def demonstration(folder: Path) -> tuple[Path, Path]:
    """The case and the page of the demonstration, made in a folder."""
    case, page = folder / "demo.db", folder / "demo.html"
    done = CliRunner().invoke(main, ["demo", "--case", str(case), "-o", str(page)])
    assert done.exit_code == 0, done.output
    return case, page


def golden_of(case: Path, page: Path) -> Golden:
    """Records and sections of a page, each as its digest and what it is."""
    text = page.read_text(encoding="utf-8")
    with Case.open(case, "read") as opened:
        records = {
            id_: f"{digest} {_words(opened, id_)}".strip() for id_, digest in read_seal(text).records.items()
        }
    return {"records": records, "sections": section_digests(text)}


def _words(case: Case, id_: str) -> str:
    record = case.get(id_) if id_[:2] in {"c_", "q_", "n_", "r_"} else None
    if isinstance(record, Claim):
        return f"{record.type}: {headline(record)}"
    if isinstance(record, Quote):
        return f"{record.kind} quote of {record.speaker_name or 'nobody named'}"
    if isinstance(record, Finding):
        return f"{record.verdict} by {record.rule} on {record.claim}"
    return f"{record.file}, row {record.row}" if isinstance(record, ReferenceRow) else ""


def changes(before: Golden, after: Golden) -> list[str]:
    """What is gone, new or other, a line each."""
    found = []
    for part in ("records", "sections"):
        for id_ in sorted(before[part].keys() | after[part].keys()):
            was, now = before[part].get(id_), after[part].get(id_)
            if was != now:
                what = "gone" if now is None else "new" if was is None else "changed"
                found.append(f"{part.removesuffix('s')} {id_} {what}: {was if now is None else now}")
    return found


def write() -> None:
    """Renews the golden record and tells what changed."""
    with tempfile.TemporaryDirectory() as folder:
        now = golden_of(*demonstration(Path(folder)))
    before = (
        json.loads(FILE.read_text(encoding="utf-8")) if FILE.exists() else {"records": {}, "sections": {}}
    )
    FILE.write_text(json.dumps(now, ensure_ascii=False, indent=0, sort_keys=True) + "\n", encoding="utf-8")
    sys.stdout.write("\n".join(changes(before, now) or ["nothing changed"]) + "\n")


if __name__ == "__main__":
    write()
