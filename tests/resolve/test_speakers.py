"""Naming speakers: pronouns, titles, surnames, bodies, states, the anonymous."""

import pytest

from rostra.resolve.speakers_heading import heading_name
from rostra.rules import language_pack
from tests.quotes.reading import named_quotes


def names(text: str, lang: str = "en") -> list[str | None]:
    return [quote.speaker_name for quote in named_quotes(text, lang)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Admiral Ada Breen said the strait was closed. She said nobody leaves.", ["Ada Breen", "Ada Breen"]),
        (
            "Admiral Ada Breen said the strait was closed. Breen said nobody leaves.",
            ["Ada Breen", "Ada Breen"],
        ),
        (
            "Admiral Ada Breen said the strait was closed. The admiral said nobody leaves.",
            ["Ada Breen", "Ada Breen"],
        ),
        ("French officials said the strait was closed.", ["France"]),
        ("Paris said the strait was closed.", ["France"]),
        ("A source said the strait was closed.", [None]),
        ("France closed the strait. The regime said it was mined.", ["France"]),
        ("France closed the strait. A government official said it was mined.", ["France"]),
        ("Officials said the strait was closed.", [None]),
        ("France and Germany said the strait was closed.", ["France; Germany"]),
        ("A NATO spokesman said the strait was closed.", ["NATO"]),
        (
            "A senior officer said the hull was weak. Major Ada Breen said it would hold.",
            ["Ada Breen", "Ada Breen"],
        ),
    ],
)
def test_english(text: str, expected: list[str | None]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La ministra Ana Vela dijo que no hay minas. Agregó que nadie zarpa.", ["Ana Vela", "Ana Vela"]),
        ("El gobierno francés dijo que no hay minas.", ["France"]),
        ("Una fuente dijo que no hay minas.", [None]),
        ("La flota zarpó hacia el sur, según señaló su coordinador, el doctor Orlo Vela.", ["Orlo Vela"]),
        (
            (
                "El presidente del Consejo Naval, Orlo Vela, dijo que no hay minas. Ana Ruiz dijo que hay dos. "
                "El presidente del Consejo Naval dijo que no hay ninguna."
            ),
            ["Orlo Vela", "Ana Ruiz", "Orlo Vela"],
        ),
    ],
)
def test_spanish(text: str, expected: list[str | None]) -> None:
    assert names(text, "es") == expected


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("El señor ORLO TENNARD (Grupo Mixto)", "Orlo Tennard"),
        ("La señora MINISTRA DE DEFENSA (Oria Keldt)", "Oria Keldt"),
        ("El señor PRESIDENTE", None),
    ],
)
def test_a_form_of_address_in_a_heading_is_no_name(heading: str, name: str | None) -> None:
    assert heading_name(heading, language_pack("es")) == name


def test_a_heading_names_its_speaker() -> None:
    text = "MODERATOR: Hello.\nGENERAL ADA BREEN, CHIEF OF STAFF: Hello.\nQ: Now?\nMODERATOR: Yes."
    assert names(text) == [None, "Ada Breen", None, None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "El general Kalo Orlo llegó a Selm. En rueda de prensa, afirmó que la flota zarpará mañana.",
            ["Kalo Orlo"],
        ),
        (
            "El fiscal del caso Orlo, Ruy Valdorín, dijo que la flota era vieja. El señor Tovo Orlo calló.",
            ["Ruy Valdorín"],
        ),
        ("Fuentes consultadas por Reuters aseguraron que la flota era vieja.", [None]),
    ],
)
def test_spanish_subjects(text: str, expected: list[str | None]) -> None:
    assert names(text, "es") == expected


def test_a_company_is_not_its_country() -> None:
    text = "Valdor Marine sold the hull. The German company said the hull was new."
    assert "Germany" not in names(text)


def test_the_title_of_the_phrase_itself_names_nobody() -> None:
    text = "Boris Marlo visitó la base. Según el titular de Interior, la alianza apoya a la armada."
    assert names(text, "es") == ["Interior"]


def test_in_a_transcript_i_is_who_has_the_floor() -> None:
    text = (
        "MINISTER ADA VELA: I said that the strait was closed.\n\n"
        "REPORTER ILAN ORMO: For how long?\n\n"
        "MINISTER ADA VELA: I said that nobody leaves.\n\n"
        "REPORTER ILAN ORMO: I said that ships are waiting.\n"
    )
    spoken = [quote for quote in named_quotes(text, "en") if quote.kind != "turn"]
    assert [quote.speaker_name for quote in spoken] == ["Ada Vela", "Ada Vela", "Ilan Ormo"]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("The judge who investigates the death of Ivo Tarn left. The judge said the hull was weak.", "en"),
        ("Ivo Tarn sold the hull. The shares will rise, his spokesman said.", "en"),
        ("La venta fue de Ivo Tarn. La empresa crece, según su portavoz.", "es"),
        ("El juez que investiga la muerte de Ivo Tarn salió. El juez dijo que el casco era débil.", "es"),
        (
            "President Ivo Tarn left. A senior officer said the hull was weak. President Ivo Tarn said it would hold.",
            "en",
        ),
    ],
)
def test_a_title_is_not_given_to_somebody_else(text: str, lang: str) -> None:
    assert names(text, lang)[0] is None


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("A resident of Selm said the hull was weak.", "en"),
        ("The wife of Ivo Tarn said the hull was weak.", "en"),
        ("French protesters said the hull was weak.", "en"),
        ("Un vecino de Selm dijo que el casco era débil.", "es"),
        ("La mujer de Ivo Tarn dijo que el casco era débil.", "es"),
        ("Um morador de Selm disse que o casco era fraco.", "pt"),
    ],
)
def test_a_bystander_speaks_for_nobody(text: str, lang: str) -> None:
    assert names(text, lang) == [None]


def test_an_unnamed_official_is_not_the_president_who_speaks_next() -> None:
    text = "A defence official said the hull was weak. President Ivo Tarn said it would hold."
    assert names(text) == [None, "Ivo Tarn"]


def test_a_title_of_two_words_is_read_whole() -> None:
    text = (
        "Foreign Minister Ada Breen said the hull was weak. Prime Minister Orlo Vela left. "
        "The prime minister said it would hold. The foreign minister said no ship sails."
    )
    assert names(text) == ["Ada Breen", "Orlo Vela", "Ada Breen"]


def test_a_bearer_of_the_whole_title_goes_before_one_near_the_body() -> None:
    text = (
        "Inspector General Ivo Tarn left. Harbour Board Director General Ada Breen came. "
        "The Harbour Board inspector general said the hull was weak."
    )
    assert names(text) == ["Ivo Tarn"]


def test_they_are_not_one_person() -> None:
    text = "Admiral Ada Breen said the hull was weak. Crews came. They said it would hold."
    assert names(text) == ["Ada Breen", None]
