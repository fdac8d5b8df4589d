"""Yes or no, only where one clause of a sentence says so plainly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.question.typed import spoken
from bot.answers.spans.scene import scene_of
from bot.answers.spans.told import Told
from bot.answers.spans.tree import tree_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.answers.question.value import Wish
    from bot.answers.spans.scene import Scene
    from bot.model import Dossier, Verdict

PLAIN = 0.75
"""The share of the question's weight that a sentence must have to say yes or no to it."""

_LITTLE = 0.4  # a focus word of up to this weight may be missing whatever it is
_NEGATIVE = frozenset("no not n't never none nobody nothing neither nor without hardly nowhere zero".split())
_REVERSING = frozenset("fail refuse decline deny reject avoid prevent stop unable cease dismiss rule unlikely".split())
_UNSURE = frozenset(
    "may might could would should if whether unless perhaps possibly allegedly reportedly consider plan propose hope "
    "expect likely probably urge ask call demand want threaten rumour rumor speculate believe think myth defy "
    "contrary previously originally initially formerly once almost nearly while although though".split()
)
_LIGHT = frozenset({"be", "do", "have", "get", "any", "there"})
_SWEEPING = frozenset("all every everyone everybody always only entirely both".split())


def verdict_of(wish: Wish, dossier: Dossier, place: int) -> Verdict | None:
    """What the sentence at that place of the reading says to a question that can be answered by yes or no.

    None when the question is no such, or the sentence lacks a part of it, is unsure itself, or says it of others. A
    question that has a negation of its own ("didn't they sign?") is answered for the thing asked: yes, they signed.
    """
    if wish.kind != "yes_no" or _SWEEPING.intersection(spoken(wish.words).split()):
        return None
    reading = dossier.reading
    tree = tree_of(dossier.article.text, reading, reading.sentences[place])
    scene = scene_of(wish, tree, Told(), 0, 1.0)
    if not _complete(wish, scene):
        return None
    around = _clause(scene)
    lemmas = [scene.lemmas[at] for at in around]
    if _UNSURE.intersection(lemmas) or tree.words[-1] == "?":
        return None
    turns = sum(lemma in _NEGATIVE or lemma in _REVERSING for lemma in lemmas if lemma not in _said(wish))
    return "no" if turns % 2 else "yes"


def _said(wish: Wish) -> frozenset[str]:
    """Words of the question itself turn nothing: "did they fail to agree?"."""
    return frozenset(lemma for lemma, _ in wish.focus)


def _complete(wish: Wish, scene: Scene) -> bool:
    """Whether the sentence has what the question names, and nearly all else of weight."""
    had = {lemma for lemma, hit in zip(scene.lemmas, scene.hits, strict=True) if hit}
    stems = {lemma[:5] for lemma in had}
    missing = [word for word in wish.focus if word.lemma not in had and word.lemma[:5] not in stems]
    lost = sum(word.weight for word in missing)
    if wish.verb and wish.verb not in _LIGHT and wish.verb not in scene.lemmas:
        return False
    named = {name.lower() for name in (*wish.names, *wish.numbers)}
    if any(word.lemma in named for word in missing):
        return False
    return bool(wish.focus) and lost / scene.total <= 1 - PLAIN


def _clause(scene: Scene) -> Iterable[int]:
    """The clause that holds the most of the question, and the verbs and little words above it."""
    weight: dict[int, float] = {}
    for at, hit in enumerate(scene.hits):
        if hit > _LITTLE:
            verb = at if scene.tree.tokens[at].pos == "VERB" else scene.clauses[at]
            weight[verb] = weight.get(verb, 0.0) + hit
    verb = max(weight, key=lambda at: (weight[at], -at))
    tree = scene.tree
    inside = {at for at in range(tree.left[verb], tree.right[verb] + 1) if scene.clauses[at] == verb or at == verb}
    inside |= {child for at in tuple(inside) for child in tree.children[at] if tree.tokens[child].dep != "relcl"}
    for _ in tree.heads:
        if tree.heads[verb] == verb or tree.tokens[verb].dep not in {"xcomp", "ccomp", "pcomp"}:
            break
        verb = tree.heads[verb]
        inside |= {verb, *tree.children[verb]}
    return sorted(inside)
