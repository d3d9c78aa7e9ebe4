"""From sources to documents: text, Markdown and HTML, with a way back from every offset to the raw bytes."""

from rostra.ingest.given import document_from_text
from rostra.ingest.settings import ReadSettings

__all__ = ["ReadSettings", "document_from_text"]
