import pytest

from rostra.ingest.language import language_of, primary_subtag

SENTENCES = {
    "en": "The minister of Valdoria said on Tuesday that the brigade would receive forty tanks.",
    "es": "El ministro de Valdoria dijo el martes que la brigada recibiría cuarenta carros de combate.",
    "pt": "O ministro da Valdória disse na terça-feira que a brigada receberá quarenta carros de combate.",
    "ru": "Министр обороны Вальдории заявил во вторник, что бригада получит сорок танков.",
    "fr": "Le ministre de la Valdorie a déclaré mardi que la brigade recevrait quarante chars.",
}


@pytest.mark.parametrize(("lang", "sentence"), SENTENCES.items())
def test_one_sentence_tells_the_language(lang: str, sentence: str) -> None:
    assert language_of(sentence) == lang


@pytest.mark.parametrize("text", ["", " \n", "12 345", "9K338", "5,000 Igla-S", "😀😀", "¡No!", "a" * 5000])
def test_what_no_one_could_tell_is_unknown(text: str) -> None:
    assert language_of(text) == "und"


def test_capitals_are_read_like_small_letters() -> None:
    assert language_of(SENTENCES["es"].upper()) == "es"


@pytest.mark.parametrize("tag", ["es", "es-VE", "ES_ve", " es "])
def test_a_tag_is_cut_to_its_first_part(tag: str) -> None:
    assert primary_subtag(tag) == "es"


@pytest.mark.parametrize(
    ("text", "lang"), [("Venezuela has 5,000 Igla-S.", "en"), ("Kestrel: 5.000 misiles en la costa", "es")]
)
def test_a_text_of_names_and_figures_is_told_by_its_small_words(text: str, lang: str) -> None:
    assert language_of(text) == lang
