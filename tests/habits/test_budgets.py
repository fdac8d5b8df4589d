"""Small modules, small functions, listeners of a few lines; and what departs from a rule says why."""

from __future__ import annotations

import ast
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

from tests.habits.project import files, name

MODULE, FUNCTION, LISTENER = 200, 25, 10
LISTENERS = re.compile(
    r"handlers/(messages|mentions|commands|shortcuts|actions|reactions|home|agent|workflow|lifecycle)(/\w+)?\.py"
)
# What may be longer, and why: "path" or "path::function" -> (lines, reason).
EXCEPTIONS: dict[str, tuple[int, str]] = {
    "bot/settings.py::_rules": (40, "a table: one row for each contradiction, read as a whole"),
    "tests/handlers/views/builders.py::digest": (30, "one made-up digest, field by field"),
}

DIRECTIVE = re.compile(r"noqa\b|type: ignore|pragma: no (?:cover|branch)|fmt: (?:off|skip)")
CODES = re.compile(
    r"(?:noqa(?::[\sA-Z0-9,]*\b\d+)?|type: ignore(?:\[[\w, -]+\])?|pragma: no (?:cover|branch)|fmt: \w+)"
)
REASONED = {"skip", "skipif", "xfail", "importorskip"}


def test_every_module_and_function_keeps_within_its_budget() -> None:
    """A module has at most 200 lines, a function 25 below its docstring, a function of a listener module 10."""
    over = {place: lines for place, lines, budget in _measured() if lines > EXCEPTIONS.get(place, (budget, ""))[0]}
    assert over == {}, "split these, or give a reason in EXCEPTIONS"


def test_no_exception_outlives_its_need() -> None:
    """An exception names something that exists, is over the common budget, and has a reason."""
    needed = {place for place, lines, budget in _measured() if lines > budget}
    assert {place for place, (_, reason) in EXCEPTIONS.items() if place not in needed or not reason} == set()


def test_every_departure_from_a_rule_says_why_on_its_line() -> None:
    """`noqa`, `type: ignore` and their like name the rule, and after it a reason in words."""
    silent = [
        f"{name(path)}:{comment.start[0]} {comment.string}"
        for path in files(".py")
        for comment in _comments(path)
        if DIRECTIVE.search(comment.string) and len(re.findall(r"[A-Za-z]{2,}", CODES.sub("", comment.string))) < 1
    ]
    assert silent == []


def test_every_skipped_story_says_why() -> None:
    """A story that is skipped, or known to fail, gives its reason."""
    silent = [
        f"{name(path)}:{call.lineno}"
        for path in files(".py")
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Attribute)
        and call.func.attr in REASONED
        and ast.unparse(call.func).startswith("pytest.")
        and not any(word.arg == "reason" for word in call.keywords)
        and ast.unparse(call.func) != "pytest.skip"
    ]
    assert silent == []


def _measured() -> Iterator[tuple[str, int, int]]:
    """Every module and function with its lines and the budget for its kind."""
    for path in files(".py"):
        source = path.read_text(encoding="utf-8")
        yield name(path), len(source.splitlines()), MODULE
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield (
                    f"{name(path)}::{node.name}",
                    _body(node),
                    LISTENER if LISTENERS.fullmatch(name(path)) else FUNCTION,
                )


def _body(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """The lines of a function from its first statement to its last, without its docstring."""
    statements = function.body[1:] if ast.get_docstring(function) is not None else function.body
    return (statements[-1].end_lineno or 0) - statements[0].lineno + 1 if statements else 0


def _comments(path: Path) -> Iterator[tokenize.TokenInfo]:
    with path.open("rb") as file:
        yield from (token for token in tokenize.tokenize(file.readline) if token.type == tokenize.COMMENT)
