"""Who is believed: the rules, the tagger, or both."""

import numpy as np
import pytest

from rostra.backends.learned_decode import Linked, Piece
from rostra.backends.learned_merge import Policy, merged
from rostra.backends.learned_reading import Reading
from rostra.backends.learned_span import content_span, kind_of, parted
from rostra.data import shipped_knowledge
from rostra.ingest import ReadSettings, document_from_text
from rostra.kernel import Span
from rostra.model import Quote
from rostra.model.quote import QuoteKind
from rostra.rules import language_pack
from rostra.text import Article

TEXT = "Tarn told Reyle that the strait was closed. “We stay,” Tarn said, and that was that."
ARTICLE = Article(document_from_text(TEXT, ReadSettings(lang="en")), language_pack("en"), shipped_knowledge())
POLICY = Policy(content=0.5, added=0.5, foreign=0.7, verbless=0.9, speaker=0.9, veto=0.1)


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def piece(words: str, source: str | None = "Tarn", confidence: float = 0.8, link: float = 0.95) -> Piece:
    found = Linked(at(source), link) if source else None
    return Piece(at(words), confidence, Linked(at("told"), 0.9), found, 0.0)


def quote(words: str, rule: str, kind: QuoteKind = "indirect", speaker: str | None = "Reyle") -> Quote:
    return Quote("doc_x", kind, at(words), at(speaker) if speaker else None, None, at("told"), rule, 0.7)


def of(quotes: list[Quote], *pieces: Piece) -> list[tuple[str, str | None, str]]:
    """Content, speaker and rule of what is left of both."""
    found = merged(ARTICLE, quotes, Reading(pieces, ()), POLICY)
    return [(q.content.of(TEXT), q.speaker.of(TEXT) if q.speaker else None, q.rule) for q in found]


def test_a_content_that_the_rules_do_not_have_is_added() -> None:
    assert of([], piece("the strait was closed")) == [("the strait was closed", "Tarn", "Q910")]


def test_a_content_below_the_threshold_is_not() -> None:
    assert of([], piece("the strait was closed", confidence=0.4)) == []


def test_a_content_of_one_word_must_be_surer() -> None:
    assert of([], piece("closed")) == []


@pytest.mark.parametrize(("words", "kept"), [("the strait", 0), ("the strait was closed", 1)])
def test_a_few_words_without_a_verb_must_be_surer(words: str, kept: int) -> None:
    assert len(of([], piece(words, confidence=0.8))) == kept


def test_a_content_whose_cue_is_no_word_of_reporting_must_be_surer() -> None:
    strange = [
        piece("the strait was", confidence=sure)._replace(cue=Linked(at("Reyle"), 0.9)) for sure in (0.6, 0.8)
    ]
    assert [len(of([], found)) for found in strange] == [0, 1]


def test_below_the_threshold_the_answer_of_the_rules_stands() -> None:
    found = of([quote("the strait was", "Q220")], piece("the strait was closed", confidence=0.4))
    assert found == [("the strait was", "Reyle", "Q220")]


def test_a_surer_content_replaces_one_without_marks() -> None:
    assert of([quote("the strait was", "Q220")], piece("the strait was closed")) == [
        ("the strait was closed", "Tarn", "Q910")
    ]


def test_it_takes_over_the_speaker_where_its_own_is_less_sure() -> None:
    found = of([quote("the strait was", "Q220")], piece("the strait was closed", link=0.6))
    assert found == [("the strait was closed", "Reyle", "Q910")]


def test_a_quotation_with_its_attribution_keeps_its_words() -> None:
    direct = quote("We stay,", "Q111", "direct", "Tarn")
    assert of([direct], piece("“We stay,” Tarn said")) == [("We stay,", "Tarn", "Q111")]


def test_a_surer_link_gives_a_certain_quotation_another_speaker() -> None:
    direct = quote("We stay,", "Q111", "direct", "Reyle")
    assert of([direct], piece("We stay,")) == [("We stay,", "Tarn", "Q111")]


def test_no_link_takes_a_quotation_from_who_signed_it() -> None:
    signed = quote("We stay,", "Q113", "direct", "Reyle")
    assert of([signed], piece("We stay,")) == [("We stay,", "Reyle", "Q113")]


def test_a_weak_link_does_not() -> None:
    direct = quote("We stay,", "Q111", "direct", "Reyle")
    assert of([direct], piece("We stay,", link=0.8)) == [("We stay,", "Reyle", "Q111")]


def test_a_quotation_without_a_speaker_takes_any() -> None:
    direct = quote("We stay,", "Q111", "direct", None)
    assert of([direct], piece("We stay,", link=0.4)) == [("We stay,", "Tarn", "Q111")]


def test_whose_speaker_was_changed_names_the_engine() -> None:
    (found,) = merged(
        ARTICLE, [quote("We stay,", "Q111", "direct")], Reading((piece("We stay,"),), ()), POLICY
    )
    assert found.engine == "learned"


def test_no_quote_is_lost_to_a_piece_whose_words_a_certain_quotation_has() -> None:
    whole = piece("the strait was closed. “We stay,” Tarn said, and that was that")
    quotes = [quote("the strait was closed", "Q220"), quote("We stay,", "Q111", "direct", "Tarn")]
    assert [words for words, *_ in of(quotes, whole)] == ["the strait was closed", "We stay,"]


def test_a_clause_that_is_taken_up_again_is_a_quote_of_its_own() -> None:
    text = "Tarn told Reyle that the strait was closed, and that no tug had left."
    article = Article(
        document_from_text(text, ReadSettings(lang="en")), language_pack("en"), shipped_knowledge()
    )
    start = text.index("that the strait")
    told = Span(text.index("told"), text.index("told") + 4)
    found = parted(article, Span(start, len(text) - 1), told)
    assert [content_span(article, part) for part in found] == [Span(21, 42), Span(53, len(text) - 1)]


def test_a_content_before_its_cue_stays_whole() -> None:
    text = "The tug that left and that sank was his, Tarn said."
    article = Article(
        document_from_text(text, ReadSettings(lang="en")), language_pack("en"), shipped_knowledge()
    )
    assert parted(article, Span(0, 39), Span(46, 50)) == [Span(0, 39)]


def test_turns_stay() -> None:
    turn = quote("the strait was closed", "Q410", "turn")
    assert ("the strait was closed", "Reyle", "Q410") in of([turn], piece("the strait was closed"))


def test_words_of_a_rule_that_the_tagger_takes_for_no_content_fall() -> None:
    from rostra.backends.learned_reading import _Read
    from rostra.backends.learned_windows import Tokens

    tokens = Tokens(np.array([1]), np.array([0]), np.array([len(TEXT)]), ((0, 1),))
    indirect = quote("the strait was", "Q220")
    left = [
        merged(ARTICLE, [indirect], Reading((), (_Read(tokens, np.array([share])),)), POLICY)
        for share in (0.05, 0.2)
    ]
    assert [len(found) for found in left] == [0, 1]


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("that the strait was closed.", "the strait was closed"),
        ("“We stay,”", "We stay,"),
        (" Tarn said,", "Tarn said"),
    ],
)
def test_a_content_is_cut_as_the_rules_cut_theirs(words: str, kept: str) -> None:
    found = content_span(ARTICLE, at(words))
    assert found is not None
    assert found.of(TEXT) == kept


def test_nothing_but_marks_is_no_content() -> None:
    assert content_span(ARTICLE, at(",” ")) is None


@pytest.mark.parametrize(
    ("words", "kind"),
    [("We stay", "direct"), ("closed. “We stay,” Tarn", "mixed"), ("the strait", "indirect")],
)
def test_the_kind_is_read_from_the_marks(words: str, kind: QuoteKind) -> None:
    assert kind_of(ARTICLE, at(words)) == kind


@pytest.mark.parametrize(("source", "kept"), [("Tarn", 1), (None, 0)])
def test_in_a_turn_only_what_is_reported_of_others_counts(source: str | None, kept: int) -> None:
    turn = Quote("doc_x", "turn", Span(0, len(TEXT)), None, None, None, "Q410", 0.9)
    found = of([turn], piece("the strait was closed", source))
    assert [rule for _, _, rule in found].count("Q910") == kept


def merged_alone(text: str, words: str, cue: str, confidence: float = 0.95) -> list[str]:
    """What is left of one content that the tagger found in a text of its own."""
    article = Article(
        document_from_text(text, ReadSettings(lang="en")), language_pack("en"), shipped_knowledge()
    )
    content, told = (Span(text.index(part), text.index(part) + len(part)) for part in (words, cue))
    found = Piece(content, confidence, Linked(told, 0.9), None, 0.0)
    return [quote.content.of(text) for quote in merged(article, (), Reading((found,), ()), POLICY)]


@pytest.mark.parametrize(
    ("text", "words", "cue"),
    [
        ("The navy expects to receive two tugs.", "to receive two tugs", "expects"),
        ("Valdoria agreed to withdraw its boats.", "withdraw its boats", "agreed"),
        ("Two tugs are expected to be sold.", "to be sold", "are expected"),
        ("Work on the pier is now expected in May.", "Work on the pier", "is now expected"),
    ],
)
def test_what_is_meant_or_expected_is_no_quote(text: str, words: str, cue: str) -> None:
    assert merged_alone(text, words, cue) == []


@pytest.mark.parametrize(
    ("text", "words", "cue"),
    [
        ("Valdoria agreed that the truce held.", "the truce held", "agreed"),
        ("Valdoria pledged to withdraw its boats.", "to withdraw its boats", "pledged"),
        ("The staff are expecting the truce to hold.", "the truce to hold", "are expecting"),
    ],
)
def test_a_clause_or_a_pledge_stays(text: str, words: str, cue: str) -> None:
    assert merged_alone(text, words, cue) == [words]


def test_a_name_given_to_a_thing_is_the_content_without_the_thing() -> None:
    text = "Marenia denounced the raid on the pier as an act of piracy."
    assert merged_alone(text, "the raid on the pier as an act of piracy", "denounced") == ["an act of piracy"]


def test_as_in_another_content_stays() -> None:
    text = "Marenia said the tug sank as the tide fell."
    assert merged_alone(text, "the tug sank as the tide fell", "said") == ["the tug sank as the tide fell"]


def test_quoted_words_need_no_verb() -> None:
    assert merged_alone("Marenia told of a “grave breach”.", "“grave breach”", "told", 0.7) == [
        "grave breach"
    ]


def test_the_words_of_the_rules_stand_before_few_words_without_a_verb() -> None:
    found = of([quote("the strait was", "Q220")], piece("the strait"))
    assert found == [("the strait was", "Reyle", "Q220")]
