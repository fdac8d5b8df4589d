"""What of a digest is shown, and that nothing is shown twice.

A digest holds everything that was found, best first. The message takes the best few; the evidence window explains
exactly those.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from handlers.views.blocks import LONGEST_HEADER
from handlers.views.message import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.model import Country, Digest, Evidence, Fact, Quote, Source

PEOPLE, KEYS, QUOTES, UPCOMING, SOURCES, COUNTRIES = 4, 4, 2, 2, 5, 4
MOST = 0.6  # of the headline's characters: below it, what happened is worth a line of its own
ASIDES = " .,;:…!?\"'“”‘’"  # signs that don't make two sentences different

T = TypeVar("T", bound="Fact | Quote")


@dataclass(frozen=True, slots=True)
class Shown:
    """The shown part of a digest, in the message's order; None and empty: not stated, so left out.

    Of ``what`` the whole sentence is shown: a predicate alone ("agreed to meet") leaves a reader asking who.
    """

    headline: str
    place: Fact | None
    moment: Fact | None
    countries: tuple[Country, ...]
    what: Fact | None
    who: tuple[Fact, ...]
    why: Fact | None
    keys: tuple[Fact, ...]
    quotes: tuple[Quote, ...]
    upcoming: tuple[Fact, ...]
    sources: tuple[Source, ...]


def select(digest: Digest) -> Shown:
    """The best few of everything. What stands in the header, what happened, comes next or is key is said once."""
    headline = clean(digest.headline)
    seen = _Seen(headline if len(headline) <= LONGEST_HEADER else "")
    what = next((fact for fact in _worded(digest.what) if not seen.heads(fact.evidence.sentence)), None)
    if what:
        seen.note(what)
    upcoming = seen.fresh(digest.upcoming, UPCOMING)
    keys = seen.fresh(digest.key_facts, KEYS)
    why = next((fact for fact in _worded(digest.why[:1]) if not seen.said(fact.words)), None)
    if why:
        seen.note(why, sentence=False)
    return Shown(
        headline=headline,
        place=next(_worded(digest.where), None),
        moment=next((fact for fact in digest.when if fact.date), next(_worded(digest.when), None)),
        countries=tuple(country for country in digest.countries if country.about)[:COUNTRIES],
        what=what,
        who=_once(digest.who)[:PEOPLE],
        why=why,
        keys=keys,
        quotes=seen.fresh(digest.quotes, QUOTES, sentences=False),
        upcoming=upcoming,
        sources=_named(digest.sourcing)[:SOURCES],
    )


def spoken(fact: Fact, quotes: Iterable[Quote]) -> bool:
    """Whether a fact's words are direct speech: they lie within a quotation."""
    return any(q.evidence.start <= fact.evidence.start and fact.evidence.end <= q.evidence.end for q in quotes)


class _Seen:
    """What the message says already."""

    def __init__(self, headline: str) -> None:
        self._headline = _plain(headline)
        self._words = {self._headline} - {""}
        self._sentences: set[str] = set()
        self._spans: list[tuple[int, int]] = []

    def said(self, words: str) -> bool:
        """Whether exactly these words stand there."""
        return _plain(words) in self._words

    def heads(self, words: str) -> bool:
        """Whether these words make up most of the headline, which then says it already."""
        part = _plain(words)
        return part in self._headline and len(part) >= MOST * len(self._headline)

    def fresh(self, items: Iterable[T], most: int, *, sentences: bool = True) -> tuple[T, ...]:
        """The first ``most`` items that say something new; ``sentences``: another part of a shown sentence does not."""
        kept: list[T] = []
        for item in items:
            if len(kept) < most and clean(item.words) and not self._repeats(item, sentences=sentences):
                self.note(item)
                kept.append(item)
        return tuple(kept)

    def note(self, item: Fact | Quote, *, sentence: bool = True) -> None:
        """Shown from now on; ``sentence``: and with it all that its sentence says."""
        self._words.add(_plain(item.words))
        if sentence:
            self._sentences.add(_plain(item.evidence.sentence))
        self._spans.append((item.evidence.start, item.evidence.end))

    def _repeats(self, item: Fact | Quote, *, sentences: bool) -> bool:
        if self.said(item.words) or (sentences and _plain(item.evidence.sentence) in self._sentences):
            return True
        return any(_covered(item.evidence, span) for span in self._spans)


def _covered(evidence: Evidence, span: tuple[int, int]) -> bool:
    """Whether at least half of it lies within the span."""
    common = min(evidence.end, span[1]) - max(evidence.start, span[0])
    return common * 2 >= evidence.end - evidence.start > 0


def _plain(words: str) -> str:
    return clean(words).strip(ASIDES).casefold()


def _worded(facts: Iterable[Fact]) -> Iterator[Fact]:
    return (fact for fact in facts if clean(fact.words))


def _once(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    return tuple({_plain(fact.words): fact for fact in reversed(tuple(_worded(facts)))}.values())[::-1]


def _named(sources: Iterable[Source]) -> tuple[Source, ...]:
    named = [source for source in sources if clean(source.name)]
    return tuple({_plain(source.name): source for source in reversed(named)}.values())[::-1]
