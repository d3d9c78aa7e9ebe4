"""Runs the notebooks of the documentation without Jupyter, and stores what their cells give.

uv run python docs/notebooks/execute.py           # rewrite the outputs
uv run python docs/notebooks/execute.py --check   # exit 1 where they are not what the cells give
"""

import ast
import contextlib
import io
import json
import sys
from pathlib import Path
from typing import Any

Cell = dict[str, Any]
VEGA_LITE = "application/vnd.vegalite.v5+json"
NOTEBOOKS = sorted(Path(__file__).resolve().parent.glob("*.ipynb"))


def executed(notebook: Path) -> dict[str, Any]:
    """The notebook with the outputs of its cells, run in their order in one namespace."""
    book: dict[str, Any] = json.loads(notebook.read_text(encoding="utf-8"))
    names: dict[str, Any] = {"__name__": "notebook"}
    for count, cell in enumerate((cell for cell in book["cells"] if cell["cell_type"] == "code"), 1):
        cell["execution_count"] = count
        cell["outputs"] = list(_outputs(*_run("".join(cell["source"]), names), count))
    return book


def _run(source: str, names: dict[str, Any]) -> tuple[str, Any]:
    """What a cell prints, and the value of its last line where that is an expression that shows itself."""
    tree, printed = ast.parse(source), io.StringIO()
    last = tree.body[-1] if tree.body else None
    shown = last.value if isinstance(last, ast.Expr) else None
    if shown is not None:
        tree.body.pop()
    with contextlib.redirect_stdout(printed):
        exec(compile(tree, "<cell>", "exec"), names)  # noqa: S102 - the cells are our own
        value = eval(compile(ast.Expression(shown), "<cell>", "eval"), names) if shown else None  # noqa: S307 - as above
    return printed.getvalue(), value


def _outputs(printed: str, value: Any, count: int) -> list[Cell]:
    outputs: list[Cell] = []
    if printed:
        outputs.append({"name": "stdout", "output_type": "stream", "text": printed.splitlines(keepends=True)})
    if value is not None:
        data = {
            kind: shown.splitlines(keepends=True) if isinstance(shown, str) else shown
            for kind, shown in value._repr_mimebundle_().items()
        }
        outputs.append(
            {"data": data, "execution_count": count, "metadata": {}, "output_type": "execute_result"}
        )
    return outputs


def comparable(book: dict[str, Any]) -> list[Any]:
    """What must be the same on every machine: printed text and pictures without their numbers, cell by cell."""
    return [
        _without_numbers(output)
        for cell in book["cells"]
        if cell["cell_type"] == "code"
        for output in cell["outputs"]
    ]


def _without_numbers(shown: Any) -> Any:
    """The last digits of a picture's numbers, and so its drawing, are a machine's own."""
    if isinstance(shown, dict):
        kept = {key: value for key, value in shown.items() if key not in {"image/svg+xml", "values"}}
        return {key: _without_numbers(value) for key, value in kept.items()}
    return [_without_numbers(each) for each in shown] if isinstance(shown, list) else shown


def _main() -> int:
    stale = []
    for notebook in NOTEBOOKS:
        book = executed(notebook)
        if comparable(book) != comparable(json.loads(notebook.read_text(encoding="utf-8"))):
            stale.append(notebook.name)
        if "--check" not in sys.argv:
            text = json.dumps(book, indent=1, ensure_ascii=False, sort_keys=True) + "\n"
            notebook.write_text(text, encoding="utf-8")
    print("\n".join(f"{name}: not what its cells give" for name in stale) or "as stored")
    return 1 if stale and "--check" in sys.argv else 0


if __name__ == "__main__":
    sys.exit(_main())
