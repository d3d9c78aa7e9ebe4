"""One name for one person: a later surname stands for the full name that the document gives."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from rostra.model import Document, Mention
from rostra.rules import LanguagePack
from rostra.text import fold

Parts = tuple[str, ...]


def name_persons(
    document: Document, mentions: tuple[Mention, ...], pack: LanguagePack
) -> tuple[Mention, ...]:
    """The mentions, each person under the longest name that the document gives for him or her.

    A part of two different full names keeps both as candidates under the name as it is written. A mention whose
    name the knowledge has (it carries an id) keeps it unless the document gives it another owner.
    """
    del document
    particles = pack.actors.words("particles")
    written = {mention.name for mention in mentions if mention.kind == "person"}
    names = {parts: name for name in sorted(written, key=len) if len(parts := _parts(name, particles)) > 1}
    owners = _owners(names)
    known = {mention.name: mention.id for mention in mentions if mention.kind == "person" and mention.id}
    return tuple(
        _named(mention, names, owners, particles, known) if mention.kind == "person" else mention
        for mention in mentions
    )


def _parts(name: str, particles: frozenset[str]) -> Parts:
    """Folded words of a name without particles, initials and possessives."""
    words = (fold(word).removesuffix("'s").strip(".,'") for word in name.replace("-", " ").split())
    return tuple(word for word in words if len(word) > 1 and word not in particles)


def _owners(names: Mapping[Parts, str]) -> Mapping[str, Sequence[Parts]]:
    """Full names by each of their words; a name that is part of a longer one gives way to it."""
    longest = [parts for parts in names if not any(_within(parts, other) for other in names)]
    owners: dict[str, list[Parts]] = defaultdict(list)
    for parts in longest:
        for word in dict.fromkeys(parts):
            owners[word].append(parts)
    return owners


def _within(part: Parts, whole: Parts) -> bool:
    """Whether the words of one name stand in the same order in a longer one."""
    if len(part) >= len(whole):
        return False
    words = iter(whole)
    return all(word in words for word in part)


def _named(
    mention: Mention,
    names: Mapping[Parts, str],
    owners: Mapping[str, Sequence[Parts]],
    particles: frozenset[str],
    known: Mapping[str, str],
) -> Mention:
    parts = _parts(mention.name, particles)
    if not parts or mention.candidates:
        return mention
    full = [whole for whole in owners.get(parts[0], ()) if whole == parts or _within(parts, whole)]
    if len(full) == 1:
        name = names[full[0]]
        return replace(mention, name=name, id=known.get(name, mention.id))
    if len(full) > 1 and mention.id is None:
        return replace(mention, candidates=_sorted(names[whole] for whole in full))
    return mention


def _sorted(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(names))
