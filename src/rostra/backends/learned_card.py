"""What comes with a tagger's weights: its name and version, what it reads at once, how far it is to be trusted."""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rostra.backends.learned_decode import LAYERS, Calibration
from rostra.backends.learned_trust import Trust
from rostra.kernel import EngineError, sha256_hex
from rostra.model import DataFile

SCHEMA = "rostra.quotes-tagger/1"
CARD, ENCODER, TOKENIZER = "model.json", "encoder.onnx", "tokenizer.json"
LABELS = ["O", "B", "I"]
_SHORT = 8


@dataclass(frozen=True, slots=True)
class Card:
    """The card of a tagger; `files` are its weights by name, as they were found and hashed."""

    name: str
    version: str
    max_tokens: int
    calibration: Calibration
    threshold: Mapping[str, float]
    languages: frozenset[str]
    files: tuple[DataFile, ...]

    @property
    def label(self) -> str:
        """Name, version and the first digits of the weights' hash."""
        return f"{self.name}-{self.version}-{self.files[0].sha256[:_SHORT]}"


def read_card(folder: Path) -> tuple[Card, Mapping[str, bytes]]:
    """The card in a folder and the bytes of its files.

    Raises EngineError where they are absent, of another schema, or not those that the card names.
    """
    table = _table(folder)
    if table.get("schema") != SCHEMA:
        raise _unusable(folder, f"its schema is {table.get('schema')!r}, not {SCHEMA!r}")
    contents = {name: _read(folder, name, table) for name in (ENCODER, TOKENIZER)}
    try:
        return _card(table, contents), contents
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise _unusable(folder, f"{CARD} lacks or misstates something: {error!r}") from error


def _table(folder: Path) -> Mapping[str, Any]:
    try:
        table = json.loads((folder / CARD).read_text(encoding="utf-8"))
    except OSError as error:
        raise _unusable(folder, f"there is no {CARD} to be read") from error
    except ValueError as error:
        raise _unusable(folder, f"{CARD} is not JSON: {error}") from error
    if not isinstance(table, dict):
        raise _unusable(folder, f"{CARD} is no JSON object")
    return table


def _read(folder: Path, name: str, table: Mapping[str, Any]) -> bytes:
    try:
        content = (folder / name).read_bytes()
    except OSError as error:
        raise _unusable(folder, f"{name} cannot be read") from error
    named = table.get("files")
    if not isinstance(named, dict) or sha256_hex(content) != named.get(name):
        raise _unusable(folder, f"{name} is not the file whose SHA-256 {CARD} names")
    return content


def _card(table: Mapping[str, Any], contents: Mapping[str, bytes]) -> Card:
    layers = [(layer["name"], layer["labels"]) for layer in table["layers"]]
    if layers != [(name, LABELS) for name in LAYERS]:
        raise ValueError(f"the layers are {layers}")
    temperature = {str(key): _positive(value) for key, value in table.get("temperature", {}).items()}
    return Card(
        str(table["name"]),
        str(table["version"]),
        int(table["max_tokens"]),
        Calibration(
            temperature, Trust(**{key: _finite(value) for key, value in table.get("trust", {}).items()})
        ),
        {str(key): float(value) for key, value in table.get("threshold", {}).items()},
        frozenset(table["languages"]),
        tuple(DataFile(f"learned/{name}", sha256_hex(content)) for name, content in contents.items()),
    )


def _positive(value: Any) -> float:
    if not float(value) > 0:
        raise ValueError(f"a temperature is above 0, not {value}")
    return float(value)


def _finite(value: Any) -> float:
    if not math.isfinite(float(value)):
        raise ValueError(f"a weight of trust is a number, not {value}")
    return float(value)


def _unusable(folder: Path, why: str) -> EngineError:
    remedy = "reinstall rostra-learned, or name a folder of weights with --model"
    return EngineError(f"the weights in {folder} cannot be used: {why}", remedy=remedy)
