"""A text as the network sees it, read just as the learned engine reads it."""

from collections.abc import Sequence
from dataclasses import dataclass

from tokenizers import Tokenizer

from rostra.backends.learned_decode import Stretch
from rostra.backends.learned_windows import marked, tokenized
from rostra.rules import LanguagePack, known_languages, language_pack
from rostra.text import segment
from rostra.text.marks import outermost, pair_marks


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of one text, without the special ones.

    `spans` are code points, blanks left out; `marks` are the engine's bits; `sentences` are ranges of tokens, in
    order; `stretch` is the text for the engine's decoder.
    """

    ids: list[int]
    spans: list[tuple[int, int]]
    marks: list[int]
    sentences: tuple[tuple[int, int], ...]
    stretch: Stretch


def tokens_of(text: str, lang: str, tokenizer: Tokenizer) -> Tokens:
    """The tokens of a text."""

    def encode(part: str) -> tuple[Sequence[int], Sequence[tuple[int, int]]]:
        encoded = tokenizer.encode(part, add_special_tokens=False)
        return encoded.ids, encoded.offsets

    segments = segment(text, pack_of(lang).words.abbreviations)
    pairs = outermost(pair_marks(text, segments.paragraphs))
    found = tokenized(text, segments.sentences, encode)
    ends = zip(found.starts.tolist(), found.ends.tolist(), strict=True)
    return Tokens(
        found.ids.tolist(),
        [_without_blanks(text, start, end) for start, end in ends],
        marked(found, pairs, segments.paragraphs).tolist(),
        found.sentences,
        Stretch(text, found, pairs),
    )


def pack_of(lang: str) -> LanguagePack:
    """The language's pack, English for a language that has none."""
    return language_pack(lang if lang in known_languages() else "en")


def _without_blanks(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    return start, end
