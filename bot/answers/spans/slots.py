"""Who does what to whom in a sentence: the predicates that each word is an argument of, also where that is unsaid.

Roles are those under the surface, so that active and passive agree: ``A0`` who does it, ``A1`` to whom or what it is
done, ``A2`` for whom, ``AT`` what somebody is, ``AM`` how or when, ``C`` a clause, and a preposition by itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.answers.spans.tree import Tree

ROLE_OF = {
    "nsubj": "A0",
    "nsubjpass": "A1",
    "csubj": "A0",
    "dobj": "A1",
    "obj": "A1",
    "dative": "A2",
    "attr": "AT",
    "acomp": "AT",
    "oprd": "AT",
    "advmod": "AM",
    "npadvmod": "AM",
    "ccomp": "C",
    "xcomp": "C",
    "advcl": "AC",
    "agent": "A0",
}
"""The role of a dependency; others keep their name."""

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


class Slot(NamedTuple):
    """An argument's predicate, by its place, and its role there."""

    predicate: int
    role: str


def slots_of(tree: Tree) -> tuple[tuple[Slot, ...], ...]:
    """The slots of each word; a word in a row ("and") has those of the first, too."""
    found: list[dict[Slot, None]] = [{} for _ in tree.heads]
    for at in range(len(tree.heads)):
        for slot in _own(tree, at):
            found[at][slot] = None
    for noun, slot in _unsaid(tree):
        found[noun][slot] = None
    for at in range(len(tree.heads)):
        first, steps = at, 0
        while tree.tokens[first].dep == "conj" and tree.heads[first] != first and steps < len(tree.heads):
            first, steps = tree.heads[first], steps + 1
        if first != at:
            found[at].update(found[first])
    return tuple(map(tuple, found))


def _own(tree: Tree, at: int) -> Iterator[Slot]:
    """The slot that the parse gives; the object of a preposition fills one of what is before that."""
    dep, head = tree.tokens[at].dep, tree.heads[at]
    if head == at or dep == "conj":
        return
    if dep in {"pobj", "pcomp"}:
        lemma = tree.tokens[head].lemma.lower()
        above = tree.heads[head]
        agent = tree.tokens[head].dep == "agent"
        while (
            tree.tokens[above].dep in {"prep", "pcomp"}
            and tree.tokens[above].pos == "ADP"
            and tree.heads[above] != above
        ):
            above = tree.heads[above]
        yield Slot(above, "A0" if agent else lemma)
        return
    yield Slot(head, ROLE_OF.get(dep, dep))


def _unsaid(tree: Tree) -> Iterator[tuple[int, Slot]]:
    """Arguments that stand elsewhere: before a relative clause or participle, or as the subject of the verb above."""
    for at, token in enumerate(tree.tokens):
        head = tree.heads[at]
        if head == at:
            continue
        if token.dep == "relcl":
            yield head, Slot(at, _relative(tree, at))
        elif token.dep == "acl" and token.tag in {"VBG", "VBN"}:
            yield head, Slot(at, "A0" if token.tag == "VBG" else "A1")
        elif token.dep in {"xcomp", "advcl", "conj"} and token.pos in {"VERB", "AUX"} and _subject(tree, at) is None:
            subject = _over(tree, head)
            if subject is not None:
                yield subject, Slot(at, "A1" if token.tag == "VBN" and token.dep == "advcl" else _voice(tree, at))


def _relative(tree: Tree, verb: int) -> str:
    """What the noun before a relative clause is in it."""
    for child in tree.children[verb]:
        if tree.tokens[child].tag in {"WDT", "WP"}:
            return ROLE_OF.get(tree.tokens[child].dep, tree.tokens[child].dep)
    return "A1" if _subject(tree, verb) is not None else "A0"


def _voice(tree: Tree, verb: int) -> str:
    return "A1" if any(tree.tokens[child].dep == "auxpass" for child in tree.children[verb]) else "A0"


def _subject(tree: Tree, verb: int) -> int | None:
    return next((child for child in tree.children[verb] if tree.tokens[child].dep in _SUBJECTS), None)


def _over(tree: Tree, verb: int) -> int | None:
    """The subject of a verb, or of the verb above it."""
    for _ in tree.heads:
        subject = _subject(tree, verb)
        if subject is not None or tree.heads[verb] == verb:
            return subject
        if tree.tokens[verb].dep in {"relcl", "acl"}:
            return tree.heads[verb]
        verb = tree.heads[verb]
    return None
