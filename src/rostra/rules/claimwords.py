"""The words around a claim: who acts, what joins clauses, what makes a fact planned, possible, denied or not."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from importlib.resources.abc import Traversable
from typing import Any, Literal

from rostra.kernel.tables import FaultList, read_toml

Effect = Literal["planned", "conditional", "denied", "negated", "urged"]
Reach = Literal["before", "near", "clause", "after"]


@dataclass(frozen=True, slots=True, eq=False)
class ClaimWords:
    """Folded words by class (`claims.toml`). Tables map a word to its English name.

    `not_names` open sentences without being names ("nobody"), as do words that end in one of the `plural_marks`.
    Words in one of the `past_marks` follow an auxiliary, in one of the `adverb_marks` they are adverbs. `reactions` are verbs of who only answers to an act.
    `stores` are nouns for where arms are or what they form together (an arsenal, a fleet), `vague` words stand for a
    number (thousands), `headcounts` make the number before them one of people (40,000 strong), who is `civil`
    neither attacks nor is deployed (critics, tourists), and `missions` are forces abroad (a contingent).
    Before one of the `compound_heads` a noun only says of what kind that is (a test site); the `unarmed` words are
    those of crime and of campaigns, where an attack needs forces or arms to be a military one;
    words of `resolve` and of `readiness` right before an attack make it a threat (vowed; ready, which is told as
    a fact). Who is called by one of the `anonymous` nouns alone has no other name (sources).
    `civil_bodies` are words in the names of bodies without forces (parliament);
    `police` is counted apart from forces; a verb in one of the `first_person_endings` has the speaker's side as its
    subject; adverbs of `focus` stand between a verb and its object (has only two).
    `possible` are adjectives of an act that may come; `singles` are articles that count one in a list of counts.
    A `definite` determiner points at what is known already, one of the `phrase_ends` ends a noun's own phrase, and
    what stands beside a `simulated` word did not happen. Who is `elsewhere` is away from home (there), a `fleet` of
    ships or aircraft stays with the state that sends it. Words of `trial` are those of weapons tried out (a target missile),
    `causatives` those of making somebody do something, `bygone` those of wars long past (not "since" them), and where
    a `disarming` word stands (a treaty), what will be destroyed is given up and nobody threatens. `materiel` is made
    or tried as arms are without being a weapon by name (plutonium, a turret, a prototype); words of `staging` say
    that an exercise, a test or a call-up takes place, ends or is put off; who can be called up is `called`
    (youths, men of an age); what is practised in a `drill` is no attack (a landing, a river crossing).
    Forces stand at `spots` (a roof, the streets) behind one of the `standing_prepositions`; a clause that one of the
    `wheres` opens has its place before it.
    `orders` are nouns for what is bought (a contract), `packages` for what is given (aid).
    A `faint` word is one of arms only in a text about arms (a division, a lorry, the wounded).
    An attack named before one of the `supposing` verbs (would) has not happened. Beside a `civic` word (tariff, ballot box) a threat or an ability is none of arms, unless forces or arms stand there too.
    Beside a `civic` word (tariff, ballot box) a threat or an ability is none of arms, unless forces or arms stand there too.
    `mishaps` are words of floods, accidents and trials, beside which only forces, arms or an attack make a loss a military one.
    `lands` and `bands` stand behind "the" for a state and for an armed group named before (the kingdom, the group), and one of the
    `group_names` makes an organisation an armed group by its name (front).
    `pairs` stand before the word for two of them (both).
    `bodies` are those of a state with the pattern of their English name; whom one of the `spokespeople` speaks for is who speaks, and one of the
    `tellers` behind "the" is the body that spoke before (the institution).
    What is `undergone` has behind its "of" whom it befalls (the siege of), and `departures` what is left (the retreat from).
    """

    coordinators: frozenset[str] = frozenset()
    subordinators: frozenset[str] = frozenset()
    phrase_openers: frozenset[str] = frozenset()
    purposes: frozenset[str] = frozenset()
    agent_prepositions: frozenset[str] = frozenset()
    target_prepositions: frozenset[str] = frozenset()
    strict_target_prepositions: frozenset[str] = frozenset()
    tool_prepositions: frozenset[str] = frozenset()
    owner_prepositions: frozenset[str] = frozenset()
    source_prepositions: frozenset[str] = frozenset()
    goal_prepositions: frozenset[str] = frozenset()
    place_prepositions: frozenset[str] = frozenset()
    time_prepositions: frozenset[str] = frozenset()
    passive_auxiliaries: frozenset[str] = frozenset()
    perfect_auxiliaries: frozenset[str] = frozenset()
    modal_auxiliaries: frozenset[str] = frozenset()
    reflexives: frozenset[str] = frozenset()
    first_person: frozenset[str] = frozenset()
    third_person: frozenset[str] = frozenset()
    possessive_marks: frozenset[str] = frozenset()
    lands: frozenset[str] = frozenset()
    bands: frozenset[str] = frozenset()
    group_names: frozenset[str] = frozenset()
    pairs: frozenset[str] = frozenset()
    spokespeople: frozenset[str] = frozenset()
    tellers: frozenset[str] = frozenset()
    undergone: frozenset[str] = frozenset()
    departures: frozenset[str] = frozenset()
    support: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    military: frozenset[str] = frozenset()
    munitions: frozenset[str] = frozenset()
    nuclear: frozenset[str] = frozenset()
    sea: frozenset[str] = frozenset()
    war: frozenset[str] = frozenset()
    exercise: frozenset[str] = frozenset()
    governing: frozenset[str] = frozenset()
    infinitive_markers: frozenset[str] = frozenset()
    future_endings: frozenset[str] = frozenset()
    generic: frozenset[str] = frozenset()
    terrain: frozenset[str] = frozenset()
    bases: frozenset[str] = frozenset()
    future: frozenset[str] = frozenset()
    peace: frozenset[str] = frozenset()
    threatening: frozenset[str] = frozenset()
    not_claims: frozenset[str] = frozenset()
    conditions: frozenset[str] = frozenset()
    supplies: frozenset[str] = frozenset()
    open_water: frozenset[str] = frozenset()
    firing_grounds: frozenset[str] = frozenset()
    not_names: frozenset[str] = frozenset()
    plural_marks: frozenset[str] = frozenset()
    past_marks: frozenset[str] = frozenset()
    adverb_marks: frozenset[str] = frozenset()
    possible: frozenset[str] = frozenset()
    singles: frozenset[str] = frozenset()
    reactions: frozenset[str] = frozenset()
    stores: frozenset[str] = frozenset()
    vague: frozenset[str] = frozenset()
    civil: frozenset[str] = frozenset()
    headcounts: frozenset[str] = frozenset()
    compound_heads: frozenset[str] = frozenset()
    unarmed: frozenset[str] = frozenset()
    resolve: frozenset[str] = frozenset()
    readiness: frozenset[str] = frozenset()
    anonymous: frozenset[str] = frozenset()
    missions: frozenset[str] = frozenset()
    police: frozenset[str] = frozenset()
    civil_bodies: frozenset[str] = frozenset()
    first_person_endings: frozenset[str] = frozenset()
    focus: frozenset[str] = frozenset()
    definite: frozenset[str] = frozenset()
    phrase_ends: frozenset[str] = frozenset()
    simulated: frozenset[str] = frozenset()
    elsewhere: frozenset[str] = frozenset()
    fleet: frozenset[str] = frozenset()
    materiel: frozenset[str] = frozenset()
    staging: frozenset[str] = frozenset()
    called: frozenset[str] = frozenset()
    drill: frozenset[str] = frozenset()
    trial: frozenset[str] = frozenset()
    causatives: frozenset[str] = frozenset()
    bygone: frozenset[str] = frozenset()
    disarming: frozenset[str] = frozenset()
    spots: frozenset[str] = frozenset()
    standing_prepositions: frozenset[str] = frozenset()
    wheres: frozenset[str] = frozenset()
    orders: frozenset[str] = frozenset()
    packages: frozenset[str] = frozenset()
    faint: frozenset[str] = frozenset()
    civic: frozenset[str] = frozenset()
    corpses: frozenset[str] = frozenset()
    object_pronouns: frozenset[str] = frozenset()
    we: frozenset[str] = frozenset()
    supposing: frozenset[str] = frozenset()
    mishaps: frozenset[str] = frozenset()
    forces: Mapping[str, str] = field(default_factory=dict)
    groups: Mapping[str, str] = field(default_factory=dict)
    bodies: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ClaimCue:
    """A phrase that changes how a fact is stated.

    `reach` says where it must stand: `before` the trigger in its clause, `near` (at most three words before it),
    anywhere in the `clause`, or `after` it.
    """

    phrases: tuple[str, ...]
    effect: Effect
    reach: Reach
    example: str


@dataclass(frozen=True, slots=True)
class Measure:
    """What a figure measures: the words that name it, the units it comes in."""

    name: str
    words: tuple[str, ...]
    units: frozenset[str]
    default: bool
    example: str


@dataclass(frozen=True, slots=True)
class Condition:
    """What a figure holds for: the words that say so and their English name; `bound` marks minimum and maximum."""

    name: str
    words: tuple[str, ...]
    bound: bool
    example: str


@dataclass(frozen=True, slots=True)
class Figures:
    """The measures and conditions of `figures.toml`."""

    measures: tuple[Measure, ...] = ()
    conditions: tuple[Condition, ...] = ()


def load_claim_words(path: Traversable) -> ClaimWords:
    """Reads `claims.toml`; empty classes without one. A class left out is empty. Raises KnowledgeError for an unknown class."""
    if not path.is_file():
        return ClaimWords()
    table, faults = read_toml(path), FaultList(path.name)
    names = {item.name for item in fields(ClaimWords)}
    for name in sorted(set(table) - names):
        faults.add("unknown class of words", f"classes are {', '.join(sorted(names))}", field=name)
    faults.close()
    return ClaimWords(**{name: _words(value) for name, value in table.items()})


def _words(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {str(word): str(name) for word, name in value.items()}
    return frozenset(str(word) for word in value)


def load_claim_cues(path: Traversable) -> tuple[ClaimCue, ...]:
    """Reads `modality.toml`. Raises KnowledgeError that lists every entry without phrases or example."""
    rows = _rows(path, "cue", ("phrases", "effect", "example"))
    return tuple(
        ClaimCue(tuple(row["phrases"]), row["effect"], row.get("reach", "before"), row["example"])
        for row in rows
    )


def load_figures(path: Traversable) -> Figures:
    """Reads `figures.toml`. Raises KnowledgeError that lists every faulty entry."""
    measures = tuple(
        Measure(
            row["name"],
            tuple(row["words"]),
            frozenset(row["units"]),
            row.get("default", False),
            row["example"],
        )
        for row in _rows(path, "measure", ("name", "words", "units", "example"))
    )
    conditions = tuple(
        Condition(row["name"], tuple(row["words"]), row.get("bound", False), row["example"])
        for row in _rows(path, "condition", ("name", "words", "example"))
    )
    return Figures(measures, conditions)


def _rows(path: Traversable, table: str, needed: tuple[str, ...]) -> list[dict[str, Any]]:
    if not path.is_file():
        return []
    rows, faults = read_toml(path).get(table, []), FaultList(path.name)
    for number, row in enumerate(rows, start=1):
        for name in needed:
            if name not in row:
                faults.add(f"the field of [[{table}]] is missing", "fill it in", row=number, field=name)
    faults.close()
    return list(rows)
