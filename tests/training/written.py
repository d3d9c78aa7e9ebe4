"""Texts written for these tests, with their attributions, about a state that does not exist."""

from rostra.kernel import Span
from rostra.training.example import Attribution, Example

_SAID = (
    ("{name} said that {what}.", "that {what}", "said"),
    ("“{what},” {name} announced.", "{what}", "announced"),
    ("According to {name}, {what}.", "{what}", "According to"),
    ("{name} warned on Tuesday: “{what}.”", "{what}", "warned"),
)
_NAMES = ("Ana Ruiz", "General Torv Breen", "the ministry", "Valdoria", "a spokesman of the fleet")
_WHATS = (
    "the missiles of the second brigade had been delivered",
    "two frigates will sail north in May",
    "no launcher has left the harbour of Selm",
)


def examples(count: int = 20, origin: str = "written") -> list[Example]:
    """That many short texts, each with a sentence of the outlet's own before the attribution."""
    return [_example(number, origin) for number in range(count)]


def _example(number: int, origin: str) -> Example:
    pattern, content, cue = _SAID[number % len(_SAID)]
    name, what = _NAMES[number % len(_NAMES)], _WHATS[number % len(_WHATS)]
    lead = f"Snow fell on the hills of Marenia for day {number}.\n"
    text = lead + pattern.format(name=name, what=what)

    def span(words: str) -> Span:
        start = text.index(words, len(lead))
        return Span(start, start + len(words))

    attribution = Attribution((span(content.format(what=what)),), (span(cue),), (span(name),))
    return Example(f"t{number}", text, "en", (attribution,), origin)
