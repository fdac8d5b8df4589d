"""Patterns without one of their alternatives: each phrase that a pattern names is a rule by itself."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from tools.ablation.sites import Site

if TYPE_CHECKING:
    from collections.abc import Iterator

_SIGN = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\((?:\?(?:P<\w+>|[:=!]|<[=!]|[a-zA-Z-]+:))?|[|)]", re.DOTALL)
_ANCHOR = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[$^]", re.DOTALL)
_PIECE = 60  # characters of an alternative in the table


@dataclass(frozen=True, slots=True, eq=False)
class Alternative(Site):
    """An alternative's place is the whole pattern's; and its own piece of it."""

    piece: str

    def concerns(self, text: str) -> bool:
        """Whether the piece stands anywhere in a text, or the pattern finds something else without it."""
        return bool(_found(self.piece, text)) or _found(self.now.value, text) != _found(self.neutral.value, text)


def alternatives(tree: ast.Module) -> Iterator[Site]:
    """The alternatives of every pattern that a module writes out, within a table of patterns too."""
    for statement in tree.body:
        if isinstance(statement, ast.Assign | ast.AnnAssign):
            for node in ast.walk(statement):
                for holder in (getattr(node, "args", None), getattr(node, "elts", None)):
                    if isinstance(holder, list) and holder and isinstance(holder[0], ast.Constant):
                        yield from _of(holder, holder[0], ast.unparse(statement).split(" ", 1)[0].rstrip(":"))


def _of(holder: list[ast.expr], pattern: ast.Constant, name: str) -> Iterator[Site]:
    if isinstance(pattern.value, str):
        for piece, rest in without(pattern.value):
            label = f"{name}: |{' '.join(piece.split())[:_PIECE]}"
            yield Alternative("alternative", label, pattern.lineno, holder, 0, ast.Constant(value=rest), piece)


def without(pattern: str) -> Iterator[tuple[str, str]]:
    """Each alternative of a pattern, and the pattern without it."""
    open_: list[list[int]] = [[0]]
    for sign in _SIGN.finditer(pattern):
        if sign[0][0] == "(":
            open_.append([sign.end()])
        elif sign[0] == "|":
            open_[-1].append(sign.end())
        elif sign[0] == ")" and len(open_) > 1:
            yield from _pieces(pattern, open_.pop(), sign.start())
    yield from _pieces(pattern, open_.pop(), len(pattern))


def _pieces(pattern: str, starts: list[int], end: int) -> Iterator[tuple[str, str]]:
    """The pieces of a group that begin at ``starts``, the last of which ends at ``end``; one alone is no choice."""
    ends = [*(start - 1 for start in starts[1:]), end]
    for index, (left, right) in enumerate(zip(starts, ends, strict=True)):
        if len(starts) > 1:
            last = index == len(starts) - 1
            yield pattern[left:right], pattern[: left - last] + pattern[right + (not last) :]


@lru_cache(4_096)
def _found(pattern: str, text: str) -> tuple[tuple[int, int], ...]:
    free = _ANCHOR.sub(lambda match: match[0] if len(match[0]) > 1 else "", pattern)
    flags = re.IGNORECASE | (re.VERBOSE if "\n" in pattern else 0)
    return tuple(match.span() for match in re.finditer(free, text, flags))
