"""Who utters a threat that stands in no quotation: "Valdoria vowed revenge" tells it in Valdoria's words."""

from rostra.claims.events import Event


def threatener_of(event: Event, holder: str | None) -> str | None:
    """The person of the holder's side who is named before a word of threat, else the holder; None for other words."""
    if event.frame.type != "threat" or holder is None:
        return None
    states = event.sentence.scene.states
    persons = [
        m.name
        for m in event.sentence.line.inside(event.clause.start, event.start, "person")
        if states.named(m.name) == holder
    ]
    return persons[0] if persons else holder
