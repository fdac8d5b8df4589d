"""From a question to an answer in the article's words, or to the sentences that come nearest (pure)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.confidence.doubt import confidence
from bot.answers.items import direct, items_of, unknown
from bot.answers.ranking.features import field
from bot.answers.ranking.rank import rank
from bot.answers.sense import sensible
from bot.answers.spans.choose import choose
from bot.answers.verdict import verdict_of
from bot.answers.wish import names_of, understand
from bot.model import Answer, Evidence, Question

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answers.spans.choose import Chosen, Likely
    from bot.answers.wish import Wish
    from bot.model import Dossier, Item, Reading, Vector

NEAREST = 3
"""How many sentences are looked into, and how many come with an answer."""

SAID = 0.5
"""The least confidence with which something is answered."""

FOUND = 0.9
"""The confidence in what the digest has, for a question about the whole article ("next steps?")."""


def answer(
    question: Question,
    dossier: Dossier,
    asked: Reading | None = None,
    meaning: Vector | None = None,
    before: Sequence[Reading] = (),
) -> Answer:
    """The best stretch of the likeliest sentences, with these as evidence; or that the article does not say.

    ``asked`` is the grammar of ``plainly(question.words, names)``, ``meaning`` its vector (None: no embedder, or the
    dossier has no vectors), ``before`` the grammar of the questions before it, made plain the same way.
    """
    wish = _wish(question, dossier, asked, before)
    if known := direct(wish, dossier):
        return _told(known)
    seen = field(wish, dossier, asked, meaning)
    ranked = rank(seen.table)
    chosen = choose(wish, ranked[:NEAREST], dossier)
    able = sensible(wish, chosen, dossier)
    sure = confidence(seen, dossier, ranked, able or chosen)
    evidence = _evidence(dossier, ranked, able or chosen)
    if not able or sure < SAID or unknown(wish):
        return Answer(answerable=False, confidence=sure if sure < SAID else sure * SAID, evidence=evidence)
    best = able[0]
    return Answer(
        answerable=True,
        confidence=sure,
        words=best.evidence.words,
        verdict=verdict_of(wish, dossier, best.place),
        items=items_of(wish, best, dossier),
        evidence=evidence,
    )


def _told(items: tuple[Item, ...]) -> Answer:
    """What the digest has found already, for a question about the whole article."""
    evidence = {each.evidence.sentence: each.evidence for each in reversed(items)}
    return Answer(
        answerable=True,
        confidence=FOUND,
        words=items[0].words,
        items=items if len(items) > 1 else (),
        evidence=tuple(reversed(evidence.values()))[:NEAREST],
    )


def _wish(question: Question, dossier: Dossier, asked: Reading | None, before: Sequence[Reading]) -> Wish:
    """What is asked, understood by way of the questions before it."""
    known = names_of(dossier.article.text, dossier.reading)
    earlier: list[Wish] = []
    for words, reading in zip(question.before[-len(before) :], before, strict=False):
        earlier.append(understand(Question(words), reading, earlier, known))
    return understand(question, asked, earlier, known)


def _evidence(dossier: Dossier, ranked: Sequence[Likely], chosen: Sequence[Chosen]) -> tuple[Evidence, ...]:
    """The stretches found, the best first, then the sentences in which there is none."""
    text, spans = dossier.article.text, dossier.reading.sentences
    has = {each.place for each in chosen}
    bare = [spans[each.place] for each in ranked[:NEAREST] if each.place not in has]
    whole = [Evidence(start, end, text[start:end], text[start:end]) for start, end, _ in bare]
    return (*(each.evidence for each in chosen), *whole)[:NEAREST]
