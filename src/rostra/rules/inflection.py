"""Word forms from stems and endings, both of them data: `deploy+ed`, `send/sends/sent/sent/sending`, `noun:raid`.

Words of an entry may be a choice, "_" standing for a blank in it: `present:will|is_going_to hit|strike back`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any, NamedTuple


class Form(NamedTuple):
    """A written form and the grammatical tag it stands for ("past", "participle", "future", "noun", …)."""

    text: str
    tag: str


@dataclass(frozen=True, slots=True)
class Inflection:
    """The endings of a language: `patterns` by name and tag; `order` names the tags of a list of whole forms."""

    patterns: Mapping[str, Mapping[str, Sequence[str]]]
    order: Sequence[str]

    @classmethod
    def read(cls, table: Mapping[str, Any]) -> "Inflection":
        """From the tables `[patterns.NAME]` and the list `order` of a data file."""
        return cls(table.get("patterns", {}), table.get("order", ()))

    def expand(self, written: str) -> Iterator[Form]:
        """Every form of one entry; the word with the sign is inflected, the others stay. Raises KeyError, ValueError."""
        for chosen in product(*(word.split("|") for word in _untagged(written))):
            yield from self._forms(_tag(written) + " ".join(word for word in chosen if word))

    def _forms(self, written: str) -> Iterator[Form]:
        words = written.replace("_", " ").split(" ")
        at = next((index for index, word in enumerate(words) if "+" in word or "/" in word), 0)
        for text, tag in self._heads(words[at]):
            yield Form(" ".join([*words[:at], text, *words[at + 1 :]]), tag)

    def _heads(self, head: str) -> Iterator[tuple[str, str]]:
        stem, plus, pattern = head.partition("+")
        if plus:
            for tag, endings in self.patterns[pattern].items():
                yield from ((stem + ending, tag) for ending in endings)
        elif "/" in head:
            for form, tag in zip(head.split("/"), self.order, strict=True):
                yield form, tag
        else:
            tag, colon, form = head.partition(":")
            yield (form, tag) if colon else (head, "noun")


def _tag(written: str) -> str:
    """The grammatical tag of an entry with its colon: "future:" of "future:will|shall hit"."""
    first = written.split(" ", 1)[0]
    return first[: first.find(":") + 1]


def _untagged(written: str) -> list[str]:
    return written[len(_tag(written)) :].split(" ")
