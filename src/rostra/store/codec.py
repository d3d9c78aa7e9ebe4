"""Records of the model as JSON and back, by their own field types; a field added later takes its default."""

import dataclasses
import datetime as dt
import json
import types
from collections.abc import Callable
from functools import cache
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from rostra.kernel import OffsetMap, Run, Span, sha256_hex

R = TypeVar("R")
Decoder = Callable[[Any], Any]


def to_json(record: Any) -> str:
    """A record as compact JSON; lone surrogates are escaped, so any text can be stored."""
    return json.dumps(_plain(record), separators=(",", ":"))


def from_json(kind: type[R], text: str) -> R:
    """The record that `to_json` wrote."""
    return cast("R", _decoder(kind)(json.loads(text)))


def record_digest(record: Any) -> str:
    """Sixteen digits that stand for every field of a record: two with the same ones agree to the last digit."""
    return sha256_hex(to_json(record).encode())[:16]


def _plain(value: Any) -> Any:
    if isinstance(value, Span):
        return [value.start, value.end]
    if isinstance(value, OffsetMap):
        return [[run.start, run.end, run.raw_start, run.raw_end] for run in value.runs]
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {
            name: _plain(given)
            for name, default in _fields(type(value))
            if (given := getattr(value, name)) != default
        }
    if isinstance(value, dt.date):
        return value.isoformat()
    return [_plain(item) for item in value] if isinstance(value, tuple | list) else value


@cache
def _fields(kind: type) -> tuple[tuple[str, Any], ...]:
    """Name and default of every field that the constructor takes."""
    return tuple((field.name, field.default) for field in dataclasses.fields(kind) if field.init)


_DECODERS: dict[Any, Decoder] = {}


def _decoder(hint: Any) -> Decoder:
    if hint not in _DECODERS:
        _DECODERS[hint] = _new_decoder(hint)
    return _DECODERS[hint]


def _new_decoder(hint: Any) -> Decoder:
    if hint is Span:
        return lambda plain: Span(plain[0], plain[1])
    if hint is OffsetMap:
        return lambda plain: OffsetMap(tuple(Run(*run) for run in plain))
    if hint is dt.date:
        return dt.date.fromisoformat
    if dataclasses.is_dataclass(hint):
        return _of_record(cast("type", hint))
    if get_origin(hint) in {Union, types.UnionType}:
        return _of_union(tuple(part for part in get_args(hint) if part is not types.NoneType))
    return _of_tuple(hint) if get_origin(hint) is tuple else _same


def _same(plain: Any) -> Any:
    return plain


def _of_record(kind: type) -> Decoder:
    hints = get_type_hints(kind)
    parts = {name: _decoder(hints[name]) for name, _ in _fields(kind)}
    return lambda plain: kind(**{name: parts[name](given) for name, given in plain.items() if name in parts})


def _of_tuple(hint: Any) -> Decoder:
    parts = get_args(hint)
    if len(parts) == 2 and parts[1] is Ellipsis:
        inner = _decoder(parts[0])
        return lambda plain: tuple(inner(item) for item in plain)
    decoders = tuple(_decoder(part) for part in parts)
    return lambda plain: tuple(decode(item) for decode, item in zip(decoders, plain, strict=True))


def _of_union(parts: tuple[Any, ...]) -> Decoder:
    """None passes; of several records the one that has all the fields given is meant."""
    records = [part for part in parts if dataclasses.is_dataclass(part)]
    if len(records) < 2:
        inner = next((_decoder(part) for part in parts if get_origin(part) is not Literal), _same)
        return lambda plain: None if plain is None else inner(plain)
    names = [({name for name, _ in _fields(cast("type", part))}, _decoder(part)) for part in records]

    def decode(plain: Any) -> Any:
        if plain is None:
            return None
        return next(decoder for fields, decoder in names if set(plain) <= fields)(plain)

    return decode
