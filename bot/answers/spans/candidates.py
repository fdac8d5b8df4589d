"""The stretches of a sentence that could be an answer: every phrase, whole or cut where grammar allows."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.answers.spans.tree import Tree

_EMPTY = frozenset({"PUNCT", "SPACE", "SYM"})
_LEADING = frozenset({"DET", "ADP", "SCONJ", "CCONJ"})
_EDGES = frozenset({"PUNCT", "SPACE", "CCONJ"})
_MOST = 60  # words


class Candidate(NamedTuple):
    """First and last place in the sentence, the place of its head, and how it was cut: whole, base, part, quote."""

    first: int
    last: int
    head: int
    cut: str


def candidates(tree: Tree) -> tuple[Candidate, ...]:
    """Each stretch once, by the first way that leads to it."""
    found: dict[tuple[int, int], Candidate] = {}
    for candidate in _all(tree):
        trimmed = _trim(tree, candidate)
        if trimmed and trimmed.last - trimmed.first < _MOST:
            found.setdefault((trimmed.first, trimmed.last), trimmed)
    return tuple(found.values())


def _all(tree: Tree) -> Iterator[Candidate]:
    for first, last in tree.quoted:
        yield Candidate(first, last, _head(tree, first, last), "quote")
    for first, last, _ in tree.named:
        yield Candidate(first, last, _head(tree, first, last), "entity")
    for at, token in enumerate(tree.tokens):
        if token.pos not in _EMPTY:
            yield from _of_word(tree, at)


def _of_word(tree: Tree, at: int) -> Iterator[Candidate]:
    """The phrase of a word: from each of its beginnings to each of its ends."""
    after = [child for child in tree.children[at] if child > at and tree.tokens[child].pos not in _EMPTY]
    ends = [at, *(tree.right[child] for child in after)]
    for begin, name in _starts(tree, at):
        for last in dict.fromkeys(ends):
            if begin == at == last:
                cut = "word"
            elif last == at:
                cut = f"{name}+base"
            else:
                cut = f"{name}+{'whole' if last == ends[-1] else 'part'}"
            yield Candidate(begin, last, at, cut)


def _starts(tree: Tree, at: int) -> tuple[tuple[int, str], ...]:
    """Where a word's phrase may begin: before all, after its little words, after its subject, at the word itself."""
    starts: dict[int, str] = {}
    begin = tree.left[at]
    while begin < at and tree.tokens[begin].pos in _EMPTY:
        begin += 1
    bare = begin
    while bare < at and tree.tokens[bare].pos in _LEADING | _EMPTY:
        bare += 1
    starts.setdefault(bare, "bare")
    starts.setdefault(begin, "full")
    verbal = tree.tokens[at].pos in {"VERB", "AUX"}
    for child in tree.children[at]:
        if child >= at:
            break
        after = tree.right[child] + 1
        if after <= at:
            starts.setdefault(after, "verb" if verbal else "late")
    starts.setdefault(at, "head")
    return tuple(starts.items())


def _trim(tree: Tree, candidate: Candidate) -> Candidate | None:
    """Without marks, spaces and conjunctions at its edges, nor the end of a genitive in front."""
    first, last = candidate.first, candidate.last
    while first <= last and (tree.tokens[first].pos in _EDGES or tree.tokens[first].tag == "POS"):
        first += 1
    while last >= first and tree.tokens[last].pos in _EDGES:
        last -= 1
    if first > last:
        return None
    return candidate._replace(first=first, last=last)


def _head(tree: Tree, first: int, last: int) -> int:
    """The word of a stretch whose head lies outside."""
    return next((at for at in range(first, last + 1) if not first <= tree.heads[at] <= last), first)
