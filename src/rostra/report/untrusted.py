"""Text from anywhere, made safe to show: nothing in it can hide, reorder its neighbours, or run.

Escaping of markup is the template's (autoescape); this is about what escaping leaves: invisible and reordering
characters (Unicode UAX 9, and "Trojan Source", Boucher and Anderson 2021), lone surrogates, links, languages.
"""

import re
import unicodedata
from urllib.parse import urlsplit

from markupsafe import Markup, escape

# Controls but tab and line feed, bidirectional embeddings, overrides and isolates, invisible blanks and operators,
# tag characters, lone surrogates. Joiners and the two direction marks stay: Persian and emoji need them.
_UNSEEN = re.compile(
    "(?P<char>[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u202a-\u202e\u2028\u2029\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f])(?P=char)*+"
)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,3}")
_REPLACED = Markup("\ufffd")
_SCHEMES = {"http", "https"}


MOST_LABELS = 2000
"""Labels in one text; beyond it the page would grow faster than its source, and U+FFFD stands for each run."""


def _code(run: str) -> str:
    """The code point of a run of one character, and how often it stands there."""
    times = f"×{len(run)}" if len(run) > 1 else ""
    return f"U+{ord(run[0]):04X}{times}"


def plainly(text: str) -> str:
    """The text with every unseen character spelt out as <U+202E>, for places that hold text only."""
    return _UNSEEN.sub(lambda match: f"<{_code(match[0])}>", text)


def shown(text: str) -> Markup:
    """The text as markup, every unseen character turned into a small visible label."""
    if not _UNSEEN.search(text):
        return escape(text)
    pieces, at = [], 0
    for number, match in enumerate(_UNSEEN.finditer(text)):
        pieces += [escape(text[at : match.start()]), _label(match[0]) if number < MOST_LABELS else _REPLACED]
        at = match.end()
    return Markup("").join([*pieces, escape(text[at:])])


def _label(run: str) -> Markup:
    name = unicodedata.name(run[0], "control character").lower()
    return Markup('<span class="ctl" title="{}">{}</span>').format(name, _code(run))


def clipped(text: str, limit: int) -> str:
    """The text, cut with an ellipsis where it is longer than anything honest in its place."""
    return text if len(text) <= limit else text[: limit - 1] + "…"


def isolated(text: str, limit: int = 240) -> Markup:
    """A name or phrase inside a line of ours: shown, and isolated so that its direction stays its own."""
    return Markup("<bdi>{}</bdi>").format(shown(clipped(text, limit)))


def shortened(text: str, limit: int) -> str:
    """One line of at most `limit` characters, unseen ones spelt out, blanks joined, cut with an ellipsis."""
    joined = plainly(" ".join(text[: limit * 4].split()))
    return joined if len(joined) <= limit else joined[: limit - 1].rstrip() + "…"


def safe_link(url: str | None) -> str | None:
    """The address when it is one of the web, with a host and nothing unseen in it; else None."""
    if not url or _UNSEEN.search(url) or any(char.isspace() for char in url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme.lower() in _SCHEMES and parts.netloc else None


def language_tag(lang: str) -> str:
    """A language as an attribute may hold it; empty (unknown) for `und` and for what is no tag."""
    return lang if lang != "und" and _LANGUAGE.fullmatch(lang) else ""
