"""The weights of rostra's learned engine, as files; reading and running them is rostra's own affair."""

from importlib.resources import files
from importlib.resources.abc import Traversable

__version__ = "0.2.0"


def weights() -> Traversable:
    """The folder with `model.json`, `encoder.onnx` and `tokenizer.json`."""
    return files(__name__) / "weights"
