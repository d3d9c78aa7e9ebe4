import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rostra.pipeline.stream import SCHEMA, annotate_lines
from rostra.plugins import engine

LINE_KEYS = ["schema", "id", "lang", "text_sha256", "quotes", "claims", "mentions", "refusals"]
QUOTE_KEYS = ["id", "kind", "content", "speaker", "speaker_name", "cue", "rule", "confidence"]
CLAIM_KEYS = [
    "id", "type", "evidence", "holder", "target", "equipment", "quantity", "place", "time", "quote",
    "attributed_to", "negated", "modality", "rule", "confidence",
]  # fmt: skip
MENTION_KEYS = ["kind", "span", "name", "id", "class", "candidates"]

ARTICLE = """Valdoria shows its missiles

PORT SELM — Defence Minister Ada Corvin said on Tuesday that Valdoria has deployed five thousand Igla-S missiles \
along its northern coast.
“We will not be intimidated by anyone,” Corvin told reporters. “The exercise ends on Friday.”
According to General Tomas Reyle, the army bought 24 Su-30 fighters from Russia in 2019.
"""
ARTICULO = """La ministra de Defensa, Ada Corvin, aseguró que Valdoria tiene más de 5.000 misiles Igla-S desplegados \
en la costa.
«No nos dejaremos intimidar por nadie», dijo Corvin. Según el general Tomás Reyle, el ejército compró 24 cazas Su-30.
"""


def annotate(*lines: bytes) -> list[dict[str, Any]]:
    return [json.loads(line.dumps()) for line in annotate_lines(lines, engine("rules"))]


def article(text: str, **fields: str) -> bytes:
    return json.dumps({"id": "a", "text": text, **fields}).encode()


def test_a_line_has_every_key_in_the_order_of_the_contract() -> None:
    assert list(annotate(article(ARTICLE))[0]) == LINE_KEYS


@pytest.mark.parametrize(
    ("sort", "keys"), [("quotes", QUOTE_KEYS), ("claims", CLAIM_KEYS), ("mentions", MENTION_KEYS)]
)
@pytest.mark.parametrize("text", [ARTICLE, ARTICULO], ids=["en", "es"])
def test_a_record_has_every_key(sort: str, keys: list[str], text: str) -> None:
    records = annotate(article(text))[0][sort]
    assert records
    assert all(list(record) == keys for record in records)


def test_a_quote_has_speaker_cue_and_content() -> None:
    quote = next(q for q in annotate(article(ARTICLE))[0]["quotes"] if q["kind"] == "direct")
    words = [ARTICLE[slice(*quote[part])] for part in ("speaker", "cue", "content")]
    assert words == ["Corvin", "told", "We will not be intimidated by anyone,"]


def test_a_surname_is_named_in_full() -> None:
    quote = next(q for q in annotate(article(ARTICLE))[0]["quotes"] if q["kind"] == "direct")
    assert quote["speaker_name"] == "Ada Corvin"


@pytest.mark.parametrize("text", [ARTICLE, ARTICULO], ids=["en", "es"])
def test_words_and_digits_give_one_value(text: str) -> None:
    claims = annotate(article(text))[0]["claims"]
    assert 5000 in {claim["quantity"]["low"] for claim in claims if claim["quantity"]}


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (b"{", "stream.json"),
        (b"[1, 2]", "stream.object"),
        (b"\xff\xfe{}", "stream.encoding"),
        (b'{"id": "x"}', "stream.field"),
        (b'{"id": 3, "text": "x"}', "stream.field"),
        (b'{"id": "x", "text": "y", "lang": 3}', "stream.field"),
        (b"[" * 100_000, "stream.json"),
    ],
)
def test_an_invalid_line_is_refused_on_its_own_line(line: bytes, code: str) -> None:
    refused, good = annotate(line, article(ARTICLE))
    assert (refused["refusals"][0]["code"], good["refusals"]) == (code, [])


def test_a_refused_line_has_every_key_and_empty_lists() -> None:
    refused = annotate(b"{")[0]
    assert list(refused) == LINE_KEYS
    assert refused["schema"] == SCHEMA
    assert refused["quotes"] == refused["claims"] == refused["mentions"] == []


def test_an_unknown_language_is_refused_by_name() -> None:
    assert (
        annotate(article("Ceci est un texte.", lang="fr"))[0]["refusals"][0]["code"] == "language.unsupported"
    )


def test_lone_surrogates_keep_the_offsets() -> None:
    text = "Rain fell on Port \ud800 Selm. “We will stay,” Corvin said."
    quote = annotate(b'{"id": "a", "lang": "en", "text": ' + json.dumps(text).encode() + b"}")[0]["quotes"][0]
    assert text[slice(*quote["content"])] == "We will stay,"


def test_a_date_that_is_none_is_said_so() -> None:
    assert annotate(article(ARTICLE, date="soon"))[0]["refusals"][0]["code"] == "stream.date"


def test_blank_lines_give_no_output() -> None:
    assert annotate(b"\n", b"  \n") == []


@st.composite
def mutated_articles(draw: st.DrawFn) -> str:
    """An article with marks dropped, doubled and swapped, and odd characters put in."""
    text = draw(st.sampled_from([ARTICLE, ARTICULO]))
    odd = st.sampled_from(
        ["“", "”", '"', "«", "»", "‘", "’", "'", "—", "\u202e", "\u200b", "🚀", "\x00", "\n", "5,000", "ש"]
    )
    for _ in range(draw(st.integers(1, 12))):
        at = draw(st.integers(0, len(text)))
        cut = draw(st.integers(0, 3))
        text = text[:at] + draw(st.one_of(st.just(""), odd, st.text(max_size=4))) + text[at + cut :]
    return text


@settings(max_examples=150)
@given(mutated_articles())
def test_every_span_of_a_mutated_article_lies_in_it_and_no_stage_fails(text: str) -> None:
    line = annotate(json.dumps({"id": "m", "text": text, "lang": "en"}).encode())[0]
    spans = [quote[part] for quote in line["quotes"] for part in ("content", "speaker", "cue") if quote[part]]
    spans += [claim["evidence"] for claim in line["claims"]] + [
        mention["span"] for mention in line["mentions"]
    ]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert [r for r in line["refusals"] if r["code"].endswith(".defect")] == []


@settings(max_examples=30)
@given(mutated_articles())
def test_annotating_twice_gives_the_same_bytes(text: str) -> None:
    line = json.dumps({"id": "m", "text": text}).encode()
    first, second = (next(iter(annotate_lines([line], engine("rules")))).dumps() for _ in range(2))
    assert first == second
