"""A small case on disk: one article and one register, with the demonstration's pack of knowledge."""

from pathlib import Path

import rostra
from rostra.ingest import ReadSettings, list_sources
from rostra.pipeline.checking import check_case
from rostra.pipeline.engine import StagedEngine
from rostra.pipeline.knowing import add_pack, knowledge_of
from rostra.pipeline.reading import Plan, read_into
from rostra.pipeline.referencing import import_into
from rostra.store import Case, Decision

ARTICLE = """Valdoria shows its missiles

PORT SELM, Oct. 25 — Defence Minister Ada Corvin said that Valdoria has 400 Igla-S missiles along the coast.
“We will not be intimidated by anyone,” Corvin told reporters.
"""
REGISTER = """recipient,supplier,item,class,low,high,state,from,to,uncertain
Valdoria,Marenia,Igla-S,portable SAM,150,150,delivered,2009,2010,
Valdoria,Marenia,Igla-S,portable SAM,100,120,delivered,2011,2012,count
"""
DEMO_PACK = Path(rostra.__file__).parent / "demo_case" / "knowledge"


def made(folder: Path) -> Path:
    """A case of one article and one register, with the demonstration's pack, whose files lie in the folder."""
    folder.mkdir(parents=True)
    (folder / "article.txt").write_text(ARTICLE, encoding="utf-8")
    (folder / "deliveries.csv").write_text(REGISTER, encoding="utf-8")
    path = folder / "case.db"
    with Case.open(path) as case:
        add_pack(case, DEMO_PACK)
        knowledge = knowledge_of(case)
        import_into(case, folder / "deliveries.csv", "transfers", knowledge)
        engine = StagedEngine(knowledge=knowledge)
        plan = Plan(
            list_sources([folder / "article.txt"]),
            ReadSettings(outlet="The Bay Post"),
            engine,
            packs=knowledge.packs,
        )
        list(read_into(case, plan))
        case.decide(Decision("source", "The Bay Post", "B", "an invented reason"))
        check_case(case, knowledge)
    return path
