"""Features of what a candidate does in its sentence: is it the argument that the question leaves open?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.spans.slots import ROLE_OF

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.answers.spans.form import Feature
    from bot.answers.spans.scene import Scene
    from bot.answers.spans.slots import Slot
    from bot.answers.spans.traits import Traits

_MOST_MATES = 2
_ARGUMENTS = frozenset({"A0", "A1"})


def argument(scene: Scene, it: Traits) -> Iterator[Feature]:
    """Its predicates, whether the question has them, and whether it has their other arguments."""
    wanted = scene.wish.preposition or ROLE_OF.get(scene.wish.role, scene.wish.role)
    names: dict[str, None] = {}
    for slot in scene.slots[it.head]:
        if not it.first <= slot.predicate <= it.last:
            names.update(dict.fromkeys(_of_slot(scene, it, slot, wanted)))
    for name in names:
        yield name, 1.0


def _of_slot(scene: Scene, it: Traits, slot: Slot, wanted: str) -> Iterator[str]:
    asked = scene.hits[slot.predicate] > 0
    how = _how(scene, slot)
    mates = {role for role, at in scene.mates[slot.predicate] if not it.first <= at <= it.last}
    many = min(len(mates), _MOST_MATES)
    yield f"slot|{it.family}|{slot.role}|{asked:d}"
    yield f"slot|{wanted}|{slot.role}|{how}"
    yield f"slot|{it.family}|{how}"
    yield f"slot|{slot.role}|{how}"
    if wanted in _ARGUMENTS or scene.wish.preposition:
        yield f"agree|{slot.role == wanted:d}|{how}"
        yield f"agree|{slot.role == wanted:d}|{asked:d}|{many}"
        yield f"agree|{it.family}|{slot.role == wanted:d}|{asked:d}"
    yield f"mates|{many}|{how}"
    yield f"mates|{it.family}|{many}|{asked:d}"
    for role in mates:
        yield f"mate|{wanted}|{slot.role}|{role}|{asked:d}"


def _how(scene: Scene, slot: Slot) -> str:
    """How the question has a predicate: as what its answer depends on, as its last verb, as another, as any word."""
    wish, lemma = scene.wish, scene.lemmas[slot.predicate]
    if lemma == wish.gap:
        return "gap"
    if lemma in wish.verbs:
        return "last" if lemma == wish.verbs[-1] else "verb"
    return "word" if scene.hits[slot.predicate] else "-"


def neighbours(scene: Scene, it: Traits) -> Iterator[Feature]:
    """What stands beside it under the same word, and what of its own phrase was cut off."""
    tree = scene.tree
    asked = scene.hits[it.governor] > 0 and not it.first <= it.governor <= it.last
    beside = [child for child in tree.children[it.governor] if _has(scene, it, child)]
    yield f"over|{asked:d}|{it.dep}", 1.0
    yield f"over|{it.family}|{asked:d}", 1.0
    yield f"beside|{min(len(beside), 3)}|{asked:d}", 1.0
    for child in beside:
        yield f"beside|{it.dep}|{tree.tokens[child].dep}", 1.0
        yield f"beside|{scene.wish.role}|{it.dep}|{tree.tokens[child].dep}", 1.0
    for child in tree.children[it.head]:
        if _has(scene, it, child):
            yield f"own|{it.family}|{tree.tokens[child].dep}", 1.0
            yield f"own|{tree.tokens[it.head].pos}|{tree.tokens[child].dep}", 1.0
    if scene.wish.preposition:
        yield f"asked|{scene.wish.preposition == it.preposition:d}|{asked:d}", 1.0
        yield f"asked|{scene.wish.preposition}|{it.preposition}", 1.0


def _has(scene: Scene, it: Traits, child: int) -> bool:
    """Whether a phrase outside the candidate has words of the question."""
    if it.first <= child <= it.last:
        return False
    return any(scene.hits[scene.tree.left[child] : scene.tree.right[child] + 1])
