import json
from pathlib import Path

import pytest

from rostra.ingest.registers import Tenure, tenures
from rostra.kernel import SourceError
from rostra.model import Refusal
from tests.ingest.registers.layouts import dump, entity, statement, table, thing, year

STATE = entity("Q10", "Valdoria", {"P297": [statement("XV")]})
OFFICE = entity("Q20", "president")
OWN = entity(
    "Q21", "President of Valdoria", {"P279": [statement(thing("Q20"))], "P1001": [statement(thing("Q10"))]}
)


def person(*held: object, label: str = "Ada Corvin", **more: object) -> dict[str, object]:
    return entity("Q30", label, {"P31": [statement(thing("Q5"))], "P39": list(held)}, **more)


HELD = statement(thing("Q21"), P580=year(2011), P582=year(2019))


def found(path: Path) -> list[Tenure]:
    return [one for one in tenures(path) if isinstance(one, Tenure)]


def test_an_office_has_its_state_and_years(tmp_path: Path) -> None:
    assert found(dump(tmp_path, [person(HELD), OWN, STATE])) == [
        Tenure("Ada Corvin", "President of Valdoria", "XV", 2011, 2019)
    ]


def test_an_office_is_named_by_the_widest_position_of_the_dump(tmp_path: Path) -> None:
    (one,) = found(dump(tmp_path, [STATE, OFFICE, OWN, person(HELD)]))
    assert one.office == "president"


def test_an_office_without_end_is_still_held(tmp_path: Path) -> None:
    (one,) = found(dump(tmp_path, [person(statement(thing("Q21"), P580=year(2020))), OWN, STATE]))
    assert (one.first, one.last) == (2020, 9999)


def test_names_of_four_languages_come_along(tmp_path: Path) -> None:
    labels = {"ru": {"value": "Ада Корвин"}, "es": {"value": "Ada Corvín"}, "de": {"value": "Ada Korwin"}}
    (one,) = found(dump(tmp_path, [person(HELD, labels=labels), OWN, STATE]))
    assert one.aka == ("Ada Corvín", "Ада Корвин")


def test_a_deprecated_statement_is_left_out(tmp_path: Path) -> None:
    held = statement(thing("Q21"), "deprecated", P580=year(1990))
    assert [one.first for one in found(dump(tmp_path, [person(held, HELD), OWN, STATE]))] == [2011]


@pytest.mark.parametrize(
    ("entities", "field"),
    [
        ([person(HELD), STATE], "P39"),
        ([person(HELD), OWN], "P297"),
        ([person(statement(thing("Q21"))), OWN, STATE], "P580"),
    ],
)
def test_what_is_missing_is_named(tmp_path: Path, entities: list[object], field: str) -> None:
    (one,) = tenures(dump(tmp_path, entities))
    assert isinstance(one, Refusal)
    assert f"row 2, field '{field}'" in one.message


def test_a_result_of_a_query_is_read(tmp_path: Path) -> None:
    header, line = (
        "personLabel,officeLabel,state,start,end,aka",
        "Ada Corvin,president,XV,2011-05-01T00:00:00Z,,A. Corvin",
    )
    names = header.split(",")
    binding = {
        name: {"type": "literal", "value": value} for name, value in zip(names, line.split(","), strict=True)
    }
    answer = {"results": {"bindings": [binding, {}]}}
    want = Tenure("Ada Corvin", "president", "XV", 2011, 9999, ("A. Corvin",))
    assert found(table(tmp_path, f"{header}\n{line}\n")) == [want]
    assert found(table(tmp_path, json.dumps(answer, indent=1), "answer.json")) == [want]


def test_another_table_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError):
        found(table(tmp_path, "a,b\n1,2\n"))
