"""The truth table from the sentence on: what a text says, read by the engine, against the rows of the record."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from rostra.check import CatalogueArsenal, CheckContext, check_claims
from rostra.data import Knowledge
from rostra.data.packs import knowledge_with, read_pack
from rostra.ingest import ReadSettings, document_from_text
from rostra.kernel import PartialDate
from rostra.model import Annotation, Finding
from rostra.pipeline.engine import StagedEngine
from rostra.pipeline.referencing import naming
from tests.check.samples import row

FOLDER = Path(__file__).resolve().parent.parent / "cases" / "checks" / "sentences"
IDS = {"igla-s": "9k338-igla-s"}


def cases() -> Iterator[Any]:
    for file in sorted(FOLDER.glob("*.yml")):
        for number, case in enumerate(yaml.safe_load(file.read_text(encoding="utf-8")), 1):
            yield pytest.param(file.stem, case, id=f"{file.stem}-{number}")


@cache
def knowledge() -> Knowledge:
    return knowledge_with((read_pack(Path(__file__).parent / "pack"),))


def annotation(lang: str, sentence: str) -> Annotation:
    return StagedEngine(knowledge=knowledge()).annotate(document_from_text(sentence, ReadSettings(lang=lang)))


def finding(lang: str, case: dict[str, Any]) -> Finding | None:
    read = annotation(lang, case["sentence"])
    rows = []
    for number, given in enumerate(case.get("rows", ()), 2):
        id_ = given.get("id", "igla-s")
        rows.append(row({**given, "id": IDS.get(id_, id_)}, number))
    context = CheckContext(
        CatalogueArsenal(knowledge().equipment),
        naming(knowledge()).country,
        lambda _: PartialDate.year(case.get("said", 2020)),
        lambda _: read.document.text,
    )
    about = [claim for claim in read.claims if claim.type == case["type"]]
    assert len(about) == 1, read.claims
    return next(iter(check_claims(about, rows, context=context)), None)


@pytest.mark.parametrize(("lang", "case"), list(cases()))
def test_the_record_says_of_the_sentence(lang: str, case: dict[str, Any]) -> None:
    found = finding(lang, case)
    assert found is not None
    assert found.verdict == case["verdict"], found
    if "ratio" in case:
        assert found.ratio == pytest.approx(case["ratio"])
    for words in case.get("says", ()):
        assert words in found.relation, found.relation


def test_every_language_has_its_sentences() -> None:
    assert {file.stem for file in FOLDER.glob("*.yml")} == {"en", "es", "pt", "ru"}
