"""Names that no table knows, read as actors by their shape and their place: "Valdoria has 40 tanks"."""

import re
from collections.abc import Iterator

from rostra.claims.scene import Line, Scene
from rostra.rules.wordsets import either

_NAME = re.compile(r"(?<![\w'’-])[A-ZÀ-Þ][^\W\d_]+(?:[ -][A-ZÀ-Þ][^\W\d_]+){0,2}(?![\w-])")
_OPENING = frozenset("\"“«„‘'¿¡([—–-*• ")


def unknown_names(scene: Scene, line: Line) -> Iterator[tuple[int, int]]:
    """Start and end of each capitalised name without a mention that owns something or stands before its verb."""
    verbs = {hit.start for hit in line.hits if any(use.frame.kind == "verb" for use in hit.value.uses)}
    for match in _shapes(scene, line.span.start, line.span.end):
        if _is_taken(line, match.start(), match.end()) or not _can_be_name(scene, line, match):
            continue
        if _acts(scene, line, match.end(), verbs) or _owns_forces(scene, line, match.start()):
            yield match.start(), match.end()


def stranger(scene: Scene, line: Line, start: int, end: int) -> str | None:
    """The first name between two offsets that stands behind no preposition and whose state nobody knows."""
    text = scene.document.text
    places = [
        (m.span.start, m.span.end)
        for m in line.inside(start, end, "place")
        if not scene.states.of(m) and text[m.span.start].isupper()
    ]
    shapes = [
        (match.start(), match.end())
        for match in _shapes(scene, start, end)
        if not _is_taken(line, match.start(), match.end()) and _can_be_name(scene, line, match)
    ]
    closed = scene.pack.words
    for begin, stop in sorted([*places, *shapes]):
        before = [word.text for word in line.before(begin, 2)]
        if not closed.prepositions & set(
            before[-2 if before[-1:] and before[-1] in closed.determiners else -1 :]
        ):
            return text[begin:stop]
    return None


def _shapes(scene: Scene, start: int, end: int) -> Iterator[re.Match[str]]:
    """Runs of capitalised words, without the word of the language that one may begin with: "If Valdoria"."""
    closed, words = scene.pack.words, scene.words
    small = either(
        either(closed.determiners, closed.prepositions, closed.conjunctions),
        either(words.subordinators, words.coordinators, words.conditions),
    )
    for found in _NAME.finditer(scene.document.text, start, end):
        first, _, rest = found[0].partition(" ")
        skipped = len(first) + 1 if rest and first.lower() in small else 0
        match = _NAME.match(scene.document.text, found.start() + skipped, found.end())
        if match:
            yield match


def _is_taken(line: Line, start: int, end: int) -> bool:
    """Whether a mention or a word for forces already stands there."""
    return any(m.span.start < end and start < m.span.end for m in line.mentions) or any(
        hit.start < end and start < hit.end and hit.value.classes for hit in line.hits
    )


def _can_be_name(scene: Scene, line: Line, match: re.Match[str]) -> bool:
    """A lone word at the start of a sentence has a capital anyway: plurals and words of the language are no names."""
    text = match[0]
    never = either(scene.words.not_names, scene.words.first_person, scene.words.third_person)
    if (text.isupper() and len(text) > 5) or text.lower() in never:
        return False
    if set(scene.document.text[line.span.start : match.start()]) - _OPENING:
        return True
    word, closed = text.lower(), scene.pack.words
    if " " in text and word.split()[0] not in either(closed.determiners, closed.prepositions):
        return True
    known = scene.words.not_names
    grammar = either(closed.determiners, closed.pronouns, closed.prepositions, closed.conjunctions)
    return bool(known) and word not in known | grammar and not word.endswith(tuple(scene.words.plural_marks))


def _acts(scene: Scene, line: Line, end: int, verbs: set[int]) -> bool:
    """Whether a verb, an auxiliary or the mark of an owner comes next."""
    following = line.after(end, 1)
    if not following or following[0].start > end + 1:
        return False
    word = following[0]
    auxiliaries = (
        scene.pack.words.auxiliaries | scene.words.modal_auxiliaries - scene.words.infinitive_markers
    )
    return (
        word.start in verbs
        or word.text in auxiliaries | scene.words.possessive_marks | scene.pack.words.negations
    )


def _owns_forces(scene: Scene, line: Line, start: int) -> bool:
    """Whether forces are said to be its own: "the army of Valdoria"."""
    before = line.before(start, 2)
    if len(before) < 2 or before[1].text not in scene.words.owner_prepositions:
        return False
    return any(
        hit.end in (before[0].end, before[1].end) and hit.value.classes & {"forces", "groups", "stores"}
        for hit in line.hits
    )


def is_in_name(scene: Scene, line: Line, start: int, end: int) -> bool:
    """Whether a word with a capital stands beside another: "the Harbour Barrage", "Popular Mobilization Forces"."""
    text = scene.document.text
    if not text[start].isupper() or start == line.span.start or " " in text[start:end]:
        return False
    beside = [word for word in (*line.before(start, 1), *line.after(end, 1)) if text[word.start].isupper()]
    if not beside:
        return False
    kinds = {"country", "nationality", "equipment", "date"}
    mentions = [m.span for m in line.mentions if m.kind in kinds]
    if not any(not any(s.start <= word.start < s.end for s in mentions) for word in beside):
        return False
    lower = sum(text[word.start].islower() for word in line.words)
    return 2 * lower > len(line.words)
