"""Who has been named and who has spoken so far: what a pronoun or a title can stand for."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from rostra.kernel import Span
from rostra.model import Mention
from rostra.resolve.speakers_near import named_body, titled_person
from rostra.resolve.speakers_phrase import OWNED, Phrase, read_phrase
from rostra.resolve.speakers_states import governing_state
from rostra.resolve.speakers_titles import introduced, singular, under_title
from rostra.text import Article


def _onward(mentions: Sequence[Mention], first: int) -> Iterator[Mention]:
    """The mentions from one on, without a copy of them: a line of ten megabytes has many, and many ask."""
    return (mentions[index] for index in range(first, len(mentions)))


class Memory:
    """The speakers of one document so far, in order of the text."""

    def __init__(self, article: Article, mentions: Sequence[Mention], states: Mapping[int, str]) -> None:
        self.document, self.segments, self.states = article.document, article.segments, states
        self.words = article.pack.speaker_words
        self.relatives = article.pack.words.relatives
        self.possessives = article.pack.cues.context.possessives
        self.mentions = mentions
        self.state_starts = sorted(states)
        self.state_names = frozenset(states.values())
        self.starts = [mention.span.start for mention in mentions]
        self.persons = [mention for mention in mentions if mention.kind == "person"]
        self.person_starts = [mention.span.start for mention in self.persons]
        self.person_names = dict.fromkeys(mention.name for mention in self.persons)
        self.lead_end = self.segments.paragraphs[0].end if self.segments.paragraphs else 0
        self.last_person: tuple[str, int] | None = None
        self.last_thing: str | None = None
        self.last: str | None = None
        self.last_unnamed: str | None = None
        """Whose unnamed man or woman spoke last ("the military spokesman"): "he" may go on for them."""
        self.by_head: dict[str, str] = {}
        self.by_title: dict[str, str] = {}
        self.genders: dict[str, str] = {}
        self.written: list[str] = []
        self._phrases: dict[Span, Phrase] = {}

    def inside(self, span: Span) -> list[Mention]:
        """Mentions that overlap a span."""
        first = max(0, bisect_left(self.starts, span.start) - 1)
        found = []
        for mention in _onward(self.mentions, first):
            if mention.span.start >= span.end:
                break
            if mention.span.overlaps(span):
                found.append(mention)
        return found

    def phrase(self, span: Span) -> Phrase:
        """The words of a speaker at a span, read once."""
        if span not in self._phrases:
            self._phrases[span] = read_phrase(self.document.text, span, self.inside(span), self.words)
        return self._phrases[span]

    def persons_after(self, offset: int) -> Sequence[Mention]:
        """The next two persons from an offset on."""
        first = bisect_left(self.person_starts, offset)
        return self.persons[first : first + 2]

    def is_person(self, name: str) -> bool:
        """Whether a name is that of a person, as far as the text tells."""
        return (
            name in self.person_names
            or name in self.genders
            or (self.last_person is not None and (self.last_person[0] == name))
        )

    def named_before(self, name: str, offset: int) -> bool:
        """Whether a person of that name stands in the text before an offset."""
        last = bisect_left(self.person_starts, offset)
        return any(mention.name == name for mention in self.persons[:last])

    def spoke(self, name: str | None, phrase: Phrase, span: Span) -> None:
        """Takes in who spoke, so that later phrases can stand for them."""
        if name is None:
            return
        self.last = name
        gender = phrase.gender or (phrase.pronoun if phrase.pronoun in {"masculine", "feminine"} else None)
        if phrase.persons or gender or (phrase.kind == "role" and phrase.capitals and not phrase.others):
            self.last_person = (name, span.start)
            if gender:
                self.genders[name] = gender
        elif phrase.pronoun is None and not (phrase.kind == "role" and name in self.person_names):
            self.last_thing = name
        if phrase.single_person and phrase.kind == "role" and name not in self.person_names:
            self.last_unnamed = name
        if phrase.head and "; " not in name:
            self.by_head[singular(phrase.head)] = name
            if phrase.title:
                self.by_title[phrase.title] = name
        if phrase.pronoun is None and name not in self.written:
            self.written.append(name)
            del self.written[:-200]

    def of_pronoun(self, pronoun: str, span: Span) -> str | None:
        """Whom a pronoun stands for: a fitting person of its sentence, the last speaker, the last one named."""
        if pronoun in {"thing", "plural"}:
            return self._thing(span) if pronoun == "thing" else self._several()
        if pronoun == "first":
            return None
        return (
            self._in_sentence(span, pronoun)
            or self._speaker(pronoun)
            or self._before(span, pronoun)
            or self.last_unnamed
        )

    def _several(self) -> str | None:
        """Whom "they" stands for: who spoke last, unless that is one person."""
        one = self.last is not None and "; " not in self.last and self.is_person(self.last)
        return self.last_thing if one or self.last is None else self.last

    def _thing(self, span: Span) -> str | None:
        """What "it" stands for: the first organisation or state of its sentence before it, else the last speaker."""
        index = self.segments.sentence_index(span.start)
        first = bisect_left(self.starts, self.segments.sentences[index].start if index >= 0 else 0)
        for mention in _onward(self.mentions, first):
            if mention.span.end > span.start:
                break
            if mention.kind in {"organisation", "country"}:
                return self.states.get(mention.span.start, mention.name)
        return self.last_thing

    def _fits(self, name: str, pronoun: str) -> bool:
        gender = self.genders.get(name)
        return pronoun not in {"masculine", "feminine"} or gender is None or gender == pronoun

    def _in_sentence(self, span: Span, pronoun: str) -> str | None:
        index = self.segments.sentence_index(span.start)
        if index < 0:
            return None
        sentence = self.segments.sentences[index]
        first = bisect_left(self.person_starts, sentence.start)
        for mention in _onward(self.persons, first):
            if mention.span.end > span.start:
                return None
            if self._fits(mention.name, pronoun):
                return mention.name
        return None

    def _speaker(self, pronoun: str) -> str | None:
        if self.last_person and self._fits(self.last_person[0], pronoun):
            return self.last_person[0]
        return None

    def _before(self, span: Span, pronoun: str) -> str | None:
        fitting = (m.name for m in self.persons_before(span.start) if self._fits(m.name, pronoun))
        return next(fitting, None)

    def joined(self, phrase: Phrase) -> str | None:
        """Reads "American and Jordanian officials", "Boeing and the Air Force": all of them."""
        if not phrase.joined or len(phrase.others) < 2:
            return None
        names = dict.fromkeys(self.states.get(m.span.start, m.name) for m in phrase.others)
        return "; ".join(names) if len(names) > 1 else None

    def of_role(self, phrase: Phrase, span: Span) -> str | None:
        """Reads "The minister": who last spoke under that title, or the last person before."""
        if (
            phrase.kind not in {"role", "source"}
            or not phrase.definite
            or phrase.head is None
            or phrase.plural
        ):
            return None
        if phrase.capitals or (phrase.others and not self._leads_state(phrase)):
            return titled_person(phrase, span, self) if phrase.kind == "role" else None
        known = under_title(phrase, span, self)
        if known is None and phrase.kind == "role":
            if self.is_owned(phrase):
                return None
            return self._speaker("any") or introduced(phrase.head, span, self)
        if known is None and " " not in phrase.plain and phrase.plain != phrase.text:
            return self._speaker("any")
        return known

    def is_owned(self, phrase: Phrase) -> bool:
        """Whether it is somebody's: "his spokesman" is another one than he, "the bishop's office" no agency."""
        first = phrase.text.split(maxsplit=1)[0].casefold()
        return first in self.possessives or (phrase.kind == "body" and OWNED.search(phrase.text) is not None)

    def persons_before(self, offset: int) -> Sequence[Mention]:
        """The last twenty persons named before an offset, the nearest first."""
        last = bisect_left(self.person_starts, offset)
        return self.persons[max(0, last - 20) : last][::-1]

    def _leads_state(self, phrase: Phrase) -> bool:
        """Whether the phrase is "the Valdorian president": a leader, and no other name than the state's."""
        return phrase.head in self.words.leaders and all(m.span.start in self.states for m in phrase.others)

    def of_body(self, phrase: Phrase) -> str | None:
        """The organisation that the phrase names, else a name of its own, else the state it belongs to."""
        organisation = named_body(phrase, self.document.text)
        if organisation:
            return organisation
        if phrase.capitals and phrase.kind != "source":
            return self.fullest(phrase.capitals)
        if phrase.head in self.words.private:
            return None
        states = [self.states[m.span.start] for m in phrase.others if m.span.start in self.states]
        return states[0] if states else None

    def of_unnamed_body(self, phrase: Phrase, span: Span) -> str | None:
        """Reads "The company", "the officials": who last spoke under that word, the last one named, or its own words."""
        if phrase.head is None:
            return None
        known = self.by_head.get(singular(phrase.head)) if phrase.definite else None
        if known is None and self._governs(phrase):
            known = governing_state(self.state_starts, self.states, span.start)
        if phrase.kind == "source" and not phrase.plural:
            return known if self._governs(phrase) else None
        if phrase.kind == "body":
            return (
                known
                or (
                    self._organisation_before(span, phrase)
                    if phrase.definite and not self.is_owned(phrase)
                    else None
                )
                or phrase.plain
            )
        return known

    def _governs(self, phrase: Phrase) -> bool:
        """Whether the phrase is the ruling body itself or speaks for it: "the regime", "a government official"."""
        words = phrase.plain.casefold().split()
        if phrase.kind == "body":
            return phrase.definite and phrase.head in self.words.governing and len(words) == 1
        return phrase.kind in {"source", "role"} and not self.words.governing.isdisjoint(words)

    def _organisation_before(self, span: Span, phrase: Phrase) -> str | None:
        """The last organisation named before a bare "the company"; a longer phrase stands for itself."""
        if " " in phrase.plain and not (phrase.head in self.words.private and phrase.others):
            return None
        if self.last_thing is not None and self.last_thing not in self.state_names:
            return self.last_thing
        last = bisect_left(self.starts, span.start)
        for mention in reversed(self.mentions[max(0, last - 30) : last]):
            if mention.kind == "organisation" and self.document.text[mention.span.start - 1] != "(":
                return mention.name
        return None

    def as_written(self, phrase: Phrase) -> str | None:
        """The name as the phrase has it, in the fullest form used before."""
        return self.fullest(phrase.capitals) if phrase.capitals else None

    def as_place(self, phrase: Phrase) -> str | None:
        """A surname that is also a place's name, or a city for itself: nothing but a name in capitals."""
        words = phrase.text.split() if phrase.kind is None else []
        return self.fullest(phrase.text) if words and all(word[0].isupper() for word in words) else None

    def fullest(self, name: str) -> str:
        """The name itself, or a longer one of the document that ends in the same word; one in capitals is none."""
        last = name.rsplit(maxsplit=1)[-1].casefold()
        for known in (*self.person_names, *reversed(self.written)):
            if known.isupper() and not name.isupper():
                continue
            if known.split()[-1].casefold() == last and len(known) >= len(name):
                return known
        return name
