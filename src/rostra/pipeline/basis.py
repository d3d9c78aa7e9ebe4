"""What a run stood on, set against what is here now: program, engine, model, packs, and every file of rules and data."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rostra import __version__
from rostra.data import Knowledge
from rostra.data.packs import Pack, knowledge_with
from rostra.ingest import ReadSettings
from rostra.kernel import EngineError
from rostra.model import DataFile, Difference, LinkKind
from rostra.pipeline import reading
from rostra.pipeline.engine import StagedEngine
from rostra.pipeline.knowing import packs_of
from rostra.plugins import Engine, EngineOptions, engine
from rostra.store import Case, RunInfo

NONE = "none"
"""What stands for something that is not there."""
PACK, SHIPPED = "pack/", ("rules/", "data/")


@dataclass(frozen=True, slots=True)
class Basis:
    """How to read as a run read: its settings, its engine (None where it cannot be had), the packs it was given."""

    settings: ReadSettings
    engine: Engine | None
    packs: tuple[DataFile, ...]
    differences: tuple[Difference, ...]


class Bases:
    """The bases of a case's runs, each made ready once. `model` is what --model names."""

    def __init__(self, case: Case, model: str | None = None) -> None:
        self.packs = {pack.name: pack for pack in packs_of(case)}
        self._model = model
        self._runs = {run.id: run.info for run in case.runs()}
        self._known: dict[str | None, Basis] = {}

    def of(self, run: str | None) -> Basis:
        """The basis of a run; for a document without one, the rules as they are now."""
        if run not in self._known:
            info = self._runs.get(run or "")
            self._known[run] = self._basis(info) if info else Basis(ReadSettings(), StagedEngine(), (), ())
        return self._known[run]

    def knowledge(self, named: Sequence[DataFile]) -> Knowledge:
        """The shipped knowledge with those packs of the case that are named."""
        return knowledge_with(tuple(self._chosen(named)))

    def _chosen(self, named: Sequence[DataFile]) -> Iterator[Pack]:
        wanted = {pack_name(file) for file in named if file.name.startswith(PACK)}
        return (pack for name, pack in sorted(self.packs.items()) if name in wanted)

    def _basis(self, info: RunInfo) -> Basis:
        chosen, packs = self._engine(info), tuple(pack.data_file for pack in self._chosen(info.files))
        beside = () if isinstance(chosen, EngineError) else chosen.files
        found = [
            *_program(info),
            *_engine(info, chosen),
            *file_differences(info.files, (*reading.shipped_files(), *packs, *beside)),
        ]
        made = None if isinstance(chosen, EngineError) else chosen
        if made is None:
            found = [each for each in found if each.link != "model"]
        return Basis(reading.settings_of(info.options), made, packs, tuple(found))

    def _engine(self, info: RunInfo) -> Engine | EngineError:
        named = any(file.name.startswith(PACK) for file in info.files)
        knowledge = self.knowledge(info.files) if named else None
        try:
            return engine(info.engine.partition(" ")[0], EngineOptions(self._model, knowledge))
        except EngineError as error:
            return error


def pack_name(file: DataFile) -> str:
    """The name of the pack that evidence calls "pack/NAME VERSION"."""
    return file.name.removeprefix(PACK).rpartition(" ")[0]


def file_differences(stored: Sequence[DataFile], now: Sequence[DataFile]) -> Iterator[Difference]:
    """Files that had other bytes then, or are no longer here, or were not there yet; a pack is known by its name."""
    before, after = _by_name(stored), _by_name(now)
    for name, sha256 in before.items():
        if after.get(name, NONE) != sha256:
            yield Difference(link_of(name), name, sha256, after.get(name, NONE))
    for name in after.keys() - before.keys():
        yield Difference(link_of(name), name, NONE, after[name])


def _by_name(files: Sequence[DataFile]) -> Mapping[str, str]:
    return {PACK + pack_name(f) if f.name.startswith(PACK) else f.name: f.sha256 for f in files}


def link_of(name: str) -> LinkKind:
    """Which link a file is: a pack, a file that ships, or the weights of a model."""
    if name.startswith(PACK):
        return "pack"
    return "data file" if f"{name}/".startswith(SHIPPED) else "model"


def _program(info: RunInfo) -> Iterator[Difference]:
    if info.version != __version__:
        yield Difference("program", "rostra", info.version, __version__)


def _engine(info: RunInfo, chosen: Engine | EngineError) -> Iterator[Difference]:
    if isinstance(chosen, EngineError):
        yield Difference("engine", info.engine, info.engine, f"cannot be used here: {chosen.message}")
    elif f"{chosen.name} {chosen.version}" != info.engine:
        yield Difference("engine", chosen.name, info.engine, f"{chosen.name} {chosen.version}")
