"""Reporting cues of a language: the verbs, prepositions and nouns that hand words to a speaker."""

from collections.abc import Iterator, Mapping
from dataclasses import MISSING, dataclass, fields
from importlib.resources.abc import Traversable
from typing import Any, Literal

from rostra.kernel.tables import FaultList, read_toml

CuePart = Literal["verb", "preposition", "noun"]
ROLES = ("base", "infinitive", "finite", "finite_singular", "finite_plural", "participle", "gerund")


@dataclass(frozen=True, slots=True)
class Cue:
    """A word or phrase of reporting. `takes` names the complements it may open; `example` shows it at work."""

    lemma: str
    part: CuePart
    cue_class: str
    takes: frozenset[str]
    example: str
    nouns: tuple[str, ...] = ()
    """The forms of a cue noun; verbs that look like one need more evidence."""


@dataclass(frozen=True, slots=True)
class CueForm:
    """One form of a cue and the parts it can play in a clause ("said": finite and participle)."""

    text: str
    cue: Cue
    roles: frozenset[str]


@dataclass(frozen=True, slots=True)
class CueContext:
    """The small words around a cue, as classes of casefolded words."""

    complementizers: frozenset[str]
    whether: frozenset[str]
    infinitive: frozenset[str]
    passive_auxiliaries: frozenset[str]
    perfect_auxiliaries: frozenset[str]
    adverbs: frozenset[str]
    adverb_endings: frozenset[str]
    times: frozenset[str]
    venues: frozenset[str]
    clause_breaks: frozenset[str]
    coordinators: frozenset[str]
    noun_links: frozenset[str]
    carriers: frozenset[str]
    homographs: frozenset[str]
    quantifiers: frozenset[str]
    past_endings: frozenset[str]
    gerund_endings: frozenset[str]
    subject_pronouns: frozenset[str]
    person_relatives: frozenset[str]
    contrast: frozenset[str]
    plural_endings: frozenset[str]
    plural_words: frozenset[str]
    infinitive_endings: frozenset[str]
    addressers: frozenset[str]
    possessives: frozenset[str]
    person_pronouns: frozenset[str]
    clitics: frozenset[str]
    stoppers: frozenset[str]
    name_particles: frozenset[str]
    agents: frozenset[str]
    bare_clauses: bool
    comma_opens: bool
    """Whether a comma always stands before a complementizer ("заявил, что")."""
    drop_subject: bool
    authored: frozenset[str] = frozenset()
    """Words before an agent that is the author of the document ("figures released by the navy"); may be left out."""
    impersonal: frozenset[str] = frozenset()
    """Clitics that leave a verb of opinion without a speaker ("se espera que"); may be left out."""
    quoted_saying: frozenset[str] = frozenset()
    """What follows the person in "quoted the minister as saying"; may be left out."""
    past_words: frozenset[str] = frozenset()
    """Finite past forms that show no past ending ("took"); may be left out."""
    manner: frozenset[str] = frozenset()
    """Words that may stand before a trailing attribution ("CONTENT, as the minister said"); may be left out."""
    connectives: frozenset[str] = frozenset()
    """Words that may open a quotation which goes on ("Instead, QUOTE"); may be left out."""
    outer_sources: bool = False
    """Whether who relays an attribution is given the whole of it beside its own speaker; may be left out."""
    distances: frozenset[str] = frozenset()
    """Words that close a distance in time ("a day earlier"); may be left out."""
    conditions: frozenset[str] = frozenset()
    """Words that may open a reported clause before its main one ("said if it rains, the pier closes")."""
    both_cases: frozenset[str] = frozenset()
    """Pronouns that are subject and object alike ("it"); may be left out."""


class Cues:
    """All cues of a language, by form. Forms are casefolded and keep their accents."""

    def __init__(self, cues: tuple[Cue, ...], forms: Mapping[str, CueForm], context: CueContext) -> None:
        self.cues = cues
        self.forms = forms
        self.context = context
        self.noun_forms = context.homographs.union(*(cue.nouns for cue in cues))


def inflected(lemma: str, pattern: str) -> str:
    """A form of the lemma's first word: "-2+ó" cuts two letters and adds, "=ed" doubles the last letter."""
    first, blank, rest = lemma.partition(" ")
    cut, _, ending = pattern.partition("+")
    if pattern.startswith("="):
        return f"{first}{first[-1]}{pattern[1:]}{blank}{rest}"
    return f"{first[: len(first) + int(cut or 0)]}{ending}{blank}{rest}"


def load_cues(path: Traversable) -> Cues:
    """Reads `cues.toml`. Raises KnowledgeError that lists every faulty entry."""
    table = read_toml(path)
    faults = FaultList(path.name)
    parts: dict[CuePart, str] = {"verb": "verbs", "preposition": "prepositions", "noun": "nouns"}
    cues: list[Cue] = []
    forms: dict[str, CueForm] = {}
    for part, section in parts.items():
        for lemma, entry in table.get(section, {}).items():
            cue = _cue(lemma, part, entry, faults)
            cues.append(cue)
            for text, roles in _forms(cue, entry, table.get("inflections", {}), faults):
                forms.setdefault(text, CueForm(text, cue, roles))
    context = _context(table.get("context", {}), faults)
    faults.close()
    return Cues(tuple(cues), forms, context)


def _cue(lemma: str, part: CuePart, entry: Mapping[str, Any], faults: FaultList) -> Cue:
    for key in ("class", "example"):
        if not entry.get(key):
            faults.add(f"{lemma!r} has no {key}", f"give it a {key}", field=lemma)
    takes = frozenset(str(item) for item in entry.get("takes", ()))
    nouns = tuple(str(form).casefold() for form in entry.get("forms", ())) if part == "noun" else ()
    return Cue(lemma, part, str(entry.get("class", "")), takes, str(entry.get("example", "")), nouns)


def _forms(
    cue: Cue, entry: Mapping[str, Any], inflections: Mapping[str, Any], faults: FaultList
) -> Iterator[tuple[str, frozenset[str]]]:
    listed = entry.get("forms", {})
    if cue.part != "verb":
        yield from ((str(form).casefold(), frozenset()) for form in listed or [cue.lemma])
        return
    pattern = entry.get("inflect")
    if pattern is not None and pattern not in inflections:
        faults.add(f"{cue.lemma!r} follows no known inflection", "name one of [inflections]", field=cue.lemma)
    table = {
        role: [inflected(cue.lemma, p) for p in patterns]
        for role, patterns in inflections.get(str(pattern), {}).items()
    }
    by_form: dict[str, set[str]] = {}
    for role, texts in (table | dict(listed)).items():
        if role not in ROLES:
            faults.add(f"unknown role {role!r} of {cue.lemma!r}", f"roles are {', '.join(ROLES)}")
        for text in texts:
            by_form.setdefault(str(text).casefold(), set()).add(role)
    yield from ((text, frozenset(roles)) for text, roles in by_form.items())


def _context(table: Mapping[str, Any], faults: FaultList) -> CueContext:
    values: dict[str, Any] = {}
    for field in fields(CueContext):
        if field.name not in table and field.default is MISSING:
            faults.add("the class of words is missing", "give a list, or true or false", field=field.name)
        value = table.get(field.name, False if field.default is False else [])
        values[field.name] = (
            value if isinstance(value, bool) else frozenset(str(word).casefold() for word in value)
        )
    return CueContext(**values)
