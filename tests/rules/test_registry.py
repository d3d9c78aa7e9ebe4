import re
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable

import pytest

from rostra.rules.registry import rule_register

NOQA = re.compile(r"# (?:noqa|type: ignore).*")
CODE = re.compile(r"\b[QMNCKIRS]\d{3}\b")


@pytest.mark.parametrize("code", sorted(rule_register()))
def test_a_code_is_one_letter_and_three_digits(code: str) -> None:
    assert CODE.fullmatch(code)


def test_every_code_that_the_program_names_is_registered() -> None:
    named = {
        code
        for module in _modules(files("rostra"))
        for code in CODE.findall(NOQA.sub("", module.read_text(encoding="utf-8")))
    }
    assert named - set(rule_register()) == set()


def _modules(folder: Traversable) -> Iterator[Traversable]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _modules(entry)
        elif entry.name.endswith(".py") and entry.name not in {"registry.py", "evidence.py", "model.py"}:
            yield entry
