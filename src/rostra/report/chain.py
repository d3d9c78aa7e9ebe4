"""The chain of a record as a tree for the terminal."""

from rich.text import Text
from rich.tree import Tree

from rostra.model import Link, Words
from rostra.report.untrusted import plainly

SHOWN = 300
"""Code points of a sentence that the terminal shows; `--json` has all of it."""


def chain_tree(link: Link) -> Tree:
    """A record, its facts, words and rules, and below it what it rests on."""
    tree = Tree(_head(link), guide_style="dim")
    _grow(tree, link)
    return tree


def _grow(tree: Tree, link: Link) -> None:
    for name, value in link.facts:
        tree.add(Text.assemble((f"{name}: ", "dim"), plainly(value)))
    for words in link.words:
        tree.add(_words(words))
    for rule in link.rules:
        tree.add(Text.assemble(("rule ", "dim"), plainly(rule)))
    for file in link.files:
        tree.add(Text.assemble((f"{file.name} ", "dim"), (file.sha256[:12], "dim")))
    for below in link.rests_on:
        _grow(tree.add(_head(below)), below)


def _head(link: Link) -> Text:
    return Text.assemble((f"{link.kind} ", "bold"), plainly(link.statement), (f"  {link.id}", "dim"))


def _words(words: Words) -> Text:
    place = f"  [{words.span.start}, {words.span.end}]"
    if words.raw_bytes:
        place += f", bytes {words.raw_bytes[0]} to {words.raw_bytes[1]} of the source"
    sentence = words.sentence if len(words.sentence) <= SHOWN else words.sentence[:SHOWN] + "…"
    lines: list[str | tuple[str, str]] = [
        (f"{words.role}: ", "dim"),
        plainly(words.text[:SHOWN]),
        (place, "dim"),
    ]
    if words.role in {"evidence", "content"} and sentence != words.text:
        lines += [("\nin: ", "dim"), plainly(sentence)]
    return Text.assemble(*lines)
