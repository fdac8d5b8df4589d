"""The best stretch of each sentence that may answer: all candidates are weighed together, then the best is sought.

The weights give each candidate a probability. What is returned is not the likeliest candidate, but the one that has
the most words in common with what is likely (minimum Bayes risk): of "Poland", "from Poland" and "moved to the UK from
Poland", each likely, that in the middle loses least.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from bot.answers.spans.candidates import candidates
from bot.answers.spans.closeness import sentence
from bot.answers.spans.features import features
from bot.answers.spans.scene import scene_of
from bot.answers.spans.told import told_of
from bot.answers.spans.tree import tree_of
from bot.answers.spans.weights import WEIGHTS
from bot.model import Evidence

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.answers.question.value import Wish
    from bot.answers.spans.candidates import Candidate
    from bot.answers.spans.scene import Scene
    from bot.model import Dossier

TEMPERATURE = 0.6
"""Below 1 the likeliest count for more than the weights say; .5 to .9 give the same F1 in cross-validation."""

PLAUSIBLE = 0.25
"""How likely what is chosen is at least, as a share of the likeliest of its sentence: no compromise that is odd."""

_SEEN = 24
"""How many candidates are compared with each other, the likeliest."""

_TELLING = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV"})
_MOSTLY = 0.6

_ARTICLES = frozenset({"a", "an", "the"})


class Likely(NamedTuple):
    """A sentence by its place in the reading, and the probability (0..1) that it has the answer, as far as known."""

    place: int
    probability: float


class Chosen(NamedTuple):
    """A stretch, the place of its sentence, and the share of its words that is expected to be right, 0..1."""

    evidence: Evidence
    place: int
    right: float


class _Rated(NamedTuple):
    scene: int
    candidate: Candidate
    score: float


def choose(
    wish: Wish, ranked: Sequence[Likely], dossier: Dossier, weights: Mapping[str, float] = WEIGHTS
) -> tuple[Chosen, ...]:
    """One stretch for each of the ranked sentences (the likeliest first), the best stretch first.

    The first need not come from the first sentence: what is in a sentence tells whether it answers, too.
    """
    scenes = scenes_of(wish, ranked, dossier)
    rated = [
        _Rated(at, candidate, score) for at, scene in enumerate(scenes) for candidate, score in _scores(scene, weights)
    ]
    if not rated:
        return ()
    best = max(each.score for each in rated)
    shares = [math.exp((each.score - best) / TEMPERATURE) for each in rated]
    total = sum(shares)
    seen = sorted(zip(rated, (share / total for share in shares), strict=True), key=lambda pair: -pair[1])
    found = [_best_of(at, scene, seen[: _SEEN * len(scenes)]) for at, scene in enumerate(scenes)]
    chosen = [
        Chosen(_evidence(dossier, scenes[at], candidate, ranked[at].place), ranked[at].place, right)
        for at, (candidate, right) in enumerate(found)
        if candidate is not None
    ]
    return tuple(sorted(chosen, key=lambda each: -each.right))


def scenes_of(wish: Wish, ranked: Sequence[Likely], dossier: Dossier) -> list[Scene]:
    """The ranked sentences, each looked at with the wish in mind."""
    told = told_of(wish, dossier.digest)
    text, reading = dossier.article.text, dossier.reading
    return [
        scene_of(wish, tree_of(text, reading, reading.sentences[likely.place]), told, rank, likely.probability)
        for rank, likely in enumerate(ranked)
    ]


def _scores(scene: Scene, weights: Mapping[str, float]) -> list[tuple[Candidate, float]]:
    common = sum(weights.get(name, 0.0) * value for name, value in sentence(scene))
    return [
        (each, common + sum(weights.get(name, 0.0) * value for name, value in features(scene, each)))
        for each in candidates(scene.tree)
        if scene.wish.kind == "yes_no" or _tells(scene, each)
    ]


def _tells(scene: Scene, candidate: Candidate) -> bool:
    """Whether it has a word that the question has not: "its plant" is no answer to "which plant"."""
    places = range(candidate.first, candidate.last + 1)
    content = [at for at in places if scene.tree.tokens[at].pos in _TELLING]
    return not content or not all(scene.hits[at] for at in content)


def _best_of(at: int, scene: Scene, seen: Sequence[tuple[_Rated, float]]) -> tuple[Candidate | None, float]:
    """Of a sentence's likeliest candidates the one that shares most with all of them, and how much."""
    mine = [(rated.candidate, share) for rated, share in seen if rated.scene == at][:_SEEN]
    least = PLAUSIBLE * mine[0][1] if mine else 0.0
    said = _counted(scene)
    best: tuple[Candidate | None, float] = (None, -1.0)
    for one in (candidate for candidate, share in mine if share >= least):
        right = sum(share * _alike(one, other, said) for other, share in mine)
        if right > best[1]:
            best = (one, right)
    return best


def _counted(scene: Scene) -> list[int]:
    """How many words that count come before each place: neither marks nor articles."""
    counts = [0]
    for token, word in zip(scene.tree.tokens, scene.tree.words, strict=True):
        counts.append(counts[-1] + (token.pos not in {"PUNCT", "SPACE"} and word.lower() not in _ARTICLES))
    return counts


def _alike(one: Candidate, other: Candidate, said: list[int]) -> float:
    """F1 of the words of two stretches of one sentence."""
    first, last = max(one.first, other.first), min(one.last, other.last)
    if first > last:
        return 0.0
    both = said[one.last + 1] - said[one.first] + said[other.last + 1] - said[other.first]
    return 2 * (said[last + 1] - said[first]) / both if both else 0.0


def _whole(scene: Scene, candidate: Candidate) -> tuple[int, int]:
    """What somebody said is quoted whole, when most of the quotation is chosen."""
    first, last = candidate.first, candidate.last
    if scene.wish.kind == "said":
        for begin, end in scene.tree.quoted:
            if begin <= first and last <= end and last - first + 1 >= _MOSTLY * (end - begin + 1):
                return _trimmed(scene, begin, end)
    return first, last


def _trimmed(scene: Scene, first: int, last: int) -> tuple[int, int]:
    while last > first and scene.tree.tokens[last].pos in {"PUNCT", "SPACE"}:
        last -= 1
    return first, last


def _evidence(dossier: Dossier, scene: Scene, candidate: Candidate, place: int) -> Evidence:
    """With the article before it, which says nothing and reads better: "the bridge would stay shut"."""
    text, sentence_ = dossier.article.text, dossier.reading.sentences[place]
    first, last = _whole(scene, candidate)
    if first and scene.tree.words[first - 1].lower() in _ARTICLES:
        first -= 1
    start, end = scene.tree.tokens[first].start, scene.tree.tokens[last].end
    return Evidence(start, end, text[start:end], text[sentence_.start : sentence_.end])
