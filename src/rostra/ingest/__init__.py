"""From sources to documents: text, Markdown and HTML, with a way back from every offset to the raw bytes."""

from rostra.ingest.documents import document_from_bytes
from rostra.ingest.encoding import decode, raw_byte_span
from rostra.ingest.furniture import Dropped
from rostra.ingest.given import document_from_text
from rostra.ingest.read import read_source, read_sources
from rostra.ingest.reading import Reading
from rostra.ingest.settings import ReadSettings
from rostra.ingest.sources import Source, list_sources

__all__ = [
    "Dropped",
    "ReadSettings",
    "Reading",
    "Source",
    "decode",
    "document_from_bytes",
    "document_from_text",
    "list_sources",
    "raw_byte_span",
    "read_source",
    "read_sources",
]
