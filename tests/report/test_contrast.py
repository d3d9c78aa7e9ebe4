"""Every pair of text and ground on the page reaches the contrast of WCAG 2.2, level AA: 4.5 to 1."""

import re
from importlib.resources import files

import pytest

SHEET = (files("rostra.report") / "templates" / "page.css").read_text(encoding="utf-8")
SPEAKERS = [f"s{n}" for n in range(6)]
PAIRS = [
    *(
        (text, ground)
        for text in ("ink", "soft", "link", "yes", "no", "split", "open")
        for ground in ("paper", "card")
    ),
    *((text, ground) for text in SPEAKERS for ground in ("paper", "mark")),
    *(("paper", ground) for ground in (*SPEAKERS, "ink", "yes", "no", "split", "open")),
    ("ink", "mark"),
    ("ink", "mark-lit"),
]


def palettes() -> dict[str, dict[str, str]]:
    light, dark = SHEET.split("@media screen and (prefers-color-scheme:dark)", 1)
    colours = re.compile(r"--([\w-]+):(#[0-9a-f]{3,6})\b")
    base = dict(colours.findall(light))
    return {"light": base, "dark": base | dict(colours.findall(dark.split("}}", 1)[0]))}


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    channels = (int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_text_stands_out_from_its_ground(scheme: str, text: str, ground: str) -> None:
    palette = palettes()[scheme]
    bright, dim = sorted((luminance(palette[text]), luminance(palette[ground])), reverse=True)
    assert (bright + 0.05) / (dim + 0.05) >= 4.5
