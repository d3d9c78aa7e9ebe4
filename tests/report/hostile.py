"""A report in which every text that anyone could supply tries to get out of its place."""

from rostra.kernel import OffsetMap, PartialDate
from rostra.model import DataFile, Equipment, Finding, Mention, Refusal
from rostra.report import Chapter, Making, Report
from tests.report.samples import claim, count, document, quote, row, span

SCRIPT = "<script>document.documentElement.dataset.ran='yes'</script>"
BREAKOUT = f"\"'></bdi></p></a></style></title></svg>{SCRIPT}<img src=x onerror=\"document.documentElement.dataset.ran='yes'\">"
COMMENT = "<!-- ]]> --!> <![CDATA[ {{ 7*7 }} {% raw %} ${7*7}"
CONTROLS = "nul\x00 bell\x07 escape\x1b[31m override\u202egnp.exe pop\u202c isolate\u2067x zero\u200bwidth\ufeff lone\ud800 tag\U000e0041"
LONG = "W" * 5000
LINES = f"a\u2028b\x85c\x0bd {CONTROLS}"
HOSTILE = f"{BREAKOUT} {COMMENT} {CONTROLS} {LONG}"
TEXT = f"""{BREAKOUT}
The minister said that "Valdoria holds 6,000 Igla-S missiles {SCRIPT} in all" and {COMMENT} went home.
وزير الدفاع قال إن الصواريخ جاهزة {CONTROLS}
{LINES}
{LONG}
"""
ADDRESSES = (
    "javascript:document.documentElement.dataset.ran='yes'",
    "JaVaScRiPt://x.example/%0adocument.documentElement.dataset.ran='yes'",
    "data:text/html,<script>1</script>",
    "//x.example/path",
    "https://x.example/\u202egnp",
    'https://x.example/"onclick="x',
    "https://[broken",
)


def hostile_chapter(url: str = ADDRESSES[0]) -> Chapter:
    doc = document(
        TEXT,
        id=HOSTILE,
        title=HOSTILE,
        lang='en" onmouseover="x',
        outlet=HOSTILE,
        url=url,
        date=PartialDate.parse("2026"),
        sha256=BREAKOUT,
        offsets=OffsetMap(()),
    )
    quotes = (
        quote(doc, f'Valdoria holds 6,000 Igla-S missiles {SCRIPT} in all" and {COMMENT}', HOSTILE, "mixed", speaker="The minister"),
        quote(doc, f'{SCRIPT} in all" and {COMMENT} went home.', "B\u202e" + BREAKOUT, "indirect"),
    )  # fmt: skip
    igla = Equipment(HOSTILE, HOSTILE)
    claims = (
        claim(doc, 'The minister said that "Valdoria holds 6,000 Igla-S missiles', "possession", quantity=count(doc, "6,000", 6000), holder=HOSTILE, equipment=igla, attributed_to=HOSTILE, quote=quotes[0].id),
        claim(doc, "6,000 Igla-S missiles <script>", "deployment", holder=HOSTILE, target=HOSTILE, place=HOSTILE, time=HOSTILE, measure=HOSTILE, condition=HOSTILE),
    )  # fmt: skip
    finding = Finding(
        claims[0].id, "not_enough_info", HOSTILE, "K1", (ROW.id, "r_missing"), ("c_missing",), 1.5, HOSTILE
    )
    mention = Mention(span(TEXT, "minister"), "person", HOSTILE, "M1")
    return Chapter(doc, (mention,), quotes, claims, (finding,), HOSTILE, f"<html>{HOSTILE}")


ROW = row(
    HOSTILE,
    "delivered",
    4000,
    "2012",
    supplier=HOSTILE,
    source=HOSTILE,
    file=HOSTILE,
    uncertain=("count", HOSTILE),
    cells=((HOSTILE, HOSTILE), ("low", "4000")),
)


def hostile_report() -> Report:
    return Report(
        title=HOSTILE,
        chapters=tuple(hostile_chapter(url) for url in ADDRESSES[:3]),
        making=Making(HOSTILE, HOSTILE, HOSTILE, (DataFile(HOSTILE, HOSTILE),)),
        rows=(ROW,),
        refusals=(Refusal("ingest", BREAKOUT, HOSTILE, HOSTILE),),
    )
