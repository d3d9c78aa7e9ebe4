"""Which pieces of a tokenizer stay: those that texts and word forms of the wanted languages are made of."""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory
from tokenizers import Tokenizer

from rostra.training.encoder import Encoder
from rostra.training.unigram import kept_pieces, pieces_of, tokenizer_json

_MARKS = frozenset('“”„«»‹›"‘`')
_SCRIPTS = ("LATIN", "CYRILLIC")
_FORMS = DefaultDictionaryFactory()


def is_kept_anyway(piece: str) -> bool:
    """Whether the piece is one letter of a wanted script, a digit or a sign, with or without a blank before it."""
    letter = piece.removeprefix("▁")
    if len(letter) != 1:
        return not letter
    kind = unicodedata.category(letter)
    if kind[0] == "L":
        return unicodedata.name(letter, "").startswith(_SCRIPTS)
    return kind[0] in "NPSZ"


def holds_mark(piece: str) -> bool:
    """Whether a quotation mark is joined with something else, so that a quotation could not end within it."""
    return len(piece.removeprefix("▁")) > 1 and bool(_MARKS & set(piece))


def count_pieces(tokenizer: Tokenizer, texts: Iterable[str]) -> Counter[str]:
    """How often each piece is used."""
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(tokenizer.encode(text, add_special_tokens=False).tokens)
    return counts


def pruned(encoder: Encoder, wanted: Iterable[str]) -> Encoder:
    """The encoder with the wanted pieces, the special ones and those kept anyway."""
    pieces = pieces_of(encoder.tokenizer)
    chosen = {p for p in wanted if not holds_mark(p)} | {p for p, _ in pieces if is_kept_anyway(p)}
    kept = kept_pieces(pieces, chosen)
    tensors = {**encoder.tensors, "words": encoder.tensors["words"][kept]}
    return replace(encoder, tensors=tensors, tokenizer=tokenizer_json([pieces[number] for number in kept]))


def wanted_pieces(encoder: Encoder, languages: Iterable[str], texts: Iterable[str]) -> set[str]:
    """Pieces that the word forms of the languages are made of, and those that the texts use at least twice."""
    tokenizer = Tokenizer.from_str(encoder.tokenizer)
    found = {piece for piece, count in count_pieces(tokenizer, texts).items() if count > 1}
    for lang in languages:
        found |= set(count_pieces(tokenizer, _word_lists(lang)))
    return found


def _word_lists(lang: str) -> Iterator[str]:
    """The language's word forms as simplemma has them, two thousand at a time, as they are and capitalised."""
    forms = list(_FORMS.get_dictionary(lang))
    for start in range(0, len(forms), 2000):
        words = forms[start : start + 2000]
        yield " ".join(words)
        yield " ".join(word.capitalize() for word in words)
