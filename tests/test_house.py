"""The house keeps its own rules: layers, sizes, names, docstrings and what start-up may load."""

from __future__ import annotations

import ast
import importlib
import inspect
import re
import subprocess
import sys
from functools import cache
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import pytest


if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
SOURCES = sorted(path for top in ("models", "store", "tui") for path in (ROOT / top).rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
LONGEST_FILE = 400
LONGEST_BODY = 40
FORBIDDEN_WORDS = {"Manager", "Helper", "Utils", "Handler", "Data", "Info"}
HEAVY = (
    *("textual", "rich", "pydantic", "arrow", "rapidfuzz", "python_calamine"),
    *("typst", "xlsxwriter", "icalendar", "recurring_ical_events", "defusedxml"),
)

Function: TypeAlias = ast.FunctionDef | ast.AsyncFunctionDef
Documented: TypeAlias = Function | ast.ClassDef


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def classes(tree: ast.AST) -> list[str]:
    return [node.name for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]


def functions(tree: ast.AST) -> Iterator[Function]:
    for node in ast.walk(tree):
        if isinstance(node, Function):
            yield node


def body_lines(function: Function) -> int:
    """Count the lines of a function without its signature and its docstring."""
    body = function.body[1:] if ast.get_docstring(function) is not None else function.body
    return body[-1].end_lineno - body[0].lineno + 1 if body else 0


def public(body: list[ast.stmt], prefix: str = "") -> Iterator[tuple[str, Documented]]:
    """Find the public classes, functions and methods of a module."""
    for node in body:
        if isinstance(node, Documented) and not node.name.startswith("_"):
            yield prefix + node.name, node
            if isinstance(node, ast.ClassDef):
                yield from public(node.body, f"{prefix}{node.name}.")


def is_overload(node: Documented) -> bool:
    return any(ast.unparse(decorator).endswith("overload") for decorator in node.decorator_list)


def inherited(path: Path, name: str) -> bool:
    """Whether a method overrides one that says what it is."""
    module = importlib.import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))
    return inspect.getdoc(attrgetter(name)(module)) is not None


def words_of(name: str) -> set[str]:
    """Split a class name or a file name into its words, each with a capital."""
    return {word.capitalize() for word in re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", name)}


def catches_everything(node: ast.ExceptHandler) -> bool:
    caught = node.type.elts if isinstance(node.type, ast.Tuple) else [node.type]
    broad = {"Exception", "BaseException"}
    return any(each is None or ast.unparse(each) in broad for each in caught)


@pytest.mark.parametrize("module", ["models.kinds", "store.production", "tui.cli"])
def test_start_up_loads_nothing_heavy(module: str) -> None:
    program = f"import sys, {module}; print(*[name for name in {HEAVY} if name in sys.modules])"
    run = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert ("", 0, "") == (run.stderr, run.returncode, run.stdout.strip())


def test_imports_point_one_way() -> None:
    lint_imports = Path(sys.executable).with_name("lint-imports")
    run = subprocess.run(
        [lint_imports, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert run.returncode == 0, run.stdout + run.stderr


def test_a_file_holds_one_idea() -> None:
    lines = {name_of(path): len(path.read_text("utf-8").splitlines()) for path in SOURCES + TESTS}

    assert {} == {name: count for name, count in lines.items() if count > LONGEST_FILE}


def test_a_function_fits_on_a_screen() -> None:
    lines = {
        f"{name_of(path)}: {function.name}": body_lines(function)
        for path in SOURCES + TESTS
        for function in functions(tree_of(path))
    }

    assert {} == {name: count for name, count in lines.items() if count > LONGEST_BODY}


def test_everything_public_says_what_it_is() -> None:
    silent = [
        f"{name_of(path)}: {name}"
        for path in SOURCES
        for name, node in public(tree_of(path).body)
        if ast.get_docstring(node) is None and not is_overload(node) and not inherited(path, name)
    ]

    assert [] == [name_of(path) for path in SOURCES if not ast.get_docstring(tree_of(path))]
    assert [] == silent


def test_names_are_the_trades_own() -> None:
    empty = {
        f"{name_of(path)}: {name}": words_of(name) & FORBIDDEN_WORDS
        for path in SOURCES
        for name in [*classes(tree_of(path)), path.stem]
    }

    assert {} == {name: words for name, words in empty.items() if words}


def test_no_error_is_swallowed_unseen() -> None:
    broad = [
        f"{name_of(path)}:{node.lineno}"
        for path in SOURCES + TESTS
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.ExceptHandler) and catches_everything(node)
    ]

    assert [] == broad
