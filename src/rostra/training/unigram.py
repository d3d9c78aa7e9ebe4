"""A Unigram tokenizer with the normalisation of XLM-RoBERTa, as `tokenizers` JSON; and its pruning."""

import json
from collections.abc import Collection, Sequence
from typing import Any

SPECIAL = ("<s>", "<pad>", "</s>", "<unk>")
"""The first four pieces, in this order."""

Piece = tuple[str, float]


def tokenizer_json(pieces: Sequence[Piece]) -> str:
    """The tokenizer of these pieces with their scores (log probabilities); `pieces` begin with SPECIAL.

    Line breaks and tabs become blanks, compatibility forms their plain ones (NFKC), runs of blanks one; each word
    begins with U+2581. Every text is given `<s>` and `</s>`.
    """
    return json.dumps(
        {
            "version": "1.0",
            "truncation": None,
            "padding": None,
            "added_tokens": [_added(number, name) for number, name in enumerate(SPECIAL)],
            "normalizer": {
                "type": "Sequence",
                "normalizers": [
                    {"type": "Nmt"},
                    {"type": "NFKC"},
                    {"type": "Replace", "pattern": {"Regex": " {2,}"}, "content": " "},
                ],
            },
            "pre_tokenizer": {
                "type": "Metaspace",
                "replacement": "▁",
                "prepend_scheme": "always",
                "split": True,
            },
            "post_processor": _framed(),
            "decoder": {"type": "Metaspace", "replacement": "▁", "prepend_scheme": "always", "split": True},
            "model": {
                "type": "Unigram",
                "unk_id": 3,
                "byte_fallback": False,
                "vocab": [list(p) for p in pieces],
            },
        },
        ensure_ascii=False,
    )


def _added(number: int, name: str) -> dict[str, Any]:
    flags = dict.fromkeys(("single_word", "lstrip", "rstrip", "normalized"), False)
    return {"id": number, "content": name, **flags, "special": True}


def _framed() -> dict[str, Any]:
    def special(name: str) -> dict[str, Any]:
        return {"SpecialToken": {"id": name, "type_id": 0}}

    def text(which: str) -> dict[str, Any]:
        return {"Sequence": {"id": which, "type_id": 0}}

    return {
        "type": "TemplateProcessing",
        "single": [special("<s>"), text("A"), special("</s>")],
        "pair": [special("<s>"), text("A"), special("</s>"), special("</s>"), text("B"), special("</s>")],
        "special_tokens": {
            name: {"id": name, "ids": [SPECIAL.index(name)], "tokens": [name]} for name in ("<s>", "</s>")
        },
    }


def pieces_of(tokenizer: str) -> list[Piece]:
    """The pieces of a tokenizer's JSON, with their scores."""
    return [(piece, score) for piece, score in json.loads(tokenizer)["model"]["vocab"]]


def kept_pieces(pieces: Sequence[Piece], wanted: Collection[str]) -> list[int]:
    """Numbers of the pieces that stay, in order: the special ones and the wanted ones."""
    chosen = frozenset(wanted)
    return [number for number, (piece, _) in enumerate(pieces) if number < len(SPECIAL) or piece in chosen]


def is_unigram(tokenizer: str) -> bool:
    """Whether the tokenizer's JSON is that of a Unigram model."""
    return bool(json.loads(tokenizer)["model"]["type"] == "Unigram")
