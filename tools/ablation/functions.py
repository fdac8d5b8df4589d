"""Rules inside functions: what predicates say, terms of a score, and conditions."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from tools.ablation.sites import Site, walk, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tools.ablation.sites import Holder, Key

_SUMS = (ast.Add, ast.Sub)


def functions(tree: ast.Module) -> Iterator[Site]:
    """The rules of a module's functions and methods."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            says = node.returns is not None and ast.unparse(node.returns) == "bool"
            unending = _unending(node)
            for part in walk(node):
                if says and isinstance(part, ast.Return) and not _is_no(part.value):
                    yield _site("predicate", f"{node.name}: {words_of(part)}", part, "value", neutral=False)
                yield from _terms(node.name, part)
                if id(part) not in unending:
                    yield from _conditions(node.name, part)


def _unending(function: ast.FunctionDef) -> set[int]:
    """The conditions of loops: without one a loop would not end."""
    loops = (node for node in ast.walk(function) if isinstance(node, ast.While))
    return {id(node) for loop in loops for node in ast.walk(loop.test)}


def _is_no(node: ast.expr | None) -> bool:
    return node is None or (isinstance(node, ast.Constant) and node.value is False)


def _terms(function: str, part: ast.AST) -> Iterator[Site]:
    """What is added to a score, or taken off it: there is a broken number in it."""
    if isinstance(part, ast.AugAssign) and isinstance(part.op, _SUMS) and _weighs(part.value):
        yield _site("term", f"{function}: {words_of(part)}", part, "value", neutral=0.0)
    if isinstance(part, ast.BinOp) and isinstance(part.op, _SUMS):
        for side, term in (("left", part.left), ("right", part.right)):
            if _weighs(term) and not (isinstance(term, ast.BinOp) and isinstance(term.op, _SUMS)):
                sign = "-" if side == "right" and isinstance(part.op, ast.Sub) else "+"
                yield _site("term", f"{function}: {sign} {words_of(term)}", part, side, neutral=0.0)


def _weighs(node: ast.AST) -> bool:
    return any(isinstance(part, ast.Constant) and isinstance(part.value, float) for part in ast.walk(node))


def _conditions(function: str, part: ast.AST) -> Iterator[Site]:
    """A branch that is never taken, a part of a condition that asks nothing, a filter that lets all through."""
    if isinstance(part, ast.If):
        yield _site("branch", f"{function}: if {words_of(part.test)}", part, "test", neutral=False)
    elif isinstance(part, ast.BoolOp):
        all_ = isinstance(part.op, ast.And)
        for index, each in enumerate(part.values):
            label = f"{function}: {'and' if all_ else 'or'} {words_of(each)}"
            yield _site("condition", label, part.values, index, neutral=all_)
    elif isinstance(part, ast.comprehension):
        for index, each in enumerate(part.ifs):
            yield _site("filter", f"{function}: only if {words_of(each)}", part.ifs, index, neutral=True)


def _site(kind: str, label: str, holder: Holder, key: Key, *, neutral: bool | float) -> Site:
    at = holder[int(key)] if isinstance(holder, list) else getattr(holder, str(key))
    return Site(kind, label, at.lineno, holder, key, ast.Constant(value=neutral))
