"""Reading many sources, one after the other; what cannot be read is refused and the rest goes on."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from rostra.ingest.documents import document_from_bytes, refusal
from rostra.ingest.reading import Reading
from rostra.ingest.settings import ReadSettings
from rostra.ingest.sources import Source, list_sources, read_raw
from rostra.model import Refusal


def read_sources(
    sources: Sequence[str | Path | Source], settings: ReadSettings | None = None
) -> Iterator[Reading | Refusal]:
    """A reading or a refusal for each source, lazily. For a progress bar give it what `list_sources` found."""
    settings = settings or ReadSettings()
    listed = [source for source in sources if isinstance(source, Source)]
    named = [source for source in sources if not isinstance(source, Source)]
    for source in listed or list_sources(named):
        yield read_source(source, settings)


def read_source(source: Source, settings: ReadSettings) -> Reading | Refusal:
    """The reading of one source, or why there is none. Never raises on what it is given."""
    try:
        raw = read_raw(source, settings.max_bytes)
    except FileNotFoundError:
        return refusal("ingest.not_found", f"there is no {source.name}", "check the path", source.name)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        return refusal(
            "ingest.unreadable",
            f"{source.name} cannot be opened: {reason}",
            "check file and rights",
            source.name,
        )
    return document_from_bytes(raw, name=source.name, settings=settings)
