"""What tells an event, taken from an article and its digest."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from bot.stories import words as w
from bot.stories.cast import NATIONAL, TITLE, national, ranked
from bot.stories.event import Fingerprint
from bot.stories.keys import keys
from bot.stories.signature import signature

if TYPE_CHECKING:
    from bot.model import Article, Digest

LEDE = 400  # letters of the first paragraph that count as its lede
BODY = 20_000  # letters of a text that are looked at: names and copies show long before
NAMES, RARE, NUMBERS, PLACES, DAYS, KINDS = 24, 40, 24, 6, 3, 4  # so many are kept at most
STANDING = 2.0  # the worth from which a name stands out
_DATE = len("YYYY-MM-DD")


def fingerprint(article: Article, digest: Digest) -> Fingerprint:
    """What tells the article's event. Pure: the same article and digest give the same fingerprint."""
    body = article.text[article.body_start :][:BODY].strip()
    lede = body[:LEDE].split("\n", 1)[0]
    published = _ordinal(article.published)
    names = ranked(digest, lede, body)
    told = "\n".join((digest.headline, lede, *(fact.words for fact in digest.key_facts)))
    print_ = Fingerprint(
        published=published,
        days=_days(digest, published),
        names=tuple(names)[:NAMES],
        standing=sum(worth >= STANDING for worth in tuple(names.values())[:NAMES]),
        titled=sum(worth >= TITLE for worth in tuple(names.values())[:NAMES]),
        places=_places(digest, names),
        countries=tuple(f"{country.code}:{country.role}" for country in digest.countries if country.about),
        kinds=tuple(w.kinds(f"{digest.headline}\n{lede}"))[:KINDS],
        words=_rare(told, names, digest),
        numbers=tuple(sorted(w.telling(w.numbers(told))))[:NUMBERS],
        signature=signature(w.tokens(body)),
    )
    return replace(print_, keys=keys(print_))


def _ordinal(moment: str | None) -> int | None:
    """The day of an ISO 8601 date or time; None for less than a day."""
    try:
        return date.fromisoformat((moment or "")[:_DATE]).toordinal()
    except ValueError:
        return None


def _days(digest: Digest, published: int | None) -> tuple[int, ...]:
    """The days on which it happened, as far as the article knows them; none that lies ahead of it."""
    found = [_ordinal(fact.date) for fact in digest.when]
    days = [day for day in found if day is not None and (published is None or day <= published + 1)]
    return tuple(dict.fromkeys(days))[:DAYS]


def _places(digest: Digest, names: dict[str, float]) -> tuple[str, ...]:
    words = [word for fact in digest.where for word in w.tokens(fact.words) if word in names]
    return tuple(dict.fromkeys(words))[:PLACES]


def _rare(told: str, names: dict[str, float], digest: Digest) -> tuple[str, ...]:
    """Stems of rare words that are no names, neither of countries nor of others."""
    named, countries = {w.stem(name) for name in names}, national(digest)
    return tuple(sorted(word for word in w.rare(told) - named if word[:NATIONAL] not in countries))[:RARE]
