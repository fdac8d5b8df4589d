"""What is new in an article for a reader who knows those before, in its own words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from bot.stories import words as w
from bot.stories.conflicts import Conflict, conflicts
from bot.stories.sayings import Known

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bot.model import Digest, Evidence, Fact, Quote

T = TypeVar("T", "Fact", "Quote")


@dataclass(frozen=True, slots=True)
class News:
    """What an article adds: facts (key facts, then what lies ahead), quotations, and figures that differ.

    Every fact and quotation is the article's own, with its evidence, in the order of its digest; a sentence stands in
    one of them only, a fact before a quotation. Nothing new: all are empty.
    """

    facts: tuple[Fact, ...] = ()
    quotes: tuple[Quote, ...] = ()
    conflicts: tuple[Conflict, ...] = ()


def news(
    known: Sequence[tuple[str | None, Digest]], latest: tuple[str | None, Digest], texts: Iterable[str] = ()
) -> News:
    """What the latest article says that those before (outlet and digest, the oldest first) did not.

    ``texts`` are the known articles in full: a digest holds only part of what its readers could know. A fact is known
    when one known sentence has most of it, or all together nearly everything, and none of this is new: a number, a
    turn of events, the day on which something will be. Numbers that differ are conflicts; a sentence with nothing new
    but such a number is no fact.
    """
    digest = latest[1]
    had = Known.of([*texts, *(text for _, told in known for text in _sentences(told))])
    differing = conflicts(known, latest)
    settled = frozenset(number for each in differing for number in w.numbers(each.latest.fact.words))
    facts = [*digest.key_facts, *digest.upcoming]
    ahead = {fact.evidence.sentence for fact in digest.upcoming if not had.awaits(fact.evidence.sentence)}
    fresh = [
        fact
        for fact in facts
        if fact.evidence.sentence in ahead or not had.has(fact.evidence.sentence, settled, fact.attribution or "")
    ]
    told = _apart(fresh, [])
    said = [quote for quote in digest.quotes if not had.heard(quote.words)]
    quotes = _apart(said, [fact.evidence for fact in told])
    return News(tuple(told), tuple(quotes), differing)


def _sentences(digest: Digest) -> Iterator[str]:
    """The headline, and every sentence in which the digest found something."""
    yield digest.headline
    for facts in (digest.who, digest.what, digest.when, digest.where, digest.why, digest.how):
        yield from (fact.evidence.sentence for fact in facts)
    for facts in (digest.key_facts, digest.figures, digest.upcoming):
        yield from (fact.evidence.sentence for fact in facts)
    yield from (quote.evidence.sentence for quote in digest.quotes)
    yield from (source.evidence.sentence for source in digest.sourcing)


def _apart(items: list[T], taken: list[Evidence]) -> list[T]:
    """Those that lie in no sentence that is told already."""
    kept: list[T] = []
    for item in items:
        if not any(
            item.evidence.sentence in other.sentence or other.sentence in item.evidence.sentence for other in taken
        ):
            kept.append(item)
            taken.append(item.evidence)
    return kept
