"""Where and when: only a place and a date that the event itself is told with; others are somebody else's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from handlers.views.lines import share
from handlers.views.message import clean
from handlers.views.names import within
from handlers.views.seen import worded
from handlers.views.shorten import undated

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.model import Article, Country, Digest, Fact

PLACE = 80  # characters above which a place isn't shown
TOP = 600  # characters of the body in which a date is the event's, if it has one
YEAR = len("2025")
STEM = 5  # characters of a country's name that its people's name has too, with the space before it
SHORT_NAMES = {
    "GB": ("uk", "britain"),
    "US": ("us", "usa", "america"),
    "AE": ("uae", "emirates"),
    "CZ": ("czech republic",),
    "NL": ("holland",),
    "MM": ("burma",),
}
"""Countries by a name that their full one does not hold: after these it would only be said again."""
BEFORE = 30  # characters before a place
_AIMED = re.compile(r"\b(?:to|with|against|that|by|than)(?: the)? $")
_GONE = re.compile(
    r"(?:\w(?:ed|ing)|went|goes?|came|comes?|flew|flown|back|trips?|visits?|way|home|flights?)(?: \w+)? to(?: the)? $"
)
_PARTS = frozenset("the north south east west northern southern eastern western central in of".split())


def place(digest: Digest, article: Article, what: Fact | None, who: Iterable[Fact]) -> Fact | None:
    """Where it happened: the best answer if the headline or what happened names it, else the country that it is about.

    A dateline counts where the story speaks of the town. What lies in no country and is an actor, or a source, is no
    place. The only country is what
    the flag says already.
    """
    others = (*(fact.words for fact in who), *(source.name for source in digest.sourcing))
    event = " ".join((digest.headline, undated(clean(what.evidence.sentence)) if what else "")).casefold()
    found = tuple(worded(digest.where, PLACE))
    about = tuple(country for country in digest.countries if country.about)
    for fact in found[:1]:
        told = fact.words.casefold() in event or _dateline(fact, article)
        broad = len(about) == 1 and _whole(fact.words, about[0])
        if (
            told
            and not broad
            and not _acts(fact, article)
            and (fact.country or not any(within(fact.words, each) for each in others))
        ):
            return fact
    whole = next((fact for fact in found if about and _whole(fact.words, about[0]) and not _acts(fact, article)), None)
    return whole if len(about) > 1 else None


def moment(digest: Digest, article: Article, what: Fact | None, keys: Iterable[Fact]) -> Fact | None:
    """When it happened: the best answer if a shown line or the top of the text tells it, else one of headline or what.

    A year alone, or a time without a date, is the event's only in these two. A sentence that shares no more than a word
    with them tells of something else.
    """
    shown = tuple(fact.evidence.sentence for fact in keys)
    event = f"{digest.headline} {what.evidence.sentence if what else ''}"
    found = sorted(worded(digest.when), key=lambda fact: not fact.date)
    for number, fact in enumerate(found):
        start = fact.evidence.start - article.body_start
        if start < 0 or (what and fact.evidence.sentence == what.evidence.sentence):
            return fact
        told = (start < TOP or fact.evidence.sentence in shown) and share(event, fact.evidence.sentence)
        if number == 0 and told and fact.date and len(fact.date) != YEAR:
            return fact
    return None


def countries(digest: Digest, article: Article) -> Iterator[Country]:
    """Those that the article is about, and that it names: where a town in passing lies, it doesn't say."""
    for country in digest.countries:
        told = country.evidence
        upper = told is None or told.start < article.body_start + TOP
        if country.about and (upper or _told(country)):
            yield country


def _told(country: Country) -> bool:
    """Whether its best mention is its name or that of its people: "Kenyan", "American"."""
    words = _plain(country.evidence.words if country.evidence else "")
    names = (*country.name.casefold().split(), *SHORT_NAMES.get(country.code, ()))
    return any(f" {name}"[:STEM] in words for name in names if name not in _PARTS)


def names_country(place: str, code: str | None, name: str) -> bool:
    """Whether a place says its country itself: "northern Kenya", "Leeds, Britain"."""
    words = _plain(place)
    short = tuple(f" {each}" for each in SHORT_NAMES.get(code or "", ()))
    return bool(name) and (_plain(name) in words or (bool(short) and words.endswith(short)))


def _whole(place: str, country: Country) -> bool:
    """Whether a place is a country, or a part of it without a name of its own."""
    left = frozenset(_plain(place).split()) - _PARTS
    return any(left <= frozenset(each.split()) for each in (_plain(country.name), *SHORT_NAMES.get(country.code, ())))


def _acts(fact: Fact, article: Article) -> bool:
    """Whether the text speaks of those who govern it, or of what goes there: "that Beijing resume", "envoy to"."""
    before = article.text[max(0, fact.evidence.start - BEFORE) : fact.evidence.start]
    return _AIMED.search(before) is not None and _GONE.search(before) is None


def _dateline(fact: Fact, article: Article) -> bool:
    """Whether it is the dateline's, and the story speaks of the town."""
    town = re.escape(fact.words.partition(",")[0].strip())
    rest = article.text[max(fact.evidence.end, article.body_start) :]
    return fact.words[:2].isupper() and re.search(rf"\b{town}\b", rest, re.IGNORECASE) is not None


def _plain(words: str) -> str:
    return f" {clean(words).casefold().replace('.', '')}"
