from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from rostra.check import catalogue_rows
from rostra.data import shipped_knowledge
from rostra.kernel import QueryError
from rostra.model import Link, ReferenceRow
from rostra.pipeline.why import chain
from rostra.store import Analysis, Case, mention_id
from tests.pipeline.samples import made


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory.mktemp("why") / "case")


@pytest.fixture
def case(path: Path) -> Iterator[Case]:
    with Case.open(path, "read") as opened:
        yield opened


def all_ids(case: Case) -> Iterator[str]:
    listings: Any = (case.quotes, case.claims, case.findings, case.documents, case.reference_rows)
    yield from (record.id for listing in listings for record in listing())
    yield from (mention_id(document, mention) for document, mention in case.mentions_with_documents())
    yield from (decision.id for decision in case.decisions())


def down(link: Link) -> Iterator[Link]:
    yield link
    for below in link.rests_on:
        yield from down(below)


def facts(link: Link, name: str) -> list[str]:
    return [value for found, value in link.facts if found == name]


def test_every_record_has_a_chain(case: Case) -> None:
    for id_ in all_ids(case):
        assert chain(case, id_).id == id_


def test_every_chain_of_a_text_ends_at_the_hash_of_its_source(case: Case) -> None:
    sha256 = next(case.documents()).sha256
    records: Any = (*case.quotes(), *case.claims(), *case.findings())
    for record in records:
        found = [value for link in down(chain(case, record.id)) for value in facts(link, "sha256")]
        assert sha256 in found


def test_a_document_tells_its_engine_and_program(case: Case) -> None:
    link = chain(case, next(case.documents()).id)
    assert facts(link, "engine")[0].startswith("rules ")
    assert facts(link, "read by")[0].startswith("rostra ")
    assert facts(link, "read with") == ["outlet The Bay Post"]


def test_a_mention_leads_to_its_words_and_rule(case: Case) -> None:
    document, mention = next(case.mentions_with_documents())
    link = chain(case, mention_id(document, mention))
    assert link.words[0].span == mention.span
    assert link.words[0].raw_bytes
    assert link.rules[0].startswith(mention.rule)
    assert "rules/codes/mentions.toml" in {file.name for file in link.files}


def test_a_finding_names_rules_data_and_packs_with_hashes(case: Case) -> None:
    link = chain(case, next(case.findings()).id)
    assert {"rules/codes", "data", "pack/demo 1.0"} <= {file.name for file in link.files}
    assert all(len(file.sha256) == 64 for file in link.files)
    assert all("@" in rule for rule in link.rules)


def test_a_finding_tells_the_history_of_its_sources(case: Case) -> None:
    told = [facts(chain(case, finding.id), "reliability of The Bay Post") for finding in case.findings()]
    assert all(len(each) == 1 and each[0].endswith("an invented reason") for each in told)


def test_a_row_leads_to_its_register(case: Case) -> None:
    row = next(case.reference_rows())
    link = chain(case, row.id)
    assert [below.kind for below in link.rests_on] == ["register"]
    assert link.rests_on[0].files[0].sha256 == row.sha256
    assert facts(link.rests_on[0], "bytes")[0].endswith("in the case")


def test_a_part_of_a_row_is_told(case: Case) -> None:
    for row in case.reference_rows():
        assert isinstance(row, ReferenceRow)
        assert facts(chain(case, row.id), "part") == ([row.part] if row.part else [])


def test_a_figure_of_the_catalogue_is_found_by_its_id(case: Case) -> None:
    row = next(catalogue_rows(shipped_knowledge().equipment))
    assert chain(case, row.id).id == row.id


def test_a_decision_has_its_reason(case: Case) -> None:
    link = chain(case, case.decisions()[0].id)
    assert (link.kind, facts(link, "reason")) == ("decision", ["an invented reason"])


def test_an_analysis_that_was_kept_tells_its_settings(path: Path) -> None:
    with Case.open(path) as case:
        one = Analysis("escalation", "An invented title", "Words.", (), (), "", '{"window": 12}')
        case.keep(one)
        link = chain(case, one.id)
    assert (link.kind, facts(link, "window")) == ("analysis", ["12"])


@pytest.mark.parametrize("prefix", ["g_ffffffffffff", "s_nothing", "p_x", "c_x", "v_x", ""])
def test_what_is_not_there_is_an_error(case: Case, prefix: str) -> None:
    with pytest.raises(QueryError):
        chain(case, prefix)
