"""Questions that an article can answer, for somebody who does not know what to ask (pure)."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.model import Digest

MOST = 3
LONGEST_NAME = 40  # characters: a longer one makes no button
SEVERAL = 2


def suggest(digest: Digest, most: int = MOST) -> tuple[str, ...]:
    """Up to ``most`` questions, the most useful first: what was said, what comes next, why, how many, who that is.

    Each is about something that the digest found, so that there is an answer.
    """
    found = dict.fromkeys(_questions(digest))
    return tuple(found)[:most]


def _questions(digest: Digest) -> Iterator[str]:
    speakers = [name for name, _ in Counter(quote.speaker for quote in digest.quotes if quote.speaker).most_common()]
    speakers = [name for name in speakers if len(name) <= LONGEST_NAME]
    yield from (f"What did {name} say?" for name in speakers[:1])
    if digest.upcoming:
        yield "What happens next?"
    if len(digest.figures) >= SEVERAL:
        yield "What are the figures?"
    if digest.why:
        yield "Why?"
    yield from (f"Who is {fact.words}?" for fact in digest.who if fact.role and len(fact.words) <= LONGEST_NAME)
    yield from (f"What did {name} say?" for name in speakers[1:])
    if digest.when:
        yield "When did it happen?"
    if digest.where:
        yield "Where did it happen?"
