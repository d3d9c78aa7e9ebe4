from pathlib import Path

import pytest

from rostra.data import shipped_knowledge
from rostra.data.acts import conflict_rank, load_acts
from rostra.kernel import KnowledgeError
from rostra.model import CLAIM_TYPES


def test_every_type_of_claim_is_an_act_or_not() -> None:
    assert set(shipped_knowledge().acts) == set(CLAIM_TYPES)


@pytest.mark.parametrize(
    ("type_", "family"), [("threat", "threat"), ("strike", "act"), ("capability", "statement")]
)
def test_threats_are_told_from_acts(type_: str, family: str) -> None:
    assert {name: act.family() for name, act in shipped_knowledge().acts.items()}[type_] == family  # type: ignore[index] # a literal of the test


def test_all_faults_are_told(tmp_path: Path) -> None:
    path = tmp_path / "acts.toml"
    path.write_text('[threat]\nlevel = 9\ncode = "S100"\n[parade]\ncolour = "red"\n', encoding="utf-8")
    with pytest.raises(KnowledgeError) as caught:
        load_acts(path)
    assert len(caught.value.faults) == len(CLAIM_TYPES) - 1 + 3


def test_events_are_ranked_from_use_to_words() -> None:
    acts = shipped_knowledge().acts
    ranks = {name: conflict_rank(act, acts) for name, act in acts.items()}
    assert (ranks["strike"], ranks["exercise"], ranks["threat"], ranks["possession"]) == (1, 2, 3, None)
