"""The line of a TOML file in which an entry begins, found again from the text: the parser does not tell it."""

import re
from collections.abc import Iterator

from rostra.data.schemas import Step

_STRINGS = re.compile(r'"""(?:.|\n)*?"""|\'\'\'(?:.|\n)*?\'\'\'|"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'|#[^\n]*')


def line_of(text: str, path: tuple[Step, ...]) -> int | None:
    """The line, counted from 1, in which the entry of a fault begins; None where it cannot be told."""
    keys = [step for step in path if isinstance(step, str)]
    position = next((step for step in path if isinstance(step, int)), None)
    bare = _STRINGS.sub(_blanked, text)
    if position is not None and isinstance(path[0], str):
        return _nth(bare, path[0], position) or _deepest(text, bare, keys)
    return _deepest(text, bare, keys)


def _blanked(match: re.Match[str]) -> str:
    """As many line breaks and signs as the text that it hides."""
    return re.sub(r"[^\n]", "·", match[0])


def _nth(bare: str, key: str, position: int) -> int | None:
    """The entry at a position of a list: the nth [[key]], or the nth table in `key = [ … ]`."""
    headed = list(re.finditer(rf"^\s*\[\[\s*{re.escape(key)}\s*\]\]", bare, re.MULTILINE))
    if headed:
        at = headed[position].start() if position < len(headed) else None
        return None if at is None else _line(bare, at + _indent(bare, at))
    opened = re.search(rf"^\s*{re.escape(key)}\s*=\s*\[", bare, re.MULTILINE)
    found = list(_tables(bare, opened.end())) if opened else []
    return _line(bare, found[position]) if position < len(found) else None


def _indent(bare: str, at: int) -> int:
    return len(bare[at:]) - len(bare[at:].lstrip())


def _tables(bare: str, at: int) -> Iterator[int]:
    """Where the tables of an array begin."""
    depth = 0
    for match in re.finditer(r"[{}\[\]]", bare[at:]):
        if match[0] == "{" and depth == 0:
            yield at + match.start()
        depth += 1 if match[0] in "{[" else -1
        if depth < 0:
            return


def _deepest(text: str, bare: str, keys: list[str]) -> int | None:
    """The line of the innermost key that is written as a header or before an equals sign, below the ones around it."""
    at, line = 0, None
    for depth, key in enumerate(keys):
        dotted = r"\s*\.\s*".join(map(re.escape, keys[: depth + 1]))
        header = re.compile(rf"^\s*\[{{1,2}}\s*{dotted}\s*\]", re.MULTILINE)
        own = re.compile(rf'(?:^|[{{,])\s*(?:{re.escape(key)}|"{re.escape(key)}")\s*=', re.MULTILINE)
        match = header.search(bare) or own.search(text, at)
        if match is None:
            break
        at = match.end() - 1
        line = _line(text, match.start() + _indent(text, match.start()))
    return line


def _line(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1
