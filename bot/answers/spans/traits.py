"""What a candidate is in grammar, worked out once: its head's dependency, the word that governs it, its neighbours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.answers.question.value import AnswerType
    from bot.answers.spans.candidates import Candidate
    from bot.answers.spans.scene import Scene
    from bot.answers.spans.tree import Tree

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV", "PRON"})
_FUNCTION = frozenset({"DET", "ADP", "SCONJ", "CCONJ", "PART", "PRON", "AUX", "PUNCT"})
_COARSE: dict[AnswerType, str] = {
    "group": "person",
    "time": "date",
    "age": "amount",
    "number": "amount",
    "money": "amount",
    "percent": "amount",
    "measure": "amount",
    "duration": "amount",
    "frequency": "amount",
    "purpose": "reason",
    "name": "thing",
}
_STEPS = (4, 6, 9, 14, 20)


@dataclass(frozen=True, slots=True)
class Traits:
    """Of a candidate: the type asked for, and its family; place, dependency and preposition of its head's phrase.

    ``governor`` is the place of what it depends on, over a preposition; ``label`` its head's entity label and ``fit``
    whether it is the entity, lies in it or goes over it; ``shared`` the share of its content that the question has.
    """

    fine: str
    family: str
    first: int
    last: int
    head: int
    cut: str
    length: str
    dep: str
    governor: int
    preposition: str
    label: str
    fit: str
    before: str
    after: str
    shared: str


def traits_of(scene: Scene, candidate: Candidate) -> Traits:
    """Worked out from the tree."""
    tree, (first, last, head, cut) = scene.tree, candidate
    top = _top(tree, head)
    governor, preposition = _governor(scene, top)
    if preposition == "-" and tree.tokens[head].pos == "ADP":
        preposition = "+" + scene.lemmas[head]
    fine = scene.wish.types[0]
    return Traits(
        fine=fine,
        family=_COARSE.get(fine, fine),
        first=first,
        last=last,
        head=head,
        cut=cut,
        length=step(last - first + 1),
        dep=tree.tokens[top].dep,
        governor=governor,
        preposition=preposition,
        label=tree.labels[head] or "-",
        fit=_fit(tree, first, last, head),
        before=_neighbour(scene, first - 1),
        after=_neighbour(scene, last + 1),
        shared=_shared(scene, first, last, head),
    )


def step(number: int) -> str:
    """A number, the coarser the larger."""
    return str(number) if number < _STEPS[0] else str(max(each for each in _STEPS if each <= number))


def _top(tree: Tree, head: int) -> int:
    """The first of a row ("and") stands for the others."""
    for _ in tree.heads:
        if tree.tokens[head].dep != "conj" or tree.heads[head] == head:
            break
        head = tree.heads[head]
    return head


def _governor(scene: Scene, top: int) -> tuple[int, str]:
    tree = scene.tree
    governor = tree.heads[top]
    if governor != top and (tree.tokens[top].dep in {"pobj", "pcomp"} or tree.tokens[governor].pos == "ADP"):
        return tree.heads[governor], scene.lemmas[governor]
    return governor, "-"


def _fit(tree: Tree, first: int, last: int, head: int) -> str:
    for begin, end, _ in tree.named:
        if begin <= head <= end:
            if (begin, end) == (first, last):
                return "="
            if begin <= first and last <= end:
                return "in"
            return "over" if first <= begin and end <= last else "cross"
    return "x"


def _neighbour(scene: Scene, at: int) -> str:
    """A little word as it is, of others the part of speech."""
    if not 0 <= at < len(scene.lemmas):
        return "^" if at < 0 else "$"
    pos = scene.tree.tokens[at].pos
    return scene.lemmas[at] if pos in _FUNCTION else pos


def _shared(scene: Scene, first: int, last: int, head: int) -> str:
    tokens = scene.tree.tokens
    content = [at for at in range(first, last + 1) if tokens[at].pos in _CONTENT] or [head]
    share = sum(1 for at in content if scene.hits[at]) / len(content)
    if share in {0.0, 1.0}:
        return f"{share:.0f}"
    return f"{int(share * 3)}/3"
