"""One sentence as a tree: who depends on whom, and how far each word's own phrase reaches."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.model import Reading, Span, Token

_OPENERS = "“\"‘«'"
_CLOSERS = "”\"’»'"


@dataclass(frozen=True, slots=True)
class Tree:
    """A sentence's words by their place in it, counted from 0.

    ``words`` as written; ``heads`` the place of each word's head (its own for the root); ``children`` in order;
    ``left`` and ``right`` the first and last place of its phrase; ``labels`` the entity label or "".
    ``named`` holds the entities, as first and last place; ``quoted`` the same of what stands between quotation marks.
    """

    tokens: tuple[Token, ...]
    words: tuple[str, ...]
    heads: tuple[int, ...]
    children: tuple[tuple[int, ...], ...]
    left: tuple[int, ...]
    right: tuple[int, ...]
    labels: tuple[str, ...]
    named: tuple[tuple[int, int, str], ...]
    quoted: tuple[tuple[int, int], ...]


def tree_of(text: str, reading: Reading, sentence: Span) -> Tree:
    """The tree of one of the reading's sentences."""
    first = bisect_left(reading.tokens, sentence.start, key=_start)
    last = bisect_left(reading.tokens, sentence.end, key=_start)
    tokens = tuple(token for token in reading.tokens[first:last])
    heads = tuple(token.head - first if first <= token.head < last else at for at, token in enumerate(tokens))
    children: list[list[int]] = [[] for _ in tokens]
    for at, head in enumerate(heads):
        if head != at:
            children[head].append(at)
    left, right = _edges(heads)
    words = tuple(text[token.start : token.end] for token in tokens)
    named = _named(tokens, reading, sentence)
    labels = [""] * len(tokens)
    for begin, end, label in named:
        labels[begin : end + 1] = [label] * (end + 1 - begin)
    return Tree(tokens, words, heads, tuple(map(tuple, children)), left, right, tuple(labels), named, _quoted(words))


def _start(token: Token) -> int:
    return token.start


def _edges(heads: tuple[int, ...]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """First and last place of each word's phrase; a head counts all that hangs below it, however deep."""
    left, right = list(range(len(heads))), list(range(len(heads)))
    for at in range(len(heads)):
        up, steps = at, 0
        while heads[up] != up and steps <= len(heads):
            up, steps = heads[up], steps + 1
            left[up], right[up] = min(left[up], at), max(right[up], at)
    return tuple(left), tuple(right)


def _named(tokens: tuple[Token, ...], reading: Reading, sentence: Span) -> tuple[tuple[int, int, str], ...]:
    found = []
    at = bisect_left(reading.entities, sentence.start, key=lambda entity: entity.start)
    for entity in reading.entities[at:]:
        if entity.start >= sentence.end:
            break
        inside = [
            place for place, token in enumerate(tokens) if entity.start <= token.start and token.end <= entity.end
        ]
        if inside:
            found.append((inside[0], inside[-1], entity.label))
    return tuple(found)


def _quoted(words: tuple[str, ...]) -> tuple[tuple[int, int], ...]:
    """What stands between marks; what is opened and not closed goes to the end, what is only closed from the start."""
    found: list[tuple[int, int]] = []
    opened = None
    for at, word in enumerate(words):
        if opened is None and word in _OPENERS and (word not in "'’" or at + 1 < len(words)):
            opened = at + 1
        elif opened is not None and word in _CLOSERS:
            if at > opened:
                found.append((opened, at - 1))
            opened = None
    if opened is not None and opened < len(words):
        found.append((opened, len(words) - 1))
    return tuple(found)
