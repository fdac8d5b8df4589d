"""What the lines above say already, and what a fact is worth showing."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from bot.model import Evidence, Fact
from handlers.views import lines
from handlers.views.message import clean
from handlers.views.shorten import ASIDES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.model import Article, Digest, Quote

MOST = 0.6  # of the headline's characters: below it, what happened is worth a line of its own
WHAT = 420  # characters above which a sentence isn't shown
LEDE, TOP = 400, 1000  # characters of the body in which a lede begins, and in which the event is told in full

T = TypeVar("T", bound="Fact | Quote")


class Seen:
    """What the message says already."""

    def __init__(self, headline: str) -> None:
        self._headline = _plain(headline)
        self._words = {self._headline} - {""}
        self._sentences: set[str] = set()
        self._spans: list[tuple[int, int]] = []

    def said(self, words: str) -> bool:
        """Whether exactly these words stand there."""
        return _plain(words) in self._words

    def heads(self, words: str, most: float = MOST) -> bool:
        """Whether these words make up ``most`` of the headline, which then says it already."""
        part = _plain(words)
        return part in self._headline and len(part) >= most * len(self._headline)

    def fresh(self, items: Iterable[T], most: int, room: int | None = None) -> tuple[T, ...]:
        """The first ``most`` items that say something new and fit into ``room`` characters; one at least."""
        kept: list[T] = []
        for item in items:
            if len(kept) == most or self.repeats(item):
                continue
            if room is None or not kept or sum(len(each.words) for each in (*kept, item)) <= room:
                self.note(item)
                kept.append(item)
        return tuple(kept)

    def note(self, item: Fact | Quote, *, sentence: bool = True) -> None:
        """Shown from now on; ``sentence``: and with it all that its sentence says."""
        self._words.add(_plain(item.words))
        if sentence:
            self._sentences.add(_plain(item.evidence.sentence))
        self._spans.append((item.evidence.start, item.evidence.end))

    def repeats(self, item: Fact | Quote, *, sentences: bool = True) -> bool:
        """Whether a shown line says it; ``sentences``: another part of a shown sentence says nothing new."""
        if self.said(item.words) or (sentences and _plain(item.evidence.sentence) in self._sentences):
            return True
        return any(_covered(item.evidence, span) for span in self._spans)


def worded(facts: Iterable[Fact], longest: int = WHAT) -> Iterator[Fact]:
    """Facts with words to show, none of them too long."""
    return (fact for fact in facts if 0 < len(clean(fact.words)) <= longest)


def happenings(digest: Digest, article: Article) -> Iterator[Fact]:
    """Sentences that may tell what happened, best first.

    Those found; else the first key fact that tells the headline, else the lede.
    """
    yield from (fact for fact in worded(digest.what) if len(clean(fact.evidence.sentence)) <= WHAT)
    if article.title:
        keys = sorted(worded(digest.key_facts), key=lambda fact: fact.evidence.start)
        ledes = (*keys, *_sentences((*digest.when, *digest.where, *digest.who), article))
        tells = (fact for fact in keys if lines.repeats(digest.headline, (fact.words,), figures=False))
        yield from (fact for fact in tells if _in(fact, article, TOP))
        yield from (fact for fact in ledes if _in(fact, article, LEDE) and lines.share(digest.headline, fact.words))


def _in(fact: Fact, article: Article, room: int) -> bool:
    return 0 <= fact.evidence.start - article.body_start < room


def _sentences(facts: Iterable[Fact], article: Article) -> Iterator[Fact]:
    """The whole sentences in which facts stand, as far as the text has them in one piece."""
    for fact in facts:
        words, at = fact.evidence.sentence, article.text.find(fact.evidence.sentence, article.body_start)
        if at >= 0 and len(clean(words)) <= WHAT:
            yield Fact("what", words, Evidence(at, at + len(words), words, words), certainty=fact.certainty)


def _covered(evidence: Evidence, span: tuple[int, int]) -> bool:
    """Whether at least half of it lies within the span."""
    common = min(evidence.end, span[1]) - max(evidence.start, span[0])
    return common * 2 >= evidence.end - evidence.start > 0


def _plain(words: str) -> str:
    return clean(words).strip(ASIDES).casefold()
