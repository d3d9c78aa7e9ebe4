import json
from pathlib import Path

from rostra.ingest.registers import Naming, import_reference
from rostra.kernel import PartialDate
from rostra.model import ReferenceRow, Refusal
from tests.ingest.registers.layouts import RESULT, dump, entity, quantity, statement, table, thing, year

NAMING = Naming(item={"Igla-S": "9k338", "Gale": "gale-7"}.get)


def rows(path: Path) -> list[ReferenceRow]:
    return [
        record for record in import_reference(path, "wikidata", NAMING) if isinstance(record, ReferenceRow)
    ]


def test_a_quantity_of_an_entity_is_a_figure(tmp_path: Path) -> None:
    claims = {"P2043": [statement(quantity("+1.5"), P585=year(2011))]}
    (found,) = rows(dump(tmp_path, [entity("Q1", "Igla-S", claims)]))
    assert (found.subject, found.item_id, found.state) == ("Igla-S", "9k338", "catalogue")
    assert (found.measure, found.low, found.high, found.unit) == ("length", 1.5, 1.5, "m")
    assert (found.valid, found.source, found.row) == (PartialDate.year(2011), "Wikidata Q1", 2)


def test_bounds_are_an_interval_and_circumstances_a_doubt(tmp_path: Path) -> None:
    value = quantity("+10", "Q11570", lowerBound="+9", upperBound="+12")
    claims = {"P2067": [statement(value, P1480=thing("Q5727902"))]}
    (found,) = rows(dump(tmp_path, [entity("Q1", "Igla-S", claims)]))
    assert (found.low, found.high, found.unit, found.uncertain) == (9, 12, "kg", ("count",))


def test_statements_of_the_best_rank_are_read(tmp_path: Path) -> None:
    given = [
        statement(quantity("+1"), "deprecated"),
        statement(quantity("+2")),
        statement(quantity("+3"), "preferred"),
    ]
    assert [row.low for row in rows(dump(tmp_path, [entity("Q1", "Gale", {"P2043": given})]))] == [3]


def test_an_unknown_value_is_no_figure(tmp_path: Path) -> None:
    assert rows(dump(tmp_path, [entity("Q1", "Gale", {"P2043": [statement(None)]})])) == []


def test_an_alias_resolves_where_the_label_does_not(tmp_path: Path) -> None:
    one = entity("Q1", "Storm", {"P2043": [statement(quantity("+1"))]}, aliases={"en": [{"value": "Gale"}]})
    assert [row.item_id for row in rows(dump(tmp_path, [one]))] == ["gale-7"]


def test_an_unknown_unit_is_refused_with_its_property(tmp_path: Path) -> None:
    (found,) = import_reference(
        dump(tmp_path, [entity("Q1", "Gale", {"P2043": [statement(quantity("+1", "Q999"))]})]), "wikidata"
    )
    assert isinstance(found, Refusal)
    assert "row 2, field 'P2043'" in found.message


def test_entities_may_stand_one_a_line_or_in_one_text(tmp_path: Path) -> None:
    one, two = (entity(f"Q{n}", "Gale", {"P2043": [statement(quantity(f"+{n}"))]}) for n in (1, 2))
    lines = table(tmp_path, f"{json.dumps(one)}\n{json.dumps(two)}\n", "lines.jsonl")
    whole = table(tmp_path, json.dumps({"entities": {"Q1": one, "Q2": two}}, indent=2), "whole.json")
    assert [row.low for row in rows(lines)] == [row.low for row in rows(whole)] == [1, 2]


def test_a_broken_line_of_a_dump_is_refused_alone(tmp_path: Path) -> None:
    path = dump(tmp_path, [entity("Q1", "Gale", {"P2043": [statement(quantity("+1"))]})] * 3)
    lines = path.read_text(encoding="utf-8").splitlines()
    lines[2] = lines[2][:40]
    path.write_text("\n".join(lines), encoding="utf-8")
    found = list(import_reference(path, "wikidata"))
    assert [type(record) for record in found] == [ReferenceRow, Refusal, ReferenceRow]


def test_a_result_of_a_query_is_read_as_csv_and_as_json(tmp_path: Path) -> None:
    line = "http://www.wikidata.org/entity/Q1,Igla-S,length,1.5,metre,,,2011-01-01T00:00:00Z\n"
    names = RESULT.strip().split(",")
    binding = {
        name: {"type": "literal", "value": value}
        for name, value in zip(names, line.strip().split(","), strict=True)
    }
    answer = {"head": {"vars": names}, "results": {"bindings": [binding]}}
    (of_csv,) = rows(table(tmp_path, RESULT + line))
    (of_json,) = rows(table(tmp_path, json.dumps(answer, indent=2), "answer.json"))
    assert (of_csv.measure, of_csv.low, of_csv.unit, of_csv.source) == ("length", 1.5, "m", "Wikidata Q1")
    assert (of_json.measure, of_json.low, of_json.unit, of_json.source) == ("length", 1.5, "m", "Wikidata Q1")
    assert str(of_csv.valid) == "2011-01-01"
