"""Floors under the figures: a figure may not fall below its floor on the corpus that set it."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from eval.corpora import corpus_hash
from eval.figure import Figure

FILE = Path(__file__).with_name("floors.toml")
LEAST = 30
"""Below it one item more or less moves a figure by more than three points: it is shown and not pinned."""
SLACK = 0.001
"""Rounding of a floor: it is pinned to three digits, cut and not rounded."""


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(FILE.read_text(encoding="utf-8")) if FILE.is_file() else {}


def floor_of(key: str) -> float | None:
    """The floor of a figure, None where there is none yet."""
    entry = _table().get(key)
    return None if entry is None else float(entry["floor"])


def gate(figures: list[Figure], shared: Path) -> int:
    """1 when a figure is below its floor; a floor set on other files is reported and not held."""
    failed = 0
    for figure in figures:
        entry = _table().get(figure.key)
        if entry is None:
            continue
        if entry["corpus"] != corpus_hash(shared, figure.corpus):
            print(f"not held: {figure.key} was pinned on another version of {figure.corpus}")
        elif figure.value < entry["floor"]:
            failed += 1
            print(
                f"below its floor: {figure.key} is {figure.value:.3f}, floor {entry['floor']:.3f}, n = {figure.n}"
            )
    print(f"gate: {len(figures)} figures, {failed} below their floors")
    return int(failed > 0)


def pin(figures: list[Figure], shared: Path) -> None:
    """Raises every floor to the figure reached; none is lowered, and none is set on fewer than LEAST items."""
    table = dict(_table())
    for figure in figures:
        if figure.n < LEAST:
            continue
        entry = table.get(figure.key, {})
        floor = max(int(figure.value / SLACK) * SLACK, entry.get("floor", 0.0))
        table[figure.key] = entry | {
            "floor": floor,
            "n": figure.n,
            "corpus": corpus_hash(shared, figure.corpus),
        }
    _write(table)


def lower(key: str, reason: str) -> None:
    """Takes a floor away until the next pin, and keeps the reason. Raises SystemExit without a reason or for no such floor."""
    table = dict(_table())
    if not reason.strip():
        raise SystemExit("a floor is lowered with --reason: say why the figure may fall")
    if key not in table:
        raise SystemExit(f"no floor {key!r} in {FILE.name}")
    table[key] = table[key] | {"floor": 0.0, "lowered_from": table[key]["floor"], "reason": reason}
    _write(table)


def _write(table: dict[str, Any]) -> None:
    lines = ["# Written by `python -m eval --raise-floors`; lower one with --lower KEY --reason WHY.\n"]
    for key, entry in sorted(table.items()):
        lines.append(f'\n["{key}"]\n')
        lines += [f"{name} = {_toml(value)}\n" for name, value in sorted(entry.items())]
    FILE.write_text("".join(lines), encoding="utf-8")
    _table.cache_clear()


def _toml(value: Any) -> str:
    if isinstance(value, float):
        return f"{value:.3f}"
    return (
        str(value)
        if isinstance(value, int)
        else '"' + str(value).replace("\\", "\\\\").replace('"', '\\"') + '"'
    )
