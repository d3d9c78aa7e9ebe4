import datetime as dt
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rostra.kernel import QueryError
from rostra.signals.script import ClaimUse, CorpusDocument, ScriptPlan, paragraph, script, section
from tests.signals.script.made import SHARED, babble, document, planted

PLAN = ScriptPlan(("Valdoria", "Marenia"))


def two(one: str, other: str, *more: CorpusDocument) -> list[CorpusDocument]:
    return [document(0, "Valdoria", one), document(1, "Marenia", other, day=3), *more]


@pytest.mark.parametrize("share", [0.1, 0.3, 0.5, 0.9])
def test_every_planted_pair_is_found_and_no_other(share: float) -> None:
    documents = planted(share)
    found = {tuple(side.document for side in passage.sides) for passage in script(documents, PLAN).passages}
    assert found == {(f"d{at}", f"d{at + 1}") for at in range(0, len(documents), 2)}


def test_texts_that_share_nothing_share_no_passage() -> None:
    documents = [
        document(at, PLAN.actors[at % 2], " ".join(words)) for at, words in enumerate(babble(200, seed=8))
    ]
    assert script(documents, PLAN).passages == ()


def test_a_passage_is_shown_with_both_sources() -> None:
    (passage,) = script(two(f"Today: {SHARED}.", f"We say that {SHARED.upper()}!"), PLAN).passages
    assert [side.text for side in passage.sides] == [SHARED, SHARED.upper()]


def test_offsets_are_code_points_of_the_text() -> None:
    texts = f"🚢 Ça va: {SHARED}", f"И вот: {SHARED}"
    (passage,) = script(two(texts[0], texts[1]), PLAN).passages
    assert [text[slice(*side.span)] for text, side in zip(texts, passage.sides, strict=True)] == [SHARED] * 2


def test_a_word_changed_in_the_middle_leaves_one_passage() -> None:
    (passage,) = script(two(SHARED, SHARED.replace("foreign", "alien")), PLAN).passages
    assert passage.sides[1].text.endswith("harbours")


def test_seven_shared_grams_are_too_few() -> None:
    eleven_words = " ".join(SHARED.split()[:11])
    assert script(two(eleven_words, eleven_words), PLAN).passages == ()


def test_words_quoted_on_both_sides_are_a_third_party_s() -> None:
    answer = script(two(f'The bishop said "{SHARED}".', f'A bishop: "{SHARED}"'), PLAN)
    assert (answer.passages, [passage.kind for passage in answer.excluded]) == ((), ["quoted"])


def test_a_quotation_that_names_the_other_actor_is_a_citation() -> None:
    answer = script(two(f"We hold that {SHARED}.", f'Valdoria declares "{SHARED}".'), PLAN)
    assert [passage.kind for passage in answer.excluded] == ["citation"]


def test_what_other_actors_say_too_is_a_stock_phrase() -> None:
    others = [document(at, "Ostravia", SHARED) for at in (2, 3)]
    answer = script(two(SHARED, SHARED, *others), PLAN)
    assert (answer.passages, [phrase.text for phrase in answer.stock]) == ((), [SHARED])


def test_one_document_of_a_third_actor_makes_no_stock_phrase() -> None:
    assert len(script(two(SHARED, SHARED, document(2, "Ostravia", SHARED)), PLAN).passages) == 1


def test_an_actor_without_documents_is_refused_with_the_known_ones() -> None:
    with pytest.raises(QueryError, match=r"no document of Marenia\n  the corpus has: Valdoria"):
        script([document(0, "Valdoria", SHARED)], PLAN)


def test_one_actor_twice_is_refused() -> None:
    with pytest.raises(QueryError, match="two different actors"):
        ScriptPlan(("Valdoria", "Valdoria"))


def test_claims_of_two_languages_are_one_shared_claim() -> None:
    key = ("possession", "Kestrel Republic", "Igla-S", "", "5000..5000 missile", "")
    uses = [
        ClaimUse(f"d{at}", actor, lang, document(at, actor, "").date, key, "...")
        for at, (actor, lang) in enumerate([("Valdoria", "en"), ("Marenia", "es")])
    ]
    (claim,) = script(two("a", "b"), PLAN, claims=uses).claims
    assert claim.languages == ("en", "es")


def test_a_claim_of_one_actor_alone_is_not_shared() -> None:
    use = ClaimUse("d0", "Valdoria", "en", document(0, "Valdoria", "").date, ("test",), "...")
    assert script(two("a", "b"), PLAN, claims=[use, use]).claims == ()


def repeated(first: str, second: str, count: int) -> list[CorpusDocument]:
    """Narratives of one passage each: the second actor says each a month after the first."""
    texts = [" ".join(words) for words in babble(count, words=14, seed=3)]
    return [
        document(2 * at + turn, actor, text, day=at + 30 * turn)
        for at, text in enumerate(texts)
        for turn, actor in enumerate((first, second))
    ]


def test_who_always_speaks_first_leads() -> None:
    found = script(repeated("Marenia", "Valdoria", 12), PLAN).leader
    assert (found.actor, found.firsts) == ("Marenia", 12)
    assert found.p == pytest.approx(2 / 2**12)


def test_few_narratives_have_no_leader() -> None:
    found = script(repeated("Marenia", "Valdoria", 5), PLAN).leader
    assert (found.actor, found.p, found.n) == (None, None, 5)


def test_a_passage_said_many_times_is_one_narrative() -> None:
    documents = [document(at, PLAN.actors[at % 2], SHARED, day=at) for at in range(16)]
    (narrative,) = script(documents, PLAN).narratives
    assert [len(days) for days in narrative.days.values()] == [8, 8]


def test_a_short_corpus_has_no_timing_and_says_why() -> None:
    answer = script(two(SHARED, SHARED), PLAN)
    assert answer.timing is None
    assert "4 days" in (answer.timing_refusal or "")


def test_the_same_seed_gives_the_same_answer() -> None:
    first, second = (json.dumps(script(planted(0.3), PLAN).to_json()) for _ in range(2))
    assert first == second


def test_the_json_has_the_keys_that_others_build_on() -> None:
    record = script(planted(0.3), PLAN).to_json()
    assert {"passages", "lead_lag", "leader"} <= set(record)
    assert {"lag", "p", "controlled"} <= set(record["lead_lag"])
    assert {"actor", "p"} <= set(record["leader"])


def test_without_a_third_actor_the_paragraph_says_what_cannot_be_told() -> None:
    assert "no other actor" in paragraph(script(planted(0.3), PLAN))


def test_the_table_shows_both_texts() -> None:
    (row,) = section(script(two(SHARED, SHARED), PLAN)).rows
    assert row[2].endswith(SHARED)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=200), min_size=2, max_size=5))
def test_any_text_is_compared_and_spans_lie_inside_it(texts: list[str]) -> None:
    documents = [document(at, PLAN.actors[at % 2], text) for at, text in enumerate([*texts, *texts[::-1]])]
    if len({entry.actor for entry in documents}) == 2:
        by_id = {entry.id: entry.text for entry in documents}
        for passage in script(documents, PLAN).passages:
            for side in passage.sides:
                assert by_id[side.document][slice(*side.span)] == side.text


def test_a_text_that_repeats_itself_ends() -> None:
    refrain = " ".join(SHARED.split()[:15]) + " "
    (passage,) = script(two(refrain * 2000, "but " + refrain * 2000), PLAN).passages
    assert passage.shared_grams == 15 * 2000 - 4


def test_what_one_text_takes_from_another_is_one_narrative_of_the_leader() -> None:
    said, filler = babble(12, words=20, seed=3), babble(24, words=10, seed=4)
    texts = [
        " ".join(word for at, words in enumerate(said) for word in (*words, *filler[12 * turn + at]))
        for turn in range(2)
    ]
    answer = script(two(texts[0], texts[1]), PLAN)
    assert (len(answer.narratives), answer.leader.n, answer.leader.actor) == (12, 1, None)


def test_a_date_of_another_age_makes_no_series_of_it() -> None:
    late = CorpusDocument("late", dt.date(9999, 12, 31), "Marenia", "en", SHARED)
    answer = script(two(SHARED, SHARED, late), PLAN)
    assert "check the first and the last date" in (answer.timing_refusal or "")


def test_many_passages_of_one_long_text_are_all_listed() -> None:
    said, filler = babble(1500, words=14, seed=3), babble(3000, words=8, seed=4)
    texts = [
        " ".join(
            word for at, words in enumerate(said) for word in ('"', *words, '"', *filler[1500 * turn + at])
        )
        for turn in range(2)
    ]
    found = script(two(texts[0], texts[1]), PLAN)
    assert len(found.passages) + len(found.excluded) >= 1500
