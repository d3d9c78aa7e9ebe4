"""Rows and registers as links of a chain."""

from rostra.kernel import QueryError
from rostra.model import DataFile, Link, ReferenceRow
from rostra.store import Case, ReferenceFile


def row_link(row: ReferenceRow) -> Link:
    """A row with its place in the file, its days, marks and cells."""
    facts = (
        ("file", f"{row.file}, row {row.row}"),
        ("source", row.source),
        ("part", row.part),
        ("state", row.state),
        ("valid", str(row.valid) if row.valid else None),
        ("uncertain in the source", ", ".join(row.uncertain)),
        ("snapshot", str(row.snapshot) if row.snapshot else None),
        ("sha256", row.sha256),
        *row.cells,
    )
    return Link("row", row.id, f"{row.subject}: {row.item}, {row.state}", present(facts))


def register_link(case: Case, file: ReferenceFile) -> Link:
    """The file that rows stand in, and whether the case holds its bytes."""
    try:
        held = f"{len(case.raw(file))} in the case"
    except QueryError:
        held = "not in the case: the rows are the first link"
    facts = (
        ("read as", file.kind),
        ("imported", file.imported),
        ("named with", file.fingerprint),
        ("bytes", held),
    )
    return Link(
        "register", file.name, f"{file.rows} rows", present(facts), files=(DataFile(file.name, file.sha256),)
    )


def present(facts: tuple[tuple[str, str | None], ...]) -> tuple[tuple[str, str], ...]:
    """The facts that are known."""
    return tuple((name, value) for name, value in facts if value)
