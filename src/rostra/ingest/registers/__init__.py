"""Readers of reference files: each real layout as it is published, row by row, every broken row as a refusal."""

from rostra.ingest.registers.cells import source_file
from rostra.ingest.registers.importing import KINDS, ReferenceKind, import_reference
from rostra.ingest.registers.naming import Naming
from rostra.ingest.registers.wikidata_offices import Tenure, tenures

__all__ = ["KINDS", "Naming", "ReferenceKind", "Tenure", "import_reference", "source_file", "tenures"]
