"""Long texts about many things: claims come from their passages about arms alone."""

from tests.claims.reading import claims_of

_HOMES = "Enviamos al Congreso de Chile un proyecto de ley sobre pensiones, la huelga y los ingresos de los sindicatos."
_ARMS = (
    "Nuestro ejército es hoy una fuerza moderna. Las Fuerzas Armadas de Chile cuentan con 62.000 soldados, "
    "la Armada tiene ocho fragatas y la defensa dispone de cuatro submarinos."
)


def _speech(*, defence: bool) -> str:
    pages = ["\n\n".join([_HOMES] * 15)] * 4
    if defence:
        pages.insert(2, "\n\n".join([_ARMS] * 4))
    return "\n\n".join(pages)


def test_a_page_on_defence_is_read_in_a_speech_about_everything() -> None:
    found = claims_of(_speech(defence=True), "es")
    assert {"possession"} <= {claim.type for claim in found}


def test_pages_about_other_things_are_not() -> None:
    text = _speech(defence=True)
    assert all("pensiones" not in claim.evidence.of(text) for claim in claims_of(text, "es"))


def test_a_speech_without_such_a_page_has_no_claims() -> None:
    assert claims_of(_speech(defence=False), "es") == ()


def test_a_parliament_is_no_force() -> None:
    text = "El ejército informó de que enviamos al Congreso de Chile un proyecto de ley sobre la guerra y las armas."
    assert all(claim.type != "deployment" for claim in claims_of(text, "es"))
