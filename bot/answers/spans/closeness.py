"""Features of where a candidate stands: how close to the question's words, in the row of words and in the tree."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from bot.answers.spans.traits import step

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.answers.spans.form import Feature
    from bot.answers.spans.scene import Scene
    from bot.answers.spans.traits import Traits

_FAR = 99
_FARTHEST_WORD = 20
_FARTHEST_STEP = 8
_LEAST = 1e-3


def sentence(scene: Scene) -> tuple[Feature, ...]:
    """What is true of all of a sentence's candidates."""
    return (
        (f"rank|{scene.rank}", 1.0),
        ("likely", math.log(scene.likely + _LEAST)),
        ("covered", scene.covered),
    )


def repeated(scene: Scene, it: Traits) -> Iterator[Feature]:
    """What it takes of the question's words: an answer says something else."""
    lost = sum(scene.hits[it.first : it.last + 1]) / scene.total
    token, hit = scene.tree.tokens[it.head], scene.hits[it.head] > 0
    yield f"shared|{it.shared}", 1.0
    yield f"shared|{it.family}|{it.shared}", 1.0
    yield f"shared|{it.first == it.last:d}|{it.shared}", 1.0
    yield "lost", lost
    yield f"lost|{it.family}", lost
    yield f"hit|{it.family}|{hit:d}", 1.0
    yield f"hit|{token.pos}|{it.dep}|{hit:d}", 1.0
    noun = (scene.wish.noun or "").rstrip("s")
    if noun:
        lemmas = [lemma.rstrip("s") for lemma in scene.lemmas[it.first : it.last + 1]]
        over = scene.tree.heads[it.head]
        held = (
            f"{lemmas[it.head - it.first] == noun:d}{noun in lemmas:d}"
            f"{over != it.head and scene.lemmas[over].rstrip('s') == noun:d}"
        )
        yield f"noun|{it.family}|{held}|{it.cut}", 1.0
        yield f"noun|{held}|{it.dep}", 1.0
        yield f"noun|{held}|{it.length}", 1.0


def near(scene: Scene, it: Traits) -> Iterator[Feature]:
    """Distances to the question's words outside it, weighed by what they weigh."""
    outside = [(at, hit) for at, hit in enumerate(scene.hits) if hit and not it.first <= at <= it.last]
    if not outside:
        return
    left = min((it.first - at for at, _ in outside if at < it.first), default=_FAR)
    right = min((at - it.last for at, _ in outside if at > it.last), default=_FAR)
    path = scene.paths[it.head]
    steps = [(path[at], hit) for at, hit in outside]
    total = sum(hit for _, hit in outside)
    nearest = min(step for step, _ in steps)
    mean = sum(hit * min(each, _FARTHEST_STEP) for each, hit in steps) / total / 4
    yield f"near|L|{step(left)}", 1.0
    yield f"near|R|{step(right)}", 1.0
    yield f"near|{it.family}|{step(min(left, right))}", 1.0
    yield f"path|{min(nearest, 6)}", 1.0
    yield f"path|{it.family}|{min(nearest, 6)}", 1.0
    words = (hit * min(abs(at - it.first), abs(at - it.last), _FARTHEST_WORD) for at, hit in outside)
    yield "distance", sum(words) / total / 10
    yield "steps", mean
    yield f"steps|{it.family}", mean
    verb = scene.clauses[it.head]
    inside = sum(hit for at, hit in outside if scene.tree.left[verb] <= at <= scene.tree.right[verb]) / total
    yield "clause", inside
    yield f"clause|{it.family}", inside
