from rostra.data import shipped_knowledge
from rostra.training.silver import silver

SURE = "«No habrá guerra», afirmó Ana Ruiz, presidenta de Valdoria."


def test_what_the_rules_are_sure_of_teaches() -> None:
    found = silver("a", SURE, "es", shipped_knowledge())
    assert [a.contents[0].of(SURE) for a in found.attributions] == ["No habrá guerra"]
    assert found.origin == "silver"


def test_marks_that_no_quote_explains_leave_their_sentence_open() -> None:
    text = "El puerto está cerrado. La «Brigada Norte» cruzó el río de noche."
    found = silver("a", text, "es", shipped_knowledge())
    assert [span.of(text) for span in found.unsure] == ["La «Brigada Norte» cruzó el río de noche."]


def test_a_plain_sentence_teaches_that_nothing_is_said() -> None:
    found = silver("a", "El puerto de Selm está cerrado.", "es", shipped_knowledge())
    assert (found.attributions, found.unsure) == ((), ())
