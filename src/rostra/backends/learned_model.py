"""The tagger itself: its tokenizer and its network, read from a folder of weights."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from rostra.backends.learned_card import ENCODER, TOKENIZER, Card, read_card
from rostra.backends.learned_decode import LAYERS, Output
from rostra.backends.learned_viterbi import LABELS
from rostra.backends.learned_windows import Integers, Tokens, Window
from rostra.kernel import EngineError

INPUTS = ("input_ids", "attention_mask", "marks")
OUTPUTS = ("tags", "query_cue", "key_cue", "query_source", "key_source")
OPENING, CLOSING = "<s>", "</s>"


@dataclass(frozen=True, slots=True)
class Tagger:
    """Weights ready to be run; `edges` are the ids of the tokens that open and close a window."""

    card: Card
    session: onnxruntime.InferenceSession
    tokenizer: Tokenizer
    edges: tuple[int, int]

    def encode(self, text: str) -> tuple[Sequence[int], Sequence[tuple[int, int]]]:
        """Ids and code-point offsets of the sub-words of a string, without special ones."""
        encoded = self.tokenizer.encode(text, add_special_tokens=False)
        return encoded.ids, encoded.offsets

    def run(self, tokens: Tokens, marks: Integers, window: Window) -> Output:
        """The figures of one window, read alone."""
        inside = slice(window.first, window.last)
        ids = np.concatenate(([self.edges[0]], tokens.ids[inside], [self.edges[1]]))
        shown = np.concatenate(([0], marks[inside], [0]))
        given = dict(zip(INPUTS, (ids[None], np.ones_like(ids)[None], shown[None]), strict=True))
        found = self.session.run(OUTPUTS, given)
        return Output(window, *(array[0] for array in found))


def load_tagger(folder: Path, threads: int = 1) -> Tagger:
    """Reads weights. Raises EngineError where they are absent, broken, or of another shape."""
    card, contents = read_card(folder)
    try:
        session = _session(contents, threads)
        tokenizer = Tokenizer.from_str(contents[TOKENIZER].decode("utf-8"))
        tokenizer.no_padding()
        tokenizer.no_truncation()
        edges = tuple(tokenizer.token_to_id(name) for name in (OPENING, CLOSING))
    except Exception as error:
        # Both libraries raise errors of their own kinds, some of them bare Exception, on a file that they cannot read.
        raise EngineError(f"the weights in {folder} cannot be loaded: {error}") from error
    tagger = Tagger(card, session, tokenizer, (edges[0] or 0, edges[1] or 0))
    _tried(tagger, folder)
    return tagger


def _session(contents: Mapping[str, bytes], threads: int) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads, options.inter_op_num_threads = threads, 1
    options.log_severity_level = 4  # what it would print is in the error that it raises
    options.enable_mem_pattern = False  # windows differ in length: a pattern for each would grow without end
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return onnxruntime.InferenceSession(contents[ENCODER], options, providers=["CPUExecutionProvider"])


def _tried(tagger: Tagger, folder: Path) -> None:
    """Reads one token, so that a network of another shape is found out at once."""
    none = np.zeros(1, dtype=np.int64)
    tokens = Tokens(none, none, none + 1, ((0, 1),))
    try:
        out = tagger.run(tokens, none, Window(0, 1, 0, 1))
        fits = out.tags.shape == (3, LABELS * len(LAYERS)) and out.query_cue.shape == out.key_cue.shape
    except Exception as error:
        raise EngineError(f"the weights in {folder} cannot be run: {error}") from error
    if not fits:
        raise EngineError(f"the weights in {folder} give {out.tags.shape[-1]} figures for a token, not 9")
