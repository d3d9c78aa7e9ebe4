"""One name for one person: a later surname stands for the full name that the document gives."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from rostra.model import Mention
from rostra.text import Article, fold

Parts = tuple[str, ...]
_FIRST_CYRILLIC = 0x400


def name_persons(article: Article, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The mentions, each person under the longest name that the document gives for him or her, as it spells it.

    A part of two different full names keeps both as candidates. A person whom the knowledge has and the document
    names by surname alone gets the full name of the knowledge, with the surname as the document spells it.
    """
    particles = article.pack.actors.words("particles")
    persons = [mention for mention in mentions if mention.kind == "person"]
    written = {mention.span: _written(mention, article.text) for mention in persons}
    names = _full_names(written.values(), particles)
    owners = _owners(names)
    ids = {written[mention.span]: mention.id for mention in persons if mention.id}
    return tuple(
        _named(replace(mention, name=written[mention.span]), mention.name, names, owners, (particles, ids))
        if mention.kind == "person"
        else mention
        for mention in mentions
    )


def _written(mention: Mention, text: str) -> str:
    """The name as the document spells it, in Latin letters; else as the knowledge does."""
    name = mention.span.of(text)
    return name if all(ord(char) < _FIRST_CYRILLIC for char in name) else mention.name


def _full_names(written: Iterable[str], particles: frozenset[str]) -> Mapping[Parts, str]:
    """Names of two words or more by their parts; of several spellings the one that is not in capitals."""
    ordered = sorted(set(written), key=lambda name: (not name.isupper(), len(name), name))
    return {parts: name for name in ordered if len(parts := _parts(name, particles)) > 1}


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
    canonical: str,
    names: Mapping[Parts, str],
    owners: Mapping[str, Sequence[Parts]],
    known: tuple[frozenset[str], Mapping[str, str]],
) -> Mention:
    particles, ids = known
    parts = _parts(mention.name, particles)
    if not parts or mention.candidates:
        return mention
    full = [whole for whole in owners.get(parts[0], ()) if whole == parts or _within(parts, whole)]
    if len(full) == 1:
        name = names[full[0]]
        return replace(mention, name=name, id=ids.get(name, mention.id))
    if len(full) > 1 and mention.id is None:
        return replace(mention, candidates=_sorted(names[whole] for whole in full))
    if mention.id is not None and len(parts) == 1 and not full:
        return replace(mention, name=_completed(canonical, mention.name))
    return mention


def _completed(canonical: str, surname: str) -> str:
    """The canonical name, its last word spelled as the document spells the surname: "Ruy Valdorin" for "Valdorín"."""
    first, blank, last = canonical.rpartition(" ")
    alike = surname[:1].casefold() == last[:1].casefold() and " " not in surname and not surname.isupper()
    return f"{first}{blank}{surname}" if alike else canonical


def _sorted(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(names))
