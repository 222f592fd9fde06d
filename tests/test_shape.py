"""The tree's own rules, for every file and with no list of exceptions: sizes, names, docstrings, invented names."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from statistics import median, quantiles
from typing import Final

import pytest

from tests import reference

SOURCES: Final = sorted((reference.REPOSITORY / "src").rglob("*.py"))
TESTS: Final = sorted((reference.REPOSITORY / "tests").rglob("*.py"))
SCRIPTS: Final = sorted(path for name in ("demo", "stationery") for path in (reference.REPOSITORY / name).rglob("*.py"))
EVERYTHING: Final = [*SOURCES, *TESTS, *SCRIPTS]
Function = ast.FunctionDef | ast.AsyncFunctionDef

EMPTY_NAMES: Final = re.compile(
    r"(?:^|_)(?:manager|handler|processor|service|util|utils|helper|helpers|common|data|info|misc|core|base)(?:_|$)"
)
LONGEST_FUNCTION: Final = 60
MOST_ARGUMENTS: Final = 6
LONGEST_FILE: Final = 400
LONGEST_TEST: Final = 30


def name_of(path: Path) -> str:
    return str(path.relative_to(reference.REPOSITORY))


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def functions(paths: list[Path]) -> Iterator[tuple[str, Function]]:
    for path in paths:
        for node in ast.walk(tree_of(path)):
            if isinstance(node, Function):
                yield f"{name_of(path)}:{node.name}", node


def length(node: Function) -> int:
    """Lines from the first decorator or `def` to the last line."""
    start = min([node.lineno, *(decorator.lineno for decorator in node.decorator_list)])
    return (node.end_lineno or node.lineno) - start + 1


def lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def test_functions_are_short() -> None:
    lengths = [length(node) for _, node in functions(SOURCES)]
    assert median(lengths) <= 8
    assert quantiles(lengths, n=10)[-1] <= 25


def test_no_function_is_long() -> None:
    assert [name for name, node in functions(EVERYTHING) if length(node) > LONGEST_FUNCTION] == []


def test_no_function_takes_many_arguments() -> None:
    def count(node: Function) -> int:
        given = node.args
        return sum(name.arg not in {"self", "cls"} for name in (*given.posonlyargs, *given.args, *given.kwonlyargs))

    assert [name for name, node in functions(EVERYTHING) if count(node) > MOST_ARGUMENTS] == []


def test_files_are_short() -> None:
    assert median(map(lines, SOURCES)) <= 120
    assert [name_of(path) for path in EVERYTHING if lines(path) > LONGEST_FILE] == []


def test_no_test_is_long() -> None:
    tests = [(name, node) for name, node in functions(TESTS) if node.name.startswith("test_")]
    assert [name for name, node in tests if (node.end_lineno or 0) - node.lineno + 1 > LONGEST_TEST] == []


def test_modules_are_named_for_what_they_hold() -> None:
    assert [name_of(path) for path in EVERYTHING if EMPTY_NAMES.search(path.stem)] == []


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_what_is_public_says_what_it_does(path: Path) -> None:
    tree = tree_of(path)
    assert ast.get_docstring(tree), "the module has no docstring"
    named = [node for node in tree.body if isinstance(node, Function | ast.ClassDef)]
    assert [node.name for node in named if not (node.name.startswith("_") or ast.get_docstring(node))] == []


# ── Nobody real ──────────────────────────────────────────────────────────────────────────────────────────────────────


def real_names() -> set[str]:
    """People whom the reference gold names, districts of its quotas, and the cities in the names of its issuers."""
    names: set[str] = set()
    for file in reference.GOLD.glob("*.json"):
        gold = reference.load(file)
        issuer = gold.get("document", {}).get("issuer") or ""
        names.update(re.findall(r"^([\u4e00-\u9fff]{2,4})[市县区州]", issuer))
        for task in gold.get("tasks", ()):
            names.update(task.get("leaders") or ())
            names.update((task.get("allocation") or {}).get("cells", ()))
    return {name for name in names if len(name) > 1 and not name.startswith(("全", "市", "各", "合"))}


@pytest.mark.shared
def test_nobody_and_no_place_of_the_reference_documents_is_named() -> None:
    names = real_names()
    assert len(names) > 10
    named = re.compile("|".join(map(re.escape, sorted(names))))
    texts = [(path, path.read_text(encoding="utf-8")) for path in EVERYTHING]
    assert [(name_of(path), found.group()) for path, text in texts if (found := named.search(text))] == []
