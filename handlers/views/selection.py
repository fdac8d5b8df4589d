"""What of a digest is shown, and that nothing is shown twice.

A digest holds everything that was found, best first. The message takes the best few; the evidence window explains
exactly those. A line less beats a wrong line.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from handlers.views import circumstances, leaning, lines, names
from handlers.views.blocks import LONGEST_HEADER
from handlers.views.message import clean
from handlers.views.seen import Seen, happenings, worded
from handlers.views.speech import sayings, within

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.model import Article, Country, Digest, Fact, Quote, Source
    from handlers.views.speech import Saying

PEOPLE, KEYS, QUOTES, UPCOMING, SOURCES, COUNTRIES = 4, 4, 2, 2, 5, 4
WHO, KEY, NEXT, WHY = 120, 330, 300, 260  # characters above which a line isn't shown
KEY_ROOM, QUOTE_ROOM, NEXT_ROOM = 600, 320, 260  # characters of all lines of a field; the first one always stands
LEAST = 2  # key facts shown even where they are long
MORE = 10  # words of a second quotation by the same speaker
BARE = 3  # words below which a reason alone says little


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
    quotes: tuple[Saying, ...]
    upcoming: tuple[Fact, ...]
    sources: tuple[Source, ...]


def select(digest: Digest, article: Article) -> Shown:
    """The best few of everything. What stands in the header, what happened, comes next or is key is said once."""
    headline = clean(digest.headline)
    seen = Seen(headline if len(headline) <= LONGEST_HEADER else "")
    what = next((fact for fact in happenings(digest, article) if not seen.heads(fact.evidence.sentence)), None)
    if what:
        seen.note(what)
    upcoming = _upcoming(seen, digest, article)
    event = (headline, *([what.evidence.sentence] if what else []))
    who = _actors(digest, " ".join(event))
    why = next((fact for fact in worded(digest.why[:1], WHY) if not seen.heads(fact.words, 0)), None)
    said = sayings(digest.quotes, article.text, (fact.words for fact in who))
    keys = _keys(seen, digest, article, (*event, *(fact.words for fact in (why, *who) if fact)), said)
    why = why and _reason(seen, why, (what, *keys))
    return Shown(
        headline=headline,
        place=circumstances.place(digest, article, what, who),
        moment=circumstances.moment(digest, article, what, keys),
        countries=tuple(circumstances.countries(digest, article))[:COUNTRIES],
        what=what,
        who=who,
        why=why,
        keys=keys,
        quotes=_quotes(seen, said),
        upcoming=upcoming,
        sources=names.sources(digest.sourcing, article.site)[:SOURCES],
    )


def spoken(fact: Fact, quotes: Iterable[Quote]) -> bool:
    """Whether a fact's words are direct speech: they lie within a quotation."""
    return any(q.evidence.start <= fact.evidence.start and fact.evidence.end <= q.evidence.end for q in quotes)


def _actors(digest: Digest, event: str) -> tuple[Fact, ...]:
    """The best who, whoever else the headline or what happened names, and those whose role says who they are."""
    people = names.people(worded(digest.who, WHO))
    named = (f for f in people if names.role_of(f.role) or f in digest.who[:1] or lines.mentions(event, clean(f.words)))
    return tuple(named)[:PEOPLE]


def _keys(
    seen: Seen, digest: Digest, article: Article, told: tuple[str, ...], said: tuple[Saying, ...]
) -> tuple[Fact, ...]:
    """The best that fit, in the article's order.

    None says a line again, or what is shown in somebody's own words, or speaks of somebody not introduced.
    """
    able: list[Fact] = []
    spoken_of = _quotes(Seen(""), said)
    heard = (*told, *(saying.words for saying in spoken_of))
    speakers = (saying.speaker for saying in spoken_of)
    for fact in worded(digest.key_facts, KEY):
        again = seen.repeats(fact) or lines.repeats(fact.words, (*heard, *(each.words for each in able)))
        if not again and not lines.dangles(fact.words):
            able.append(fact)
    cited = " ".join(name for name in (*(each.name for each in digest.sourcing[:SOURCES]), *speakers) if name)
    while able:
        chosen = sorted(_fitting(able), key=lambda fact: fact.evidence.start)
        above = [(*told, *(each.words for each in chosen[:number])) for number in range(len(chosen))]
        lost = [
            fact
            for fact, known in zip(chosen, above, strict=True)
            if leaning.leans(fact.words, known, article.text[: fact.evidence.start], cited)
        ]
        if not lost:
            return seen.fresh(chosen, KEYS)
        able.remove(lost[0])
    return ()


def _fitting(facts: list[Fact]) -> list[Fact]:
    """The best of them that fit into the room for key facts; the best two in any case."""
    kept: list[Fact] = []
    for fact in facts:
        fits = len(kept) < LEAST or sum(len(each.words) for each in (*kept, fact)) <= KEY_ROOM
        if fits and len(kept) < KEYS:
            kept.append(fact)
    return kept


def _reason(seen: Seen, why: Fact, others: tuple[Fact | None, ...]) -> Fact | None:
    """Why, unless a line says just that; of a bare word or two the line that has them says more."""
    bare = len(why.words.split()) < BARE and any(why.words in fact.evidence.sentence for fact in others if fact)
    if bare or seen.said(why.words):
        return None
    seen.note(why, sentence=False)
    return why


def _upcoming(seen: Seen, digest: Digest, article: Article) -> tuple[Fact, ...]:
    """What comes next, in its order; what has no date is last, and what came before the article isn't next.

    A sentence that leans on the one before it ("It will begin in May") isn't shown.
    """
    today = (article.published or "")[: len("2025-03-04")]
    able = (fact for fact in worded(digest.upcoming, NEXT) if not lines.dangles(fact.words))
    ahead = (fact for fact in able if not fact.date or fact.date >= today[: len(fact.date)])
    found = seen.fresh(ahead, UPCOMING, NEXT_ROOM)
    return tuple(sorted(found, key=lambda fact: (not fact.date, fact.date or "")))


def _quotes(seen: Seen, said: tuple[Saying, ...]) -> tuple[Saying, ...]:
    """The best, and a second one that fits: a whole sentence, of some length if it is by the same speaker."""
    kept: list[Saying] = []
    for saying in said:
        room = QUOTE_ROOM - sum(len(each.words) for each in kept)
        worth = len(saying.words.split()) >= MORE or saying.speaker != kept[0].speaker if kept else True
        again = any(within(one, other) for each in kept for one in saying.pieces for other in each.pieces)
        fits = not kept or (worth and len(saying.words) <= room and not saying.fragment and not again)
        if len(kept) < QUOTES and fits and not any(seen.repeats(piece, sentences=False) for piece in saying.pieces):
            kept.append(saying)
            for piece in saying.pieces:
                seen.note(piece)
    return tuple(kept)
