"""Rules at the top of a module: weights and limits, lists of words, patterns, rows of a table."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from tools.ablation.sites import Site, expression, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tools.ablation.sites import Holder, Key

ENDLESS = 1_000_000  # a limit that nothing reaches
_NOTHING = ast.Starred(ast.Tuple([], ast.Load()), ast.Load())  # `*()`: a row that is not there
_OFF = {
    "frozenset": ("list", "frozenset()"),
    "split": ("list", "[]"),
    "compile": ("pattern", "re.compile('(?!)')"),
}


def constants(tree: ast.Module) -> Iterator[Site]:
    """The rules of a module's constants; text that patterns are built from is no rule by itself."""
    for statement in tree.body:
        if isinstance(statement, ast.Assign | ast.AnnAssign) and statement.value is not None:
            target = statement.targets[0] if isinstance(statement, ast.Assign) else statement.target
            yield from _assigned(target, statement, "value", statement.value)


def _assigned(target: ast.expr, holder: Holder, key: Key, value: ast.expr) -> Iterator[Site]:
    if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
        for index, (each, part) in enumerate(zip(target.elts, value.elts, strict=True)):
            yield from _assigned(each, value.elts, index, part)
    elif (name := ast.unparse(target)).isupper():
        yield from _rules(name, holder, key, value)


def _rules(name: str, holder: Holder, key: Key, value: ast.expr) -> Iterator[Site]:
    if isinstance(value, ast.Call):
        made = ast.unparse(value.func).rpartition(".")[2]
        if made in _OFF:
            kind, neutral = _OFF[made]
            yield Site(kind, name, value.lineno, holder, key, expression(neutral))
        elif value.args and isinstance(rows := value.args[0], ast.GeneratorExp):
            yield from _rules(name, rows.generators[0], "iter", rows.generators[0].iter)
    elif isinstance(value, ast.Set | ast.BinOp):
        yield Site("list", name, value.lineno, holder, key, expression("frozenset()"))
    elif isinstance(value, ast.Dict):
        yield Site("list", name, value.lineno, holder, key, expression("{}"))
        for index, each in enumerate(value.values):
            yield from _weights(f"{name}[{index}]", value.values, index, each)
    elif isinstance(value, ast.Tuple | ast.List):
        yield from _rows(name, holder, key, value)
    else:
        yield from _weights(name, holder, key, value)
        yield from _limits(name, holder, key, value)


def _rows(name: str, holder: Holder, key: Key, value: ast.Tuple | ast.List) -> Iterator[Site]:
    """Numbers each by itself, words together, and of a table of rules one row after the other."""
    if all(isinstance(row, ast.Constant) and isinstance(row.value, str) for row in value.elts):
        yield Site("list", name, value.lineno, holder, key, expression("()"))
        return
    for index, row in enumerate(value.elts):
        if isinstance(row, ast.Constant):
            yield from _rules(f"{name}[{index}]", value.elts, index, row)
        else:
            yield Site("row", f"{name}[{index}] {words_of(row)}", row.lineno, value.elts, index, _NOTHING)


def _weights(name: str, holder: Holder, key: Key, value: ast.expr) -> Iterator[Site]:
    """A broken number is a weight, or the least of something: without it, it is nothing."""
    if isinstance(value, ast.Constant) and isinstance(value.value, float):
        yield Site("number", f"{name} = {value.value}", value.lineno, holder, key, ast.Constant(value=0.0))


def _limits(name: str, holder: Holder, key: Key, value: ast.expr) -> Iterator[Site]:
    """A whole number may be the least or the most of something: it is tried without either."""
    if isinstance(value, ast.Constant) and type(value.value) is int:
        for neutral in (0, ENDLESS):
            label = f"{name} = {value.value}, now {neutral}"
            yield Site("number", label, value.lineno, holder, key, ast.Constant(value=neutral))
