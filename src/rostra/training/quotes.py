"""Training of the quotation tagger, from corpora to the files that the learned engine reads."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import torch
from tokenizers import Tokenizer

from rostra.backends.learned_decode import Calibration
from rostra.kernel import SourceError
from rostra.training.calibration import (
    Heard,
    decode_all,
    hear,
    offsets,
    tally_of,
    temperatures,
    thresholds,
    with_offsets,
)
from rostra.training.corpora import Corpus, read_corpora, read_open, split
from rostra.training.course import Course, begin_with, best_state
from rostra.training.encoder import Encoder, layer_choice, with_layers
from rostra.training.encoders import read_encoder
from rostra.training.example import Example
from rostra.training.export import Description, write_model
from rostra.training.network import Tagger, body_of, shift
from rostra.training.progress import Tell
from rostra.training.scoring import Tally
from rostra.training.settings import Settings
from rostra.training.trust import cases_of, fitted
from rostra.training.unigram import is_unigram
from rostra.training.vocabulary import pruned, wanted_pieces

SEARCHED = 40
"""Held-out texts over which offsets are searched."""
LANGUAGES = ("en", "es", "pt", "ru")


@dataclass(frozen=True, slots=True)
class Trained:
    """How a run ended: the held-out texts by where they come from and by language, and what was set on them."""

    tallies: dict[str, Tally]
    calibration: Calibration
    threshold: dict[str, float]


def train_quotes(settings: Settings, tell: Tell) -> Trained:
    """Trains and writes the model to `settings.out`. Raises SourceError or KnowledgeError for what cannot be read."""
    corpus = corpus_of(settings)
    encoder = prepared(read_encoder(settings.encoder), settings, corpus)
    return train_on(settings, corpus, encoder, tell)


def train_on(settings: Settings, corpus: Corpus, encoder: Encoder, tell: Tell) -> Trained:
    """The same with a corpus and an encoder at hand."""
    torch.manual_seed(settings.seed)
    tagger = Tagger(body_of(encoder))
    if settings.start is not None:
        begin_with(settings.start, tagger)
    tokenizer = Tokenizer.from_str(encoder.tokenizer)
    Course(settings, corpus, tagger, tokenizer).run(tell)
    return finish(settings, corpus, best_state(settings.out, tagger), encoder.tokenizer)


def finish(settings: Settings, corpus: Corpus, tagger: Tagger, tokenizer: str) -> Trained:
    """Calibrates, measures and writes a trained network."""
    trained = calibrated(tagger.eval(), corpus.held, tokenizer)
    origins = tuple(sorted({f"{group[0].origin} {group[0].lang}" for group in corpus.taught}))
    figures = {
        f"{name}, content with source, F1": round(found.f1_with_source, 3)
        for name, found in trained.tallies.items()
    }
    description = Description(
        settings.name or settings.out.resolve().name,
        settings.edition,
        LANGUAGES,
        origins,
        trained.calibration.temperature,
        trained.calibration.trust,
        trained.threshold,
        figures,
    )
    write_model(settings.out, tagger, tokenizer, description)
    return trained


def calibrated(tagger: Tagger, held: Sequence[Example], tokenizer: str) -> Trained:
    """Sets the network's offsets, and finds temperatures, trust and thresholds, on the held-out texts."""
    if not held:
        return Trained({}, Calibration(), {})
    heard = hear(tagger, held, Tokenizer.from_str(tokenizer))
    chosen = offsets(heard[:: len(heard) // SEARCHED + 1])
    shift(tagger, chosen)
    heard = with_offsets(heard, chosen)
    calibration = Calibration(temperatures(heard))
    calibration = replace(calibration, trust=fitted(cases_of(heard, calibration)))
    least = thresholds(heard, calibration)
    pieces = dict(zip((id(one) for one in heard), decode_all(heard, calibration), strict=True))
    tallies = {
        name: tally_of(group, [pieces[id(one)] for one in group], least["content"], least["speaker"])
        for name, group in _by_kind(heard).items()
    }
    return Trained(tallies, calibration, least)


def corpus_of(settings: Settings) -> Corpus:
    """What is learned from and what is held out."""
    examples = [*read_corpora(settings.corpora), *read_open(settings.unlabelled)]
    corpus = split(examples, hold_out=settings.hold_out)
    if not corpus.taught:
        raise SourceError("no text to learn from", remedy="give a corpus with more than a few texts")
    return corpus


def prepared(encoder: Encoder, settings: Settings, corpus: Corpus) -> Encoder:
    """The encoder with the layers that are wanted, and of a multilingual vocabulary the pieces that are needed."""
    kept = with_layers(encoder, layer_choice(encoder.shape.layers, settings.layers))
    if not is_unigram(encoder.tokenizer):
        return kept
    texts = (group[0].text for group in corpus.taught)
    return pruned(kept, wanted_pieces(kept, LANGUAGES, texts))


def _by_kind(heard: Iterable[Heard]) -> dict[str, list[Heard]]:
    groups: dict[str, list[Heard]] = defaultdict(list)
    for one in heard:
        groups[f"{one.example.origin} {one.example.lang}"].append(one)
    return dict(sorted(groups.items()))
