"""Analyses that a person kept: shown in the report in the order in which they were added."""

import json
import sqlite3
from dataclasses import dataclass

from rostra.kernel import content_id
from rostra.store.writing import insert, now


@dataclass(frozen=True, slots=True)
class Analysis:
    """A result of the signals: its words and table, its picture as SVG, and its record as JSON with every setting."""

    kind: str
    title: str
    paragraph: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    picture: str
    record: str
    added: str = ""

    @property
    def id(self) -> str:
        """Id from the kind and the record: the same question of the same data is the same analysis."""
        return content_id("an", self.kind, self.record)


def write_analysis(connection: sqlite3.Connection, analysis: Analysis) -> bool:
    """Keeps an analysis; False where it stands already."""
    before = connection.total_changes
    section = json.dumps([analysis.paragraph, analysis.columns, analysis.rows], ensure_ascii=False)
    row = (analysis.id, analysis.kind, analysis.title, section, analysis.picture, analysis.record, now())
    columns = "analyses (id, kind, title, section, picture, record, added)"
    insert(connection, columns, [row], "INSERT OR IGNORE")
    return connection.total_changes > before


def remove_analysis(connection: sqlite3.Connection, id_: str) -> bool:
    """Takes an analysis out; False where there is none of that id."""
    return connection.execute("DELETE FROM analyses WHERE id = ?", (id_,)).rowcount > 0


def analyses(connection: sqlite3.Connection) -> tuple[Analysis, ...]:
    """All analyses in the order in which they were added."""
    query = "SELECT kind, title, section, picture, record, added FROM analyses ORDER BY number"
    return tuple(
        Analysis(kind, title, *_section(section), picture, record, added)
        for kind, title, section, picture, record, added in connection.execute(query).fetchall()
    )


def _section(text: str) -> tuple[str, tuple[str, ...], tuple[tuple[str, ...], ...]]:
    paragraph, columns, rows = json.loads(text)
    return paragraph, tuple(columns), tuple(map(tuple, rows))
