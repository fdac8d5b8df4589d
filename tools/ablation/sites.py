"""Where in a module's tree a rule stands, and what stands there when it is off."""

from __future__ import annotations

import ast
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

SAW = "_saw"  # under this name a module that is listened to finds whom to tell what a rule says
LABEL = 90  # characters of a rule's own words in the table
# A place in a tree: the node or list that holds what stands there, and under which name or number.
Holder = ast.AST | list[ast.expr]
Key = str | int


@dataclass(frozen=True, slots=True, eq=False)
class Site:
    """A rule's kind, its words, its line, its place, and what stands there when it is off."""

    kind: str
    label: str
    line: int
    holder: Holder
    key: Key
    neutral: Any

    @property
    def speaks(self) -> bool:
        """Whether it can be heard where it stands: it says yes or no or a number, or is a pattern that matches."""
        return self.kind not in {"number", "list", "row", "alternative"}

    def off(self) -> AbstractContextManager[None]:
        """The tree without the rule, as long as the context lasts."""
        return self._instead(self.neutral)

    def heard(self, name: str) -> AbstractContextManager[None]:
        """The tree with a call of ``SAW`` around the rule: its name, what it says, what it says when it is off."""
        told = [ast.Constant(value=name), self.now, self.neutral]
        return self._instead(ast.Call(ast.Name(SAW, ast.Load()), told, []))

    @contextmanager
    def _instead(self, node: object) -> Iterator[None]:
        kept = self.now
        self._put(node)
        try:
            yield
        finally:
            self._put(kept)

    @property
    def now(self) -> Any:  # noqa: ANN401  an expression, or statements
        """What stands there."""
        return self.holder[int(self.key)] if isinstance(self.holder, list) else getattr(self.holder, str(self.key))

    def _put(self, node: Any) -> None:  # noqa: ANN401  whatever is to stand there
        if isinstance(self.holder, list):
            self.holder[int(self.key)] = node
        else:
            setattr(self.holder, str(self.key), node)


def expression(source: str) -> ast.expr:
    """A piece of a tree."""
    return ast.parse(source, mode="eval").body


def words_of(node: ast.AST) -> str:
    """A rule in its own words, on one line."""
    text = " ".join(ast.unparse(node).split())
    return text if len(text) <= LABEL else f"{text[:LABEL]}…"


def walk(node: ast.AST) -> Iterator[ast.AST]:
    """Every node below one, the outer before the inner; functions inside it are left out."""
    for child in ast.iter_child_nodes(node):
        if not isinstance(child, ast.FunctionDef):
            yield child
            yield from walk(child)
