"""The habits that a reviewer would otherwise have to remember: sizes, names, imports, laws of the records."""

import ast
import dataclasses
import statistics
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

import rostra.model
from rostra.kernel import errors

SRC = Path(rostra.model.__file__).resolve().parent.parent
MODULES = sorted(SRC.rglob("*.py"))
FLOORS = sorted(folder.name for folder in SRC.iterdir() if (folder / "__init__.py").is_file())
OPTIONAL_GATES = frozenset({"pipeline/engine.py"})
"""Modules that may import an optional dependency inside a function."""


def tree_of(module: Path) -> ast.Module:
    return ast.parse(module.read_text(encoding="utf-8"), filename=str(module))


def functions() -> Iterator[tuple[str, ast.FunctionDef | ast.AsyncFunctionDef]]:
    for module in MODULES:
        for node in ast.walk(tree_of(module)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield f"{module.relative_to(SRC)}:{node.name}", node


def body_lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines of the body without its docstring."""
    body = node.body[1:] if ast.get_docstring(node) is not None else node.body
    if not body:
        return 0
    return (body[-1].end_lineno or 0) - body[0].lineno + 1


def test_median_function_has_at_most_eight_lines() -> None:
    assert statistics.median(body_lines(node) for _, node in functions()) <= 8


def test_no_function_is_longer_than_fifty_lines() -> None:
    assert [name for name, node in functions() if body_lines(node) > 50] == []


def test_no_function_takes_more_than_five_parameters() -> None:
    def count(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
        names = [arg.arg for arg in (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs)]
        return len([name for name in names if name not in {"self", "cls"}])

    commands = "cli/"  # a command's options are its parameters: click passes them by name
    assert [name for name, node in functions() if count(node) > 5 and not name.startswith(commands)] == []


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(SRC)))
def test_module_has_at_most_three_hundred_lines(module: Path) -> None:
    assert len(module.read_text(encoding="utf-8").splitlines()) <= 300


def test_no_room_is_a_catch_all() -> None:
    names = {path.stem for path in MODULES} | {path.parent.name for path in MODULES}
    assert not names & {"utils", "util", "helpers", "helper", "common", "misc"}


def test_imports_stand_at_the_top() -> None:
    inside = [
        f"{module.relative_to(SRC)}:{child.lineno}"
        for module in MODULES
        if module.relative_to(SRC).parts[0] != "cli" and str(module.relative_to(SRC)) not in OPTIONAL_GATES
        for node in ast.walk(tree_of(module))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        for child in ast.walk(node)
        if isinstance(child, ast.Import | ast.ImportFrom)
    ]
    assert inside == []


def test_every_floor_is_in_the_contract() -> None:
    config = tomllib.loads((SRC.parent.parent / "pyproject.toml").read_text(encoding="utf-8"))
    layers = next(c for c in config["tool"]["importlinter"]["contracts"] if c["type"] == "layers")["layers"]
    rooms = {name.strip() for layer in layers for name in layer.split("|")} - {"__main__"}
    assert sorted(rooms) == FLOORS


@pytest.mark.parametrize("name", rostra.model.__all__)
def test_every_noun_is_frozen_and_slotted(name: str) -> None:
    noun = getattr(rostra.model, name)
    if not dataclasses.is_dataclass(noun):
        return
    assert noun.__dataclass_params__.frozen  # type: ignore[union-attr]  # set by the decorator, unknown to the stubs
    assert "__slots__" in vars(noun)


def test_every_error_is_drawn_in_the_tree() -> None:
    drawn = errors.__doc__ or ""
    classes = [c for c in vars(errors).values() if isinstance(c, type) and issubclass(c, Exception)]
    assert [c.__name__ for c in classes if c.__name__ not in drawn] == []


def test_every_error_has_a_code_of_its_own() -> None:
    classes = [c for c in vars(errors).values() if isinstance(c, type) and issubclass(c, errors.RostraError)]
    assert len({c.code for c in classes}) == len(classes)


@pytest.mark.parametrize("floor", FLOORS)
def test_a_public_facade_lists_its_names_in_order(floor: str) -> None:
    for node in tree_of(SRC / floor / "__init__.py").body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
            names = ast.literal_eval(node.value)
            assert names == sorted(names, key=lambda name: (not name.isupper(), not name[0].isupper(), name))
