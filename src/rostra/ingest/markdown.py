"""Markdown as text: front matter read, markup left out, every character with its place."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Any

from rostra.ingest.draft import Draft
from rostra.kernel import OffsetMap, PartialDate, Span

_FRONT = re.compile(r"\ufeff?(---|\+\+\+)[ \t]*\n(.{0,20000}?)\n(?:\1|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)
_FIELD = re.compile(r"([A-Za-z][\w-]{0,40})[ \t]*:[ \t]*(.*)")
_NAMES = {
    "title": ("title", "headline"),
    "date": ("date", "published", "pubdate", "publish_date", "created"),
    "url": ("url", "link", "canonical", "canonical_url", "source_url", "permalink"),
    "outlet": ("outlet", "publisher", "site", "sitename", "publication"),
    "lang": ("lang", "language"),
}
_URL = re.compile(r"https?://\S+")

# What a line may be or begin with, and what goes around words. "\r" stands for a line end within a paragraph.
_FENCE = re.compile(r"\s{0,3}(?:```|~~~)")
_RULE = re.compile(
    r"[ \t]{0,3}(?:(?:[-*_][ \t]*){3,}|=+[ \t]*|\|?[ \t]*:?-{2,}:?[ \t|:-]*)$|[ \t]{0,3}\[(?!\^)[^\]\n]{1,200}\]:[ \t]"
)
_OPENER = re.compile(r"[ \t]{0,3}(?:#{1,6}(?=[ \t]|$)|>|[-*+](?=[ \t])|\d{1,3}[.)](?=[ \t]))[ \t]*")
_MARKUP = re.compile(
    r"\r[ \t]{0,3}(?P<quote>(?:>[ \t]?)+)"
    r"|\\(?P<kept>[!-/:-@\[-`{-~])"
    r"|!\[[^\[\]\n]{0,500}\]\([^()\n]{0,1000}\)"
    r"|\[\^[^\[\]\n]{1,50}\]:?"
    r"|\[(?=[^\[\]\n]{1,500}\](?:\([^()\n]{0,1000}\)|\[[^\[\]\n]{0,200}\]))"
    r"|\](?:\([^()\n]{0,1000}\)|\[[^\[\]\n]{0,200}\])"
    r"|<!--[^<]{0,2000}?-->|</?[a-zA-Z][^<>\n]{0,500}>"
    r"|\*{1,3}(?=[^\s*])|(?<=[^\s*])\*{1,3}|(?<!\w)_{1,3}(?=[^\s_])|(?<=[^\s_])_{1,3}(?!\w)|~~|`+"
)


def read_markdown(raw: str) -> Draft:
    """Text without markup, and what the front matter says. `raw` has line feeds alone (see `layout`)."""
    front = _FRONT.match(raw)
    start = front.end() if front else 0
    soft = _softened(raw)
    kept = [Span(a, b) for a, b in _kept(soft, start) if a < b]
    text = "".join(span.of(soft) for span in kept).replace("\r", " ")
    draft = Draft(text, OffsetMap.from_kept(kept))
    return _with_matter(draft, front[1], front[2]) if front else draft


def _softened(raw: str) -> str:
    r"""The text with "\r" for each line end within a paragraph; as long as before."""
    lines = raw.split("\n")
    ends = [_end_of(line, after) for line, after in pairwise(lines)]
    return "".join(part for pair in zip(lines, [*ends, ""], strict=True) for part in pair)


def _end_of(line: str, after: str) -> str:
    if not line or not after:
        return "\n"
    opener, next_opener = _OPENER.match(line), _OPENER.match(after)
    quotes = bool(opener and next_opener and ">" in opener[0] and ">" in next_opener[0])
    closed = line.endswith(("  ", "\\")) or not line.strip() or _is_own(line)
    opens = not after.strip() or _is_own(after) or (next_opener is not None and not quotes)
    return "\n" if closed or opens or line.lstrip().startswith("#") else "\r"


def _is_own(line: str) -> bool:
    return line.lstrip().startswith("|") or bool(_FENCE.match(line) or _RULE.match(line))


def _kept(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Stretches that are no markup, line by line."""
    fenced = False
    while start < len(text):
        end = text.find("\n", start) + 1 or len(text)
        line = text[start:end]
        if line != "\n" and _FENCE.match(line):
            fenced = not fenced
        elif fenced or line == "\n":
            yield start, end
        elif _RULE.match(line):
            yield end - (text[end - 1] == "\n"), end
        else:
            yield from _words(line, start)
        start = end


def _words(line: str, offset: int) -> Iterator[tuple[int, int]]:
    at = 0
    while opener := _OPENER.match(line, at):
        at = opener.end()
    body = line.rstrip()
    end = len(line)
    if line.lstrip().startswith("#") and body.endswith("#"):
        unmarked = body.rstrip("#")
        end = len(unmarked.rstrip()) if unmarked.endswith((" ", "\t")) else end
    for match in _MARKUP.finditer(line, at, end):
        yield offset + at, offset + (match.start("quote") if match["quote"] else match.start())
        at = match.start("kept") if match["kept"] else match.end()
    yield offset + at, offset + end
    if end < len(line) and line.endswith("\n"):
        yield offset + len(line) - 1, offset + len(line)


def _with_matter(draft: Draft, fence: str, body: str) -> Draft:
    fields = _toml_fields(body) if fence == "+++" else _yaml_fields(body)
    found = {
        name: next((fields[key] for key in keys if fields.get(key)), None) for name, keys in _NAMES.items()
    }
    date, url = found["date"], found["url"]
    return replace(
        draft,
        title=found["title"],
        date=PartialDate.parse(date, "metadata") if date else None,
        url=url if url and _URL.fullmatch(url) else None,
        outlet=found["outlet"],
        lang=found["lang"],
    )


def _yaml_fields(body: str) -> dict[str, str]:
    """Plain `key: value` lines; nested YAML is left alone."""
    matches = (_FIELD.fullmatch(line) for line in body.split("\n"))
    return {match[1].lower(): _unquoted(match[2].strip()) for match in matches if match}


def _unquoted(value: str) -> str:
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value


def _toml_fields(body: str) -> dict[str, str]:
    try:
        table: dict[str, Any] = tomllib.loads(body)
    except (tomllib.TOMLDecodeError, RecursionError):
        return {}
    return {key.lower(): str(value) for key, value in table.items() if not isinstance(value, dict | list)}
