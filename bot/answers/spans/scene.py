"""One sentence looked at with a wish in mind: which of its words the question has, and who does what in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.answers.spans.slots import slots_of

if TYPE_CHECKING:
    from bot.answers.question.value import Wish
    from bot.answers.spans.slots import Slot
    from bot.answers.spans.told import Told
    from bot.answers.spans.tree import Tree

_STEM = 5
"""Words that begin with so many equal letters are the same word: "arrest" and "arrested", "election" and "elected"."""

_SAME_STEM = 0.8
"""What a word with the same stem counts, as a share of the word itself."""

_FAR = 99

Mate = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Scene:
    """A wish against one sentence.

    ``hits`` is the weight of the question's word at each place of the sentence, 0 where there is none; ``clauses`` the
    place of the verb over each word; ``mates`` the arguments of each predicate that the question has, too, by role and
    place; ``slots`` the predicates of each word, ``paths`` its steps in the tree to each other. ``rank`` and ``likely``
    are the sentence's place among those that may answer, from 0, and its probability to do so. ``told`` is what the
    digest knows of the sentence.
    """

    wish: Wish
    tree: Tree
    told: Told
    rank: int
    likely: float
    lemmas: tuple[str, ...]
    hits: tuple[float, ...]
    clauses: tuple[int, ...]
    slots: tuple[tuple[Slot, ...], ...]
    mates: tuple[tuple[Mate, ...], ...]
    paths: tuple[tuple[int, ...], ...]
    total: float

    @property
    def covered(self) -> float:
        """The share of the question's weight that the sentence has, at most 1.5: a word may come twice."""
        return min(sum(self.hits) / self.total, 1.5)


def scene_of(wish: Wish, tree: Tree, told: Told, rank: int, likely: float) -> Scene:
    """A sentence that is the ``rank``-th to answer, with probability ``likely``."""
    lemmas = tuple(token.lemma.lower() for token in tree.tokens)
    hits = _hits(wish, tree, lemmas)
    slots = slots_of(tree)
    mates: list[list[Mate]] = [[] for _ in lemmas]
    for at, each in enumerate(slots):
        if hits[at]:
            for slot in each:
                mates[slot.predicate].append((slot.role, at))
    return Scene(
        wish=wish,
        tree=tree,
        told=told,
        rank=rank,
        likely=likely,
        lemmas=lemmas,
        hits=hits,
        clauses=tuple(_clause(tree, at) for at in range(len(lemmas))),
        slots=slots,
        mates=tuple(map(tuple, mates)),
        paths=tuple(_paths(tree, at) for at in range(len(lemmas))),
        total=sum(weight for _, weight in wish.focus) or 1.0,
    )


def _hits(wish: Wish, tree: Tree, lemmas: tuple[str, ...]) -> tuple[float, ...]:
    whole = dict(wish.focus)
    stems = {lemma[:_STEM]: weight * _SAME_STEM for lemma, weight in wish.focus if len(lemma) >= _STEM}
    return tuple(
        max(
            whole.get(lemma, 0.0),
            whole.get(word.lower().replace(".", ""), 0.0),
            stems.get(lemma[:_STEM], 0.0) if len(lemma) >= _STEM else 0.0,
        )
        for lemma, word in zip(lemmas, tree.words, strict=True)
    )


def _clause(tree: Tree, at: int) -> int:
    for _ in tree.heads:
        up = tree.heads[at]
        if up == at or tree.tokens[up].pos in {"VERB", "AUX"}:
            return up
        at = up
    return at


def _paths(tree: Tree, start: int) -> tuple[int, ...]:
    steps = [_FAR] * len(tree.heads)
    steps[start] = 0
    row = [start]
    for at in row:
        for other in (*tree.children[at], tree.heads[at]):
            if steps[other] == _FAR:
                steps[other] = steps[at] + 1
                row.append(other)
    return tuple(steps)
