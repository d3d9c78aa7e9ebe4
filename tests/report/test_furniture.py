import time

import pytest

from rostra.kernel import OffsetMap, Run
from rostra.report.furniture import dropped


def kept(raw: str, words: str) -> OffsetMap:
    start = raw.index(words)
    return OffsetMap((Run(0, len(words), start, start + len(words)),))


def test_what_was_left_out_of_plain_text_is_listed_with_its_offsets() -> None:
    raw = "Skip to content\n\nThe story.\n\nRead also: soup"
    pieces = list(dropped(raw, kept(raw, "The story.")))
    assert [(piece.start, piece.end, piece.text) for piece in pieces] == [
        (0, 17, "Skip to content"),
        (27, 44, "Read also: soup"),
    ]


def test_tags_scripts_and_styles_are_no_furniture() -> None:
    raw = (
        "<html><style>p{}</style><script>var a = 1 < 2</script><nav>Front page</nav><p>The story.</p></html>"
    )
    assert [piece.text for piece in dropped(raw, kept(raw, "The story."))] == ["Front page"]


def test_angle_brackets_of_plain_text_stay() -> None:
    raw = "from <ada@example.org>\nThe story."
    assert [piece.text for piece in dropped(raw, kept(raw, "The story."))] == ["from <ada@example.org>"]


@pytest.mark.parametrize(
    "raw", ["<" * 300_000, "<script>" * 40_000, "<p " + "a" * 300_000, "<p" + "<a" * 150_000]
)
def test_broken_markup_takes_no_longer(raw: str) -> None:
    began = time.process_time()
    list(dropped("<html>" + raw, OffsetMap(())))
    assert time.process_time() - began < 10
