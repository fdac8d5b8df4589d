"""Features of what a candidate is: its words, its cut, its length, what it looks like, what the digest says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.spans.fitting import fits
from bot.answers.spans.shape import shape_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.answers.spans.scene import Scene
    from bot.answers.spans.traits import Traits

Feature = tuple[str, float]

_SPEECH = frozenset(
    "say tell add write tweet post claim announce warn argue state think believe joke read insist explain".split()
)


def form(scene: Scene, it: Traits) -> Iterator[Feature]:
    """Part of speech, dependency, label, cut, length, neighbours and shape, by the type that is asked for."""
    tokens = scene.tree.tokens
    head, first = tokens[it.head], tokens[it.first]
    for name in (
        f"pos|{it.fine}|{head.pos}",
        f"dep|{it.family}|{it.dep}",
        f"ent|{it.fine}|{it.label}|{it.fit}",
        f"fit|{it.fit}|{head.pos}",
        f"cut|{it.family}|{it.cut}",
        f"cut|{head.pos}|{it.cut}",
        f"len|{it.family}|{it.length}",
        f"len|{head.pos}|{it.length}",
        f"prep|{it.fine}|{it.preposition}",
        f"first|{it.family}|{first.tag}",
        f"last|{it.family}|{tokens[it.last].tag}",
        f"tag|{head.tag}",
        f"tag|{it.fine}|{head.tag}",
    ):
        yield name, 1.0
    for family in (it.family, head.pos):
        yield f"before|{family}|{it.before}", 1.0
        yield f"after|{family}|{it.after}", 1.0


def size(scene: Scene, it: Traits) -> Iterator[Feature]:
    """How much of its sentence it takes, and where it begins in it; and which pronoun it is, if it is one."""
    words = len(scene.tree.tokens)
    share = (it.last - it.first + 1) / words
    yield "big", share
    yield f"big|{it.family}", share
    yield f"place|{scene.wish.kind}", it.first / words
    if scene.tree.tokens[it.head].pos == "PRON":
        yield f"pron|{scene.lemmas[it.head]}", 1.0


def looks(scene: Scene, it: Traits) -> Iterator[Feature]:
    """Its shape, and whether it is one of several that "and" joins."""
    shape = shape_of(scene, it.first, it.last)
    yield f"shape|{it.fine}|{shape}", 1.0
    fitting = fits(scene.wish.types[0], it.label, shape)
    yield f"fits|{fitting}", 1.0
    yield f"fits|{it.family}|{fitting}|{it.fit}", 1.0
    yield f"shape|{scene.wish.kind}|{shape}|{it.length}", 1.0
    if scene.wish.noun:
        yield f"nshape|{scene.wish.noun}|{shape}", 1.0
        yield f"nlabel|{scene.wish.noun}|{it.label}|{it.fit}", 1.0
    tree = scene.tree
    row = [child for child in tree.children[it.head] if tree.tokens[child].dep == "conj"]
    if row or tree.tokens[it.head].dep == "conj":
        joined = "in" if not row else "all" if tree.right[row[-1]] <= it.last else "part"
        yield f"row|{it.family}|{joined}", 1.0
        yield f"row|{scene.wish.plural:d}|{joined}", 1.0


def reported(scene: Scene, it: Traits) -> Iterator[Feature]:
    """Whether it is said by somebody, and by whom; and whether it is one of the digest's facts."""
    tree, told = scene.tree, scene.told
    start, end = tree.tokens[it.first].start, tree.tokens[it.last].end
    quoted = next(
        (
            "=" if bounds == (it.first, it.last) else "in"
            for bounds in tree.quoted
            if _within((it.first, it.last), bounds)
        ),
        "-",
    )
    yield f"quote|{it.family}|{quoted}|{it.cut == 'quote':d}", 1.0
    yield f"speech|{it.family}|{scene.lemmas[it.governor] in _SPEECH:d}|{it.dep}", 1.0
    for name, spans in (("by", told.quotes), ("other", told.others), ("open", told.open_quotes)):
        if any(_within((start, end), bounds) for bounds in spans):
            yield f"said|{scene.wish.kind}|{name}|{quoted}", 1.0
    if (start, end) in told.facts:
        yield f"fact|{scene.wish.kind}", 1.0


def _within(inner: tuple[int, int], outer: tuple[int, int]) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]
