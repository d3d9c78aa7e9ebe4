import pytest

from rostra.model import Mention
from rostra.resolve import name_persons
from tests.mentions.reading import article_of, read


def _named(text: str, lang: str = "en") -> dict[str, Mention]:
    mentions = name_persons(article_of(text, lang), read(text, lang))
    return {mention.span.of(text): mention for mention in mentions if mention.kind == "person"}


@pytest.mark.parametrize("later", ["Ostrander", "Mr. Ostrander", "President Ostrander"])
def test_a_later_surname_has_the_full_name(later: str) -> None:
    assert _named(f"Pedro Ostrander came. {later} left.")["Ostrander"].name == "Pedro Ostrander"


def test_a_surname_before_the_full_name_has_it_too() -> None:
    assert _named("President Ostrander came. Pedro Ostrander is old.")["Ostrander"].name == "Pedro Ostrander"


def test_both_surnames_alone_have_the_full_name() -> None:
    text = "Pedro Ostrander Paz llegó. Ostrander Paz salió y Ostrander volvió."
    named = _named(text, "es")
    assert {named["Ostrander Paz"].name, named["Ostrander"].name} == {"Pedro Ostrander Paz"}


def test_a_surname_of_two_persons_keeps_both() -> None:
    text = "Pedro Ostrander met Anna Ostrander. President Ostrander spoke."
    assert _named(text)["Ostrander"].candidates == ("Anna Ostrander", "Pedro Ostrander")


def test_a_shorter_full_name_gives_way_to_a_longer_one() -> None:
    text = "Pedro Ostrander Paz llegó. Pedro Ostrander salió."
    assert _named(text, "es")["Pedro Ostrander"].name == "Pedro Ostrander Paz"


def test_other_kinds_stay_as_they_are() -> None:
    text = "Norway waited."
    mentions = read(text)
    assert name_persons(article_of(text, "en"), mentions) == mentions


def test_the_spelling_of_the_document_stands() -> None:
    text = "Volodymyr Zelenskiy spoke. Zelenskiy left."
    named = _named(text)
    assert named["Zelenskiy"].name == "Volodymyr Zelenskiy"


def test_a_known_surname_alone_has_the_full_name_in_the_documents_spelling() -> None:
    named = _named("Zelensky spoke.")["Zelensky"]
    assert (named.name, named.id) == ("Volodymyr Zelensky", "person:volodymyr-zelenskyy")


def test_a_name_in_capitals_takes_the_spelling_of_the_others() -> None:
    text = "PEDRO OSTRANDER\nPedro Ostrander came."
    assert _named(text)["PEDRO OSTRANDER"].name == "Pedro Ostrander"
