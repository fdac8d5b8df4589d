"""What speaks for a sentence, as named numbers of about the size of one."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from bot.answers.ranking.lines import lines_of, stems_of
from bot.answers.ranking.stems import grams, stem, words_of
from bot.answers.ranking.types import has
from bot.answers.spans.told import facts_of, told_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bot.answers.question.value import Wish
    from bot.answers.ranking.lines import Line, Lines
    from bot.model import Dossier, Reading, Vector

Features = dict[str, float]
_OPEN_TYPES = frozenset({"clause", "thing", "deed", "name", "sort"})
_SHORT = 5  # words: a heading, a name under a picture
_COLLOQUIAL = 0.3  # weight of a focus word below which it says nothing


class Sought(NamedTuple):
    """A wish as words to be found: ``stems`` with weights, a name's apart, the stretches of letters of all of them."""

    stems: Mapping[str, float]
    names: frozenset[str]
    verbs: frozenset[str]
    noun: str | None
    letters: frozenset[str]


class Field(NamedTuple):
    """A question before an article: all that its sentences are compared by."""

    wish: Wish
    sought: Sought
    lines: Lines
    nearness: tuple[float, ...]
    table: tuple[Features, ...]


def field(wish: Wish, dossier: Dossier, asked: Reading | None = None, meaning: Vector | None = None) -> Field:
    """The features of each sentence, in the order of the article."""
    lines = lines_of(dossier.article.text, dossier.reading)
    sought = sought_of(wish, asked)
    near = _nearness(dossier, meaning)
    own = [_own(wish, sought, lines, line) for line in lines.lines]
    facts = _facts(wish, dossier)
    table = tuple(
        features | _of_place(dossier, lines, at) | facts.get(at, {}) | _beside(own, at) | _meant(near, at)
        for at, features in enumerate(own)
    )
    return Field(wish, sought, lines, near, table)


def sought_of(wish: Wish, asked: Reading | None) -> Sought:
    """The words of a wish; those of its question that say little count little."""
    stems: dict[str, float] = {}
    forms = _forms(wish, asked)
    for lemma, weight in wish.focus:
        for each in {stem(lemma), *forms.get(lemma, ())}:
            stems[each] = max(stems.get(each, 0.0), weight / len({stem(lemma), *forms.get(lemma, ())}))
    names = frozenset(stem(each) for name in wish.names for each in words_of(name))
    letters = frozenset().union(*(grams(lemma) for lemma, weight in wish.focus if weight > _COLLOQUIAL))
    verbs = frozenset(stem(verb) for verb in wish.verbs if verb not in {"be", "have", "do"})
    return Sought(stems, names, verbs, stem(wish.noun) if wish.noun else None, letters)


def _forms(wish: Wish, asked: Reading | None) -> dict[str, set[str]]:
    """The stems of the words as typed, by lemma: "held" beside "hold"."""
    if asked is None:
        return {}
    forms: dict[str, set[str]] = {}
    for token in asked.tokens:
        word = wish.words[token.start : token.end]
        forms.setdefault(token.lemma.lower(), set()).update(stems_of(word, token.lemma))
    return forms


def _own(wish: Wish, sought: Sought, lines: Lines, line: Line) -> Features:
    total = sum(weight * lines.rare(each) for each, weight in sought.stems.items()) or 1.0
    most = sum(sought.stems.values()) or 1.0
    covered = sum(weight for each, weight in sought.stems.items() if each in line.stems)
    found = {
        "bm25": lines.bm25(line, sought.stems) / total,
        "covered": covered / most,
        "letters": len(sought.letters & line.letters) / (len(sought.letters) or 1),
        "verb": float(bool(sought.verbs & line.stems.keys())),
        "noun": float(sought.noun is not None and sought.noun in line.stems),
        "length": math.log1p(line.said) / 3,
        "short": float(line.said <= _SHORT),
        "asks": float("?" in line.words[-2:]),
    }
    if sought.names:
        found["names"] = len(sought.names & line.stems.keys()) / len(sought.names)
    if wish.types[0] not in _OPEN_TYPES:
        found["type"] = float(any(has(line, each) for each in wish.types[:2]))
    return found


def _of_place(dossier: Dossier, lines: Lines, at: int) -> Features:
    title = lines.lines[at].span.start < dossier.article.body_start
    return {"title": float(title), "place": at / len(lines.lines)}


def _facts(wish: Wish, dossier: Dossier) -> dict[int, Features]:
    """What the digest has found in a sentence that answers such a question of the whole article, by its place."""
    found: dict[int, Features] = {}
    for name, value, start in _told(wish, dossier):
        at = _sentence(dossier.reading.sentences, start)
        if at is not None:
            found.setdefault(at, {}).setdefault(name, value)
    return found


def _told(wish: Wish, dossier: Dossier) -> Iterator[tuple[str, float, int]]:
    """Feature, value, and where in the text it stands."""
    for place, fact in enumerate(facts_of(wish.kind, dossier.digest)):
        yield "fact", 1 / (1 + place), fact.evidence.start
    if wish.kind == "said":
        told = told_of(wish, dossier.digest)
        yield from (("quote", 1.0, start) for start, _ in told.quotes)
        yield from (("open quote", 1.0, start) for start, _ in told.open_quotes)


def _sentence(spans: Sequence[tuple[int, int, str]], start: int) -> int | None:
    return next((at for at, span in enumerate(spans) if span[0] <= start < span[1]), None)


def _beside(own: Sequence[Features], at: int) -> Features:
    """What the sentence before has: a pronoun here may stand for it."""
    return {"bm25 before": own[at - 1]["bm25"]} if at else {}


def _nearness(dossier: Dossier, meaning: Vector | None) -> tuple[float, ...]:
    if meaning is None or dossier.vectors is None:
        return ()
    return tuple(meaning.nearness(vector) for vector in dossier.vectors)


def _meant(near: Sequence[float], at: int) -> Features:
    if not near:
        return {}
    return {"near": near[at], "near before": near[at - 1] if at else 0.0}
