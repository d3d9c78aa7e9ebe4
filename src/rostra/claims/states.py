"""Which state a mention stands for, and which state a text is mostly about."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise

from rostra.claims.bodies import body_in, english_body
from rostra.data import Knowledge
from rostra.kernel import Span
from rostra.model import Mention
from rostra.rules import LanguagePack
from rostra.rules.wordsets import either
from rostra.text import Article, Segments, fold

_STATE_BODIES = ("ministry:", "force:", "agency:", "body:")
_ACTING = frozenset({"country", "nationality", "organisation", "military_unit"})
_NO_ACTORS = ("outlet:", "party:")
_WORD = re.compile(r"[^\W_]+(?:\.[^\W_]+)*")
CAPITAL = "capital:"
COMPANY = "company:"
MOVEMENT = "movement:"
TITLE_ROOM = 60
"""Code points before a person's name in which a title names the state ("Ostravian Defence Minister ...")."""


class States:
    """The states behind the mentions of one document."""

    def __init__(self, mentions: Sequence[Mention], article: Article) -> None:
        self._pack, self._knowledge = article.pack, article.knowledge
        self._persons = dict(self._titled(mentions, article.segments))
        self._home_state = self._home(mentions)
        acting = [(state, m.span.start) for m in mentions if (state := self._acting(m, article))]
        states = {state for state, _ in acting}
        if self._home_state not in states and len(states) == 1:
            self._home_state = acting[0][0]
        since = (start for state, start in acting if state == self._home_state)
        self._since = next(since, None)
        self._lone = self._alone(mentions)

    def alone(self, until: int) -> str | None:
        """The one state of a text that names no other, be it by places alone: "the army" is its army."""
        return self._lone[0] if self._lone and self._lone[1] < until else None

    def _alone(self, mentions: Sequence[Mention]) -> tuple[str, int] | None:
        kinds = {"country", "nationality", "place"}
        named = [(state, m.span.start) for m in mentions if m.kind in kinds and (state := self.of(m))]
        return named[0] if len({state for state, _ in named}) == 1 else None

    def home(self, until: int) -> str | None:
        """The state that a text is mostly about, once it has named it as an actor; None before that."""
        return self._home_state if self._since is not None and self._since < until else None

    def _acting(self, mention: Mention, article: Article) -> str | None:
        """The state that a mention names as an actor, and not as the place of something: "over Ostravia"."""
        state = self.of(mention) if mention.kind in _ACTING else None
        if state is None or mention.kind == "nationality":
            return state
        words = article.pack.claim_words
        before = article.folded[max(0, mention.span.start - 16) : mention.span.start].split()
        located = (words.place_prepositions | words.goal_prepositions) - words.owner_prepositions
        return None if before and before[-1] in located else state

    def of(self, mention: Mention) -> str | None:
        """English name of the state of a country, nationality, place, ministry, force or person in office."""
        entity, kind = mention.id or "", mention.kind
        if kind in {"country", "nationality"}:
            country = self._knowledge.countries.get(entity)
            return country.name if country else mention.name
        if kind == "place":
            return self._knowledge.places.country_of(entity or self._capital(mention))
        if kind == "person":
            return _office_states(self._knowledge).get(entity) or self._persons.get(mention.name)
        if kind in {"organisation", "military_unit"}:
            return self._of_body(entity, mention)
        return None

    @staticmethod
    def _capital(mention: Mention) -> str:
        """The state of today that a capital of several stands for: Moscow is Russia's before the Soviet Union's."""
        return next((one for one in mention.candidates if one.startswith(CAPITAL)), "")

    def people(self, name: str) -> str | None:
        """The state of a people under the plural of its adjective: "Ostravians", "the Emiratis"."""
        words, demonyms = self._pack.claim_words, _state_words(self._pack, self._knowledge)
        form = fold(name)
        return next(
            (
                demonyms[form.removesuffix(mark)]
                for mark in words.plural_marks
                if form.removesuffix(mark) in demonyms and form.endswith(mark)
            ),
            None,
        )

    def body(self, phrase: str, state: str, *, whole: bool) -> str | None:
        """The English name of the body of a state that a phrase names; None where it names none.

        A `whole` name has nothing besides the body and the state: "the Ostravian navy".
        """
        closed = self._pack.words
        parts = {
            part
            for name, known in _state_words(self._pack, self._knowledge).items()
            if known == state
            for part in name.split()
        }
        other = {*parts, *map(fold, either(closed.determiners, closed.prepositions))}
        pattern = body_in(phrase, self._pack.claim_words, other if whole else None)
        return english_body(pattern, state, self._knowledge) if pattern else None

    def is_state(self, name: str) -> bool:
        """Whether a name is the English one of a state."""
        return fold(name) in _state_words(self._pack, self._knowledge)

    def named(self, name: str) -> str | None:
        """The state that a speaker of that name speaks for."""
        return self._persons.get(name) or (name if self.is_state(name) else None)

    def _of_body(self, entity: str, mention: Mention) -> str | None:
        if entity.startswith(_STATE_BODIES):
            code = entity.partition(":")[2].partition("/")[0]
            country = self._knowledge.countries.get(code)
            return country.name if country else None
        words = [match[0] for match in _WORD.finditer(fold(mention.name))]
        demonyms = _state_words(self._pack, self._knowledge)
        pairs = [" ".join(pair) for pair in pairwise(words)]
        return (
            None if entity else next((demonyms[word] for word in (*pairs, *words) if word in demonyms), None)
        )

    def _titled(self, mentions: Sequence[Mention], segments: Segments) -> Iterator[tuple[str, str]]:
        """Persons by the state named right before them in their sentence, bodies and states by themselves."""
        nation: tuple[Span, str] | None = None
        found: dict[str, str] = {}
        for mention in mentions:
            if mention.kind == "person":
                office = _office_states(self._knowledge).get(mention.id or "")
                if office:
                    found[mention.name] = office
                elif nation and _same_title(segments, nation[0], mention.span):
                    found.setdefault(mention.name, nation[1])
            elif mention.kind in {"country", "nationality", "organisation"}:
                state = (
                    self.of(mention)
                    if mention.kind != "organisation"
                    else self._of_body(mention.id or "", mention)
                )
                if state:
                    nation = (mention.span, state)
                    found.setdefault(mention.name, state)
                    found.setdefault(state, state)
        yield from found.items()

    def _home(self, mentions: Sequence[Mention]) -> str | None:
        """The state that most of the text's places lie in; with no places, the state named most."""
        places = Counter(
            state for m in mentions if m.kind == "place" and not is_capital(m) and (state := self.of(m))
        )
        states = places or Counter(
            state for m in mentions if m.kind in {"country", "nationality"} and (state := self.of(m))
        )
        return states.most_common(1)[0][0] if states else None


def is_capital(mention: Mention) -> bool:
    """Whether a place is the capital of a state, be it of one of several."""
    return (mention.id or next(iter(mention.candidates), "")).startswith(CAPITAL)


def is_actor(mention: Mention) -> bool:
    """Whether a mention can hold, do or suffer something: outlets and parties only speak, a creed is no state."""
    creed = mention.kind == "nationality" and not mention.id
    return not creed and not (mention.id or "").startswith(_NO_ACTORS)


def _same_title(segments: Segments, nation: Span, person: Span) -> bool:
    near = 0 <= person.start - nation.end <= TITLE_ROOM
    return near and segments.sentence_index(nation.start) == segments.sentence_index(person.start)


@cache
def _office_states(knowledge: Knowledge) -> Mapping[str, str]:
    """State by the id of a person in office."""
    found = ((holder.id, knowledge.countries.get(holder.state)) for holder in knowledge.offices.all)
    return {entity: country.name for entity, country in found if country}


@cache
def _state_words(pack: LanguagePack, knowledge: Knowledge) -> Mapping[str, str]:
    """State by folded name or demonym: for the bodies that carry one in their name ("Ostravian Navy")."""
    words: dict[str, str] = {}
    for country in knowledge.countries.by_code.values():
        for demonym in (country.demonym, *pack.nations.demonyms.get(country.code, ())):
            words.update((fold(form), country.name) for form in pack.nations.demonym_forms(demonym) if form)
        for name in (country.name, *pack.nations.names.get(country.code, ())):
            words[fold(name).rstrip(".")] = country.name
    return words
