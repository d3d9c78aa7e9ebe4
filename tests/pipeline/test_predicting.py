"""Statements about the future course of military acts, and what they are of."""

import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rostra.kernel import PartialDate, Span
from rostra.model import Claim, Mention, MentionKind
from rostra.pipeline.predicting import Foreseen, find_foreseen
from rostra.rules import known_languages
from rostra.text import Article
from tests.mentions.reading import article_of


def mention(
    text: str, words: str, kind: MentionKind = "country", value: PartialDate | None = None
) -> Mention:
    at = text.index(words)
    return Mention(Span(at, at + len(words)), kind, words, "M100", value=value)


def one(text: str, *mentions: Mention, lang: str = "en") -> Foreseen:
    (found,) = find_foreseen(article_of(text, lang), mentions)
    return found


def test_a_statement_is_its_sentence_with_the_words_that_say_it() -> None:
    text = "It rained. Valdoria will increasingly resort to symbolic militarization abroad. So they say."
    found = one(text)
    assert found.sentence.of(text) == "Valdoria will increasingly resort to symbolic militarization abroad."
    assert found.words.of(text) == "will increasingly resort to symbolic militarization"
    assert (found.direction, found.act, found.hedge, found.rule) == ("up", "display", "stated", "S200")


def test_the_act_may_be_the_subject() -> None:
    found = one("Military drills near the straits are likely to decline.")
    assert (found.direction, found.act, found.hedge, found.rule) == ("down", "exercise", "likely", "S210")


def test_a_statement_has_the_same_id_wherever_it_is_found() -> None:
    text = "Marenia may step up its missile tests."
    assert one(text).id == one(text).id


def test_who_acts_is_the_one_name_that_can_be() -> None:
    text = "Marenia expects Valdoria to step up its missile tests."
    assert one(text, mention(text, "Marenia"), mention(text, "Valdoria")).holder == "Valdoria"


def test_nobody_is_named_where_two_names_could_be() -> None:
    text = "Valdoria and Marenia will step up missile tests."
    assert one(text, mention(text, "Valdoria"), mention(text, "Marenia")).holder is None


def test_a_person_is_never_the_holder() -> None:
    text = "General Corvin will step up missile tests."
    assert one(text, mention(text, "General Corvin", "person")).holder is None


def test_a_claim_on_the_act_names_the_holder() -> None:
    text = "The gulf state is likely to step up its missile tests."
    claim = Claim("doc_test", "test", Span(0, len(text)), "C150", 0.9, holder="Ostravia")
    (found,) = find_foreseen(article_of(text, "en"), (), (claim,))
    assert found.holder == "Ostravia"


def test_words_of_a_time_are_the_horizon() -> None:
    text = "Marenia could multiply its naval exercises over the next six months."
    found = one(text)
    assert found.horizon is not None
    assert found.horizon.of(text) == "over the next six months"


@pytest.mark.parametrize(("written", "until"), [("2025-10-25", "2026-03"), ("2027-01-01", None)])
def test_a_date_counts_where_it_is_still_to_come(written: str, until: str | None) -> None:
    text = "Marenia will probably step up its missile tests by March 2026."
    article = article_of(text, "en")
    dated = replace(article.document, date=PartialDate.parse(written))
    date = mention(text, "March 2026", "date", PartialDate.parse("2026-03"))
    (found,) = find_foreseen(Article(dated, article.pack, article.knowledge), (date,))
    assert (str(found.until) if found.until else None) == until


@pytest.mark.parametrize(
    ("text", "lang", "rate"),
    [
        ("There is a 70 % chance that Marenia will expand its naval drills.", "en", 0.7),
        ("Hay una probabilidad del 60 % de que Marenia aumente sus pruebas de misiles.", "es", 0.6),
        ("Marenia will expand its naval drills by 70 %.", "en", None),
        ("It is likely that Marenia will expand its naval drills.", "en", None),
    ],
)
def test_a_probability_is_only_what_the_text_gives(text: str, lang: str, rate: float | None) -> None:
    assert one(text, lang=lang).probability == rate


def test_an_act_of_two_meanings_needs_the_company_of_war() -> None:
    assert find_foreseen(article_of("The school is likely to step up drills.", "en")) == ()
    text = "The corps is likely to step up drills."
    assert one(text, mention(text, "corps", "military_unit")).act == "exercise"


def test_more_of_one_thing_and_less_of_another_is_left_to_a_reader() -> None:
    text = "Valdoria will reduce the number of additional military exercises."
    assert find_foreseen(article_of(text, "en")) == ()


def test_a_question_foresees_nothing() -> None:
    assert find_foreseen(article_of("Who says that Valdoria will step up missile tests?", "en")) == ()


@pytest.mark.parametrize("words", ["will ", "military exercises ", "will step up ", "expects x ", "will, "])
def test_a_line_without_end_takes_no_time(words: str) -> None:
    article = article_of(words * 40_000, "en")
    assert article.segments.sentences
    start = time.process_time()
    find_foreseen(article)
    assert time.process_time() - start < 2


@given(st.text(max_size=60), st.sampled_from(known_languages()))
def test_what_is_found_lies_in_its_sentence(noise: str, lang: str) -> None:
    text = f"{noise} will step up missile tests {noise} podría multiplicar sus ejercicios militares."
    for found in find_foreseen(article_of(text, lang)):
        assert found.sentence.contains(found.words)


@pytest.mark.parametrize(
    "text",
    [
        "Valdoria will resume military exercises talks.",
        "Military exercises will increase tensions in the gulf.",
        "The missile tests will continue to worry Marenia.",
        "Valdoria warned that military exercises will double the price of oil.",
        "Valdoria will halt grain exports, and missile tests will continue to worry Marenia.",
        "Nobody thinks that Valdoria will scale back its military drills.",
    ],
)
def test_an_act_in_another_place_of_the_sentence_does_not_change(text: str) -> None:
    assert find_foreseen(article_of(text, "en")) == ()
