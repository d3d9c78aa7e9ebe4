"""Sources into a case: read, annotated, stored one by one, so that an interrupted run loses nothing it finished."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from rostra import __version__
from rostra.ingest import Reading as Read
from rostra.ingest import ReadSettings, Source, read_sources
from rostra.kernel import PartialDate, sha256_hex
from rostra.kernel.fingerprints import data_files
from rostra.model import Annotation, DataFile, Refusal
from rostra.pipeline.evidence import evidence_of
from rostra.plugins import Engine
from rostra.store import Case, Reading, RunInfo

Event = Annotation | Refusal | None
"""What became of one source: its annotation, the refusal of it, or None when the case had it already."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What to read, how, and with which engine. `again` reads what the case has already.

    `packs` are the packs of knowledge that the engine was given.
    """

    sources: Sequence[Source]
    settings: ReadSettings
    engine: Engine
    again: bool = False
    packs: tuple[DataFile, ...] = ()


def read_into(case: Case, plan: Plan, told: Callable[[Source], None] | None = None) -> Iterator[Event]:
    """Reads the sources one by one into the case. `told` hears of each source before it is read."""
    info = run_info(plan)
    case.begin_run(info)
    for source in plan.sources:
        if told:
            told(source)
        for read in read_sources([source], plan.settings):
            yield _into(case, read, plan, info)
    case.end_run()


def _into(case: Case, read: Read | Refusal, plan: Plan, info: RunInfo) -> Event:
    if isinstance(read, Refusal):
        case.add_refusals([read], read.source)
        return read
    if not plan.again and case.is_current(sha256_hex(read.raw), info):
        return None
    annotation = annotated(plan.engine, read)
    case.add(Reading(annotation, read.raw, read.source, tuple(evidence_of(annotation, _beside(plan)))))
    return annotation


def annotated(engine: Engine, read: Read) -> Annotation:
    """Everything found in what was read, with the notes of the reading among its refusals."""
    annotation = engine.annotate(read.document)
    notes = tuple(note for note in read.notes if note.stage not in {r.stage for r in annotation.refusals})
    told = (replace(refusal, source=refusal.source or read.source) for refusal in annotation.refusals)
    return replace(annotation, refusals=(*notes, *told))


def _beside(plan: Plan) -> tuple[DataFile, ...]:
    """The files beside what ships with rostra: packs of knowledge, and an engine's weights."""
    return (*plan.packs, *plan.engine.files)


def run_info(plan: Plan) -> RunInfo:
    """What this run stands on: version, engine, options, and every file of rules and data."""
    settings = plan.settings
    given = {"lang": settings.lang, "title": settings.title, "url": settings.url, "outlet": settings.outlet}
    given["date"] = str(settings.date) if settings.date else None
    given["furniture"] = "kept" if settings.keep_furniture else None
    options = {name: value for name, value in given.items() if value}
    files = (*shipped_files(), *_beside(plan))
    return RunInfo(__version__, f"{plan.engine.name} {plan.engine.version}", files, options)


def settings_of(options: Mapping[str, str]) -> ReadSettings:
    """The settings that a run noted among its options."""
    date = PartialDate.parse(options["date"]) if "date" in options else None
    return ReadSettings(
        lang=options.get("lang"),
        title=options.get("title"),
        date=date,
        url=options.get("url"),
        outlet=options.get("outlet"),
        keep_furniture=options.get("furniture") == "kept",
    )


@cache
def shipped_files() -> tuple[DataFile, ...]:
    """Every file of rules and data that ships, with its hash."""
    found = []
    for room in ("rules", "data"):
        found += [DataFile(f"{room}/{name}", sha256) for name, sha256 in data_files(files(f"rostra.{room}"))]
    return tuple(found)
