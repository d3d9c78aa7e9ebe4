"""What a person reads of costly signals: a paragraph with its limits, a table, a picture."""

from collections.abc import Sequence

from rostra.signals.costs.balance import Balance
from rostra.signals.costs.ladder import LEVELS
from rostra.signals.results import Picture, Section, picture_of

_LIMITS = (
    "A step says what kind of act the articles report, by a rule on their words; it is ordinal, no sum, and the size "
    "of a number never raises it. What the press leaves out, and what an audience at home costs a ruler, it does not see."
)


def section(balances: Sequence[Balance]) -> Section:
    """Balances for a reader."""
    return Section(
        "Costly signals: words against acts",
        paragraph(balances),
        ("actor", "period", "words", "acts", "highest step"),
        tuple(
            (each.actor, each.date.isoformat(), str(each.rhetoric), str(each.acts), LEVELS[each.highest])
            for each in balances
        ),
        picture(balances),
    )


def paragraph(balances: Sequence[Balance]) -> str:
    """The balance in words that an analyst may print."""
    if not balances:
        return f"No claim with a known holder. {_LIMITS}"
    actors = sorted({each.actor for each in balances})
    told = [_words(actor, [each for each in balances if each.actor == actor]) for actor in actors[:5]]
    more = f" {len(actors) - 5} more actors are in the table." if len(actors) > 5 else ""
    return f"{' '.join(told)}{more} {_LIMITS}"


def _words(actor: str, own: Sequence[Balance]) -> str:
    words, acts = sum(each.rhetoric for each in own), sum(each.acts for each in own)
    highest = LEVELS[max(each.highest for each in own)]
    return (
        f"{actor}: {words} articles with words or displays, {acts} with costly acts (one may hold both), "
        f"over {len(own)} periods; the highest step is {highest}."
    )


def picture(balances: Sequence[Balance]) -> Picture:
    """Words up, acts down, by period and actor: Vega-Lite, data inside."""
    values = [
        {"actor": each.actor, "date": each.date.isoformat(), "what": what, "articles": count}
        for each in balances
        for what, count in (("words", each.rhetoric), ("acts", -each.acts))
    ]
    return picture_of(
        "Articles with words above the line, with costly acts below it",
        data={"values": values},
        mark="bar",
        encoding={
            "x": {"field": "date", "type": "temporal"},
            "y": {"field": "articles", "type": "quantitative", "title": "acts below, words above"},
            "color": {"field": "what", "type": "nominal"},
            "row": {"field": "actor", "type": "nominal"},
        },
    )
