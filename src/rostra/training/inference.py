"""What the network says of a text, decoded as the learned engine decodes it."""

from collections.abc import Iterable, Sequence

import torch
from tokenizers import Tokenizer

from rostra.backends.learned_decode import Calibration, Output, Piece, decoded
from rostra.backends.learned_windows import Window, windows
from rostra.training.batches import END, START
from rostra.training.example import Example
from rostra.training.network import Tagger, device_of
from rostra.training.scoring import Found, Tally, tally
from rostra.training.tokens import Tokens, tokens_of

SIZE = 256
"""Tokens that the engine reads at once."""
UNCALIBRATED = Calibration({})


def outputs_of(tagger: Tagger, tokens: Tokens) -> list[Output]:
    """The network's words on each window of a text; the network is in its mode of evaluation."""
    return [_output(tagger, tokens, one) for one in windows(tokens.sentences, SIZE)]


def _output(tagger: Tagger, tokens: Tokens, one: Window) -> Output:
    ids = torch.tensor([[START, *tokens.ids[one.first : one.last], END]])
    marks = torch.tensor([[0, *tokens.marks[one.first : one.last], 0]])
    given = [part.to(device_of(tagger)) for part in (ids, torch.ones_like(ids), marks)]
    with torch.no_grad():
        parts = tagger(*given)
    return Output(one, *(part[0].float().cpu().numpy() for part in parts))


def pieces_of(tagger: Tagger, example: Example, tokenizer: Tokenizer) -> list[Piece]:
    """The pieces of content in a text, with their cues and sources."""
    tokens = tokens_of(example.text, example.lang, tokenizer)
    return decoded(tokens.stretch, outputs_of(tagger, tokens), UNCALIBRATED)


def joined(pieces: Iterable[Piece]) -> list[Found]:
    """Whole contents, their source the surest of their pieces'."""
    return [whole(group) for group in grouped(pieces)]


def grouped(pieces: Iterable[Piece]) -> list[list[Piece]]:
    """The pieces of each content: those of one cue."""
    groups: dict[object, list[Piece]] = {}
    for number, piece in enumerate(pieces):
        groups.setdefault(piece.cue.span if piece.cue else number, []).append(piece)
    return list(groups.values())


def whole(group: Sequence[Piece]) -> Found:
    """The content from the first of its pieces to the last."""
    content = group[0].content
    for piece in group[1:]:
        content = content.hull(piece.content)
    sources = [piece.source for piece in group if piece.source]
    best = max(sources, key=lambda source: source.confidence, default=None)
    return Found(content, best.span if best else None)


def measured(tagger: Tagger, examples: Iterable[Example], tokenizer: Tokenizer) -> Tally:
    """How the network does on examples; it is left in its mode of training."""
    tagger.eval()
    total = Tally()
    for one in examples:
        pieces = [piece for piece in pieces_of(tagger, one, tokenizer) if piece.cue or piece.source]
        total += tally(one.text, one.attributions, joined(pieces))
    tagger.train()
    return total
