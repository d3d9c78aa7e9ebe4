"""Who originated what: reports of one speech, one wire or one wording are one source."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rostra.check import Report, containment, origins_of

WORDS = (
    "three hundred of them stand in the depots of Port Selm",
    "Valdoria keeps its whole stock under the northern ridge",
    "no fewer than four battalions were given theirs last spring",
    "engineers counted every tube before the parade began",
)


def reports() -> st.SearchStrategy[Report]:
    return st.builds(
        Report,
        speaker=st.sampled_from([None, "Ada Corvin", "Tomas Reyle"]),
        outlet=st.sampled_from([None, "Orla Post", "Selm Gazette"]),
        wires=st.sampled_from([frozenset(), frozenset({"efe"}), frozenset({"tass"})]),
        words=st.sampled_from(WORDS),
    )


@pytest.mark.parametrize("copies", [2, 5, 20])
def test_identical_copies_are_one_origin(copies: int) -> None:
    found = origins_of([Report(outlet=f"outlet {at}", words=WORDS[0]) for at in range(copies)])
    assert (found.reports, found.origins) == (copies, 1)
    assert found.n_eff == pytest.approx(1.0, rel=0.002)


def test_unrelated_reports_are_as_many_origins() -> None:
    found = origins_of([Report(outlet=f"outlet {at}", words=words) for at, words in enumerate(WORDS)])
    assert found.origins == len(WORDS)
    assert found.n_eff == pytest.approx(len(WORDS), rel=0.002)


@given(st.lists(reports(), min_size=1, max_size=5), st.integers(0, 4))
def test_a_copy_of_a_report_under_another_outlet_adds_nothing(given_: list[Report], at: int) -> None:
    copy = dataclasses.replace(given_[at % len(given_)], outlet="Copying Times")
    before, after = origins_of(given_), origins_of([*given_, copy])
    assert after.origins <= before.origins
    assert after.n_eff <= before.n_eff + 1e-9 or after.origins < before.origins


@given(st.lists(reports(), max_size=5), st.randoms(use_true_random=False))
def test_the_order_of_reports_does_not_matter(given_: list[Report], dice) -> None:  # type: ignore[no-untyped-def]
    shuffled = list(given_)
    dice.shuffle(shuffled)
    before, after = origins_of(given_), origins_of(shuffled)
    assert before.origins == after.origins
    assert before.n_eff == pytest.approx(after.n_eff)


def test_a_speaker_who_repeats_himself_is_one_source() -> None:
    said = [Report("Ada Corvin", outlet, words=words) for outlet, words in zip("AB", WORDS, strict=False)]
    assert origins_of(said).origins == 1


def test_one_article_is_one_origin_whoever_it_quotes() -> None:
    article = [
        Report(speaker, "Orla Post", words=words, document="doc_1")
        for speaker, words in zip((None, "Ada Corvin"), WORDS, strict=False)
    ]
    assert origins_of(article).origins == 1


def test_words_are_shared_by_passages_not_by_single_words() -> None:
    assert containment("Valdoria has 300 missiles in Selm", "Selm has 300 soldiers, says Valdoria") < 0.3
    assert containment(WORDS[0], f"officials say {WORDS[0]} since May") == 1.0


@pytest.mark.parametrize("words", ["", "…", "🙂", "ok"])
def test_odd_words_do_not_raise(words: str) -> None:
    assert 0 <= containment(words, WORDS[0]) <= 1
