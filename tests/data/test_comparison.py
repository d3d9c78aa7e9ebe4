from collections import Counter
from importlib.resources import files
from pathlib import Path

import pytest

from rostra.data.comparison import load_comparison, shipped_comparison
from rostra.data.equipment_loading import _classes
from rostra.kernel import KnowledgeError

TABLES = shipped_comparison()


@pytest.mark.parametrize("kind", TABLES.counted.values(), ids=lambda kind: kind.name)
def test_the_example_names_what_is_counted(kind) -> None:  # type: ignore[no-untyped-def]
    assert any(word in kind.example.lower() for word in kind.words)


@pytest.mark.parametrize("measure", TABLES.measures.values(), ids=lambda measure: measure.name)
def test_the_example_names_the_measure(measure) -> None:  # type: ignore[no-untyped-def]
    assert measure.example


def test_no_word_has_two_kinds() -> None:
    words = Counter(word for kind in TABLES.counted.values() for word in kind.words)
    assert [word for word, count in words.items() if count > 1] == []


def test_no_word_has_two_measures() -> None:
    words = Counter(word for measure in TABLES.measures.values() for word in measure.words)
    assert [word for word, count in words.items() if count > 1] == []


def test_every_class_is_one_of_the_catalogue() -> None:
    known = set(_classes(files("rostra.data") / "equipment" / "classes.toml"))
    named = {entry.class_id for entry in TABLES.register_classes.values() if entry.class_id}
    assert named - known == set()


def test_every_description_is_folded() -> None:
    assert [name for name in TABLES.register_classes if name != " ".join(name.lower().split())] == []


def test_a_tank_is_a_vehicle_is_a_platform() -> None:
    assert TABLES.ancestry("tank") == ("tank", "vehicle", "platform")


@pytest.mark.parametrize(
    ("words", "measure"),
    [
        ("altitude", ("altitude", None)),
        ("Maximum altitude", ("altitude", "maximum")),
        ("min. range", ("range", "minimum")),
        ("service ceiling", ("altitude", None)),
        ("mood", ("mood", None)),
    ],
)
def test_words_lead_to_their_measure(words: str, measure: tuple[str, str | None]) -> None:
    assert TABLES.measure(words) == measure


def test_faults_of_a_table_are_told_all_at_once(tmp_path: Path) -> None:
    (tmp_path / "counted.toml").write_text(
        '[a]\nwords = ["a"]\nexample = "a"\nmany = "a"\nunder = "x"\n[b]\nwords = ["b"]\nexample = "b"\nmany = "b"\nunder = "y"\n',
        "utf-8",
    )
    with pytest.raises(KnowledgeError) as raised:
        load_comparison(tmp_path)
    assert len(raised.value.faults) == 2
