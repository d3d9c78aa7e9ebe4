"""Hashes of the files that knowledge is read from, so that a result can name what it rests on."""

import hashlib
from collections.abc import Iterator
from importlib.resources.abc import Traversable

SUFFIXES = (".toml", ".csv", ".tsv", ".json", ".sql", ".txt")


def data_files(folder: Traversable, prefix: str = "") -> Iterator[tuple[str, str]]:
    """Name inside the folder and SHA-256 of each data file below it, in order of name."""
    for entry in sorted(folder.iterdir(), key=lambda path: path.name):
        name = f"{prefix}{entry.name}"
        if entry.is_dir():
            yield from data_files(entry, f"{name}/")
        elif entry.name.endswith(SUFFIXES):
            yield name, hashlib.sha256(entry.read_bytes()).hexdigest()


def folder_digest(folder: Traversable) -> str:
    """One SHA-256 over the names and hashes of a folder's data files."""
    digest = hashlib.sha256()
    for name, sha256 in data_files(folder):
        digest.update(f"{name}\t{sha256}\n".encode())
    return digest.hexdigest()
