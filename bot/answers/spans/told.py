"""What the digest has already found in an article, by where it stands: facts by question, quotations by speaker."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.answers.question.value import Kind, Wish
    from bot.model import Digest, Fact

_NO_NAME = frozenset("the a an his her their its mr mrs ms dr of in for and he she they it who him them".split())

Bounds = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Told:
    """Spans of the article: ``facts`` that answer a question of this kind; quotations by, and not by, who is meant.

    ``open_quotes`` are those of which nobody can tell: the question says "she", or the article doesn't name a speaker.
    """

    facts: frozenset[Bounds] = frozenset()
    quotes: tuple[Bounds, ...] = ()
    others: tuple[Bounds, ...] = ()
    open_quotes: tuple[Bounds, ...] = ()


def told_of(wish: Wish, digest: Digest) -> Told:
    """Of the digest, what belongs to this wish."""
    asked = _names(wish.subject or "")
    sorts: dict[bool | None, list[Bounds]] = {True: [], False: [], None: []}
    for quote in digest.quotes:
        speaker = _names(quote.speaker or "")
        same = bool(asked & speaker) if asked and speaker else None
        sorts[same].append((quote.evidence.start, quote.evidence.end))
    return Told(
        frozenset((fact.evidence.start, fact.evidence.end) for fact in facts_of(wish.kind, digest)),
        tuple(sorts[True]),
        tuple(sorts[False]),
        tuple(sorts[None]),
    )


def facts_of(kind: Kind, digest: Digest) -> tuple[Fact, ...]:
    """The digest's facts that answer a question of that kind asked of the whole article, the best first."""
    return {
        "who": digest.who,
        "person": digest.who,
        "list": digest.who,
        "what": digest.what,
        "when": digest.when,
        "where": digest.where,
        "why": digest.why,
        "how": digest.how,
        "how_many": digest.figures,
        "how_much": digest.figures,
        "next": digest.upcoming,
    }.get(kind, ())


def _names(words: str) -> frozenset[str]:
    return frozenset(word.removesuffix("'s") for word in words.lower().split()) - _NO_NAME
