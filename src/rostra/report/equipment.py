"""An entry of the catalogue for a person and for a machine: names by authority, neighbours, counts, figures."""

from collections.abc import Iterator, Sequence
from typing import Any

from rich.box import SIMPLE_HEAD
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from rostra.data.comparison import shipped_comparison
from rostra.data.equipment import AmbiguousName, Catalogue, Figure, System, SystemName
from rostra.data.equipment_counts import counts_as
from rostra.data.equipment_lookup import Found, all_names
from rostra.report.untrusted import plainly

Plain = dict[str, Any]

NEEDS = {
    "none": "kept wherever it stands",
    "company": "also means something else: kept in the company of arms",
    "noun": "also means something else: kept beside a noun for arms",
}


def neighbours(catalogue: Catalogue, system: System) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What the graph ties to an entry, by the words for it; nothing is left out."""
    id_ = system.id
    export = tuple(tie.to for tie in system.relations if tie.type == "variant_of" and tie.export)
    ties = (
        ("variant of", tuple(to for to in system.to("variant_of") if to not in export)),
        ("export variant of", export),
        ("member of", system.to("family")),
        ("derived from", system.to("derived_from")),
        ("variants and members", catalogue.pointing(id_, "variant_of", "family")),
        ("uses", catalogue.uses(id_)),
        ("used by", catalogue.users(id_)),
        ("carried by", catalogue.carriers(id_)),
        ("carries", catalogue.pointing(id_, "mounted_on")),
        ("others were derived from it", catalogue.pointing(id_, "derived_from")),
    )
    return ((words, ids) for words, ids in ties if ids)


def entry_to_json(catalogue: Catalogue, system: System) -> Plain:
    """One entry with all that hangs on it."""
    return {
        "id": system.id,
        "name": system.name,
        "class": [catalogue.classes[id_].name for id_ in catalogue.class_line(system.class_id)],
        "role": catalogue.role(system.id),
        "node": system.node,
        "origin": list(system.origin),
        "names": [_name_to_json(name) for name in all_names(system)],
        "relations": {words: list(ids) for words, ids in neighbours(catalogue, system)},
        "counts_as": list(counts_as(catalogue, system.id)),
        "figures": [_figure_to_json(figure) for figure in system.figures],
    }


def _name_to_json(name: SystemName) -> Plain:
    return {
        "text": name.text,
        "by": name.by,
        "lang": name.lang,
        "script": name.script,
        "source": name.source.address if name.source else None,
        "unverified": name.unverified,
    }


def _figure_to_json(figure: Figure) -> Plain:
    source = figure.source
    return {
        "measure": figure.measure,
        "condition": figure.condition,
        "low": figure.low,
        "high": figure.high,
        "unit": figure.unit,
        "source": {
            "title": source.title,
            "publisher": source.publisher,
            "date": source.date,
            "address": source.address,
        },
    }


def found_to_json(catalogue: Catalogue, name: str, found: Found) -> Plain:
    """What a name leads to: its entries, and the words that decide between them."""
    return {
        "name": name,
        "ambiguous": len(found.systems) > 1,
        "needs": found.ambiguous.needs if found.ambiguous else "none",
        "decides": _decides(found.ambiguous),
        "entries": [entry_to_json(catalogue, system) for system in found.systems],
    }


def _decides(entry: AmbiguousName | None) -> dict[str, list[str]]:
    return {id_: list(words) for id_, words in entry.decides.items()} if entry else {}


def found_shown(catalogue: Catalogue, found: Found) -> RenderableType:
    """One entry as a tree; several as a list of candidates with the words that decide."""
    if len(found.systems) == 1:
        tree = entry_tree(catalogue, found.systems[0])
        if found.ambiguous:
            tree.add(Text.assemble(("the name asked for ", "dim"), _kept(found.ambiguous)))
        return tree
    return candidates_table(catalogue, found)


def _kept(entry: AmbiguousName) -> str:
    """What keeps an ordinary name, which words speak for it, and before which it is something else."""
    words = ", ".join(word for words in entry.decides.values() for word in words)
    speaks = f"; {words} near by speak for it" if words else ""
    before = f"; never right before {' or '.join(entry.not_before)}" if entry.not_before else ""
    return f"{NEEDS[entry.needs]}{speaks}{before}"


def candidates_table(catalogue: Catalogue, found: Found) -> RenderableType:
    """The entries that share a name, each with its class and the words near by that speak for it."""
    table = Table("entry", "class", "words that decide", box=SIMPLE_HEAD)
    decides = _decides(found.ambiguous)
    for system in found.systems:
        words = ", ".join(decides.get(system.id, ())) or "its class, or arms of its kind near by"
        table.add_row(plainly(system.name), catalogue.classes[system.class_id].name, plainly(words))
    head = Text(f"{len(found.systems)} entries share this name")
    needs = Text(NEEDS[found.ambiguous.needs], "dim") if found.ambiguous else Text("")
    return Group(head, table, needs)


def entry_tree(catalogue: Catalogue, system: System) -> Tree:
    """The entry, its names with who gives them, its neighbours, what its numbers count, its figures."""
    classes = ", a kind of ".join(
        catalogue.classes[id_].name for id_ in catalogue.class_line(system.class_id)
    )
    tree = Tree(Text.assemble((system.name, "bold"), (f"  {system.id}", "dim")), guide_style="dim")
    tree.add(f"{system.node}: {classes}")
    if system.origin:
        tree.add(Text.assemble(("origin: ", "dim"), ", ".join(system.origin)))
    _names(tree, system)
    for words, ids in neighbours(catalogue, system):
        branch = tree.add(Text(words, "dim"))
        for id_ in ids:
            branch.add(_neighbour(catalogue, id_))
    tree.add(_counted(counts_as(catalogue, system.id)))
    _figures(tree, system.figures)
    return tree


def _names(tree: Tree, system: System) -> None:
    branch = tree.add(Text("names", "dim"))
    for by in dict.fromkeys(name.by for name in all_names(system)):
        names = ", ".join(_name_shown(name) for name in all_names(system) if name.by == by)
        branch.add(Text.assemble((f"{by}: ", "dim"), plainly(names)))
    read = {name.text: name.source for name in all_names(system) if name.source}
    for text, source in read.items():
        branch.add(Text(f"{text}: {source.publisher}, {source.date}, {source.address}", "dim"))


def _name_shown(name: SystemName) -> str:
    notes = [*([name.lang] if name.lang else []), *(["unverified"] if name.unverified else [])]
    return f"{name.text} ({', '.join(notes)})" if notes else name.text


def _neighbour(catalogue: Catalogue, id_: str) -> Text:
    other = catalogue.systems[id_]
    return Text.assemble(other.name, (f"  {catalogue.classes[other.class_id].name}, {other.node}", "dim"))


def _counted(kinds: Sequence[str]) -> Text:
    many = [shipped_comparison().counted[kind].many for kind in kinds]
    if not many:
        return Text.assemble(("a number of it without a unit: ", "dim"), "nothing known")
    said = f"{many[0]}, perhaps {' or '.join(many[1:])}" if many[1:] else many[0]
    return Text.assemble(("a number of it without a unit counts ", "dim"), said)


def _figures(tree: Tree, figures: Sequence[Figure]) -> None:
    if not figures:
        tree.add(Text("no published figure was read for it", "dim"))
        return
    branch = tree.add(Text("figures", "dim"))
    for figure in figures:
        source = figure.source
        line = f"{figure.measure}{f' at {figure.condition}' if figure.condition else ''}: {_interval(figure)}"
        note = f"  {source.publisher}, {source.title}, {source.date}, {source.address}"
        branch.add(Text.assemble(line, (note, "dim")))


def _interval(figure: Figure) -> str:
    low, high = (None if end is None else f"{end:g}" for end in (figure.low, figure.high))
    if low == high:
        return f"{low} {figure.unit}"
    if low and high:
        return f"{low} to {high} {figure.unit}"
    return f"up to {high} {figure.unit}" if high else f"at least {low} {figure.unit}"


def class_table(catalogue: Catalogue, class_id: str) -> Table:
    """The entries of a class and of the narrower ones."""
    table = Table("entry", "class", "node", "origin", "id", box=SIMPLE_HEAD)
    for system in of_class(catalogue, class_id):
        name = catalogue.classes[system.class_id].name
        table.add_row(plainly(system.name), name, system.node, " ".join(system.origin), system.id)
    return table


def of_class(catalogue: Catalogue, class_id: str) -> list[System]:
    """The systems of a class and of the narrower ones, by name."""
    found = [one for one in catalogue.systems.values() if catalogue.is_a(one.class_id, class_id)]
    return sorted(found, key=lambda system: system.name.casefold())


def class_named(catalogue: Catalogue, name: str) -> str | None:
    """The class that a person means: its id, its name, or a common word for it ("SAM", "warplane")."""
    wanted = name.strip().lower()
    if wanted.replace("-", "_").replace(" ", "_") in catalogue.classes:
        return wanted.replace("-", "_").replace(" ", "_")
    named = {entry.name.lower(): entry.id for entry in catalogue.classes.values()}
    found = named.get(wanted) or shipped_comparison().generic_names.get(wanted)
    return found or named.get(wanted.removesuffix("s"))
