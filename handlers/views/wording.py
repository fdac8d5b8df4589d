"""Values as short words: dates, places, flags, marks of certainty, the receipt. Everything returned is `clean`."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from handlers.views.circumstances import names_country
from handlers.views.lines import mentions
from handlers.views.message import clean
from handlers.views.names import NEWS_AGENCIES, own, role_of, telling
from handlers.views.selection import WHY, spoken
from handlers.views.shorten import ASIDES, clip, shorten, whole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.model import Article, Country, Fact, Quote, Source
    from handlers.views.selection import Shown
    from handlers.views.speech import Saying

UNTITLED = "An article without a headline"
OWN_WORDS = "every line is the article's own wording"
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
NAME, PLACE, ROLE, SPEAKER = 60, 80, 90, 90  # characters shown of each
REASON = 160  # characters of a reason, if parts can go
_KINDS = {"news_agency": "news agency", "state_media": "state media", "document": "document", "anonymous": "unnamed"}
_TELLING = {
    "anonymous": ("unnamed", "anonym", "unidentified"),
    "news_agency": ("agency", "media", "news"),
}  # names that say their kind themselves


def day(iso: str, *, weekday: bool = False) -> str:
    """``2025-03-04`` as "4 Mar 2025" or "Tue 4 Mar 2025"; a month, a week or a year as such; a time is left out."""
    try:
        if "W" in iso:
            return f"week of {day(date.fromisoformat(f'{iso}-1').isoformat())}"
        year, *rest = (int(part) for part in iso[:10].split("-"))
        if len(rest) == 2:  # noqa: PLR2004  month and day
            found = date(year, *rest)
            name = f"{DAYS[found.weekday()]} " if weekday else ""
            return f"{name}{found.day} {MONTHS[found.month - 1]} {found.year}"
        return f"{MONTHS[date(year, rest[0], 1).month - 1]} {year}" if rest else str(year)
    except ValueError:
        return clip(clean(iso), NAME)


def moment(shown: Shown, article: Article) -> str:
    """When it happened: the date, else the article's words for it, else when it was published, said as such."""
    if shown.moment:
        return day(shown.moment.date, weekday=True) if shown.moment.date else clip(clean(shown.moment.words), PLACE)
    return f"published {day(article.published, weekday=True)}" if article.published else ""


def about(country: Country) -> str:
    """A country with its flag."""
    return f"{flag(country.code)} {clip(clean(country.name), NAME)}".strip()


def place(shown: Shown, countries: Sequence[Country]) -> str:
    """Where it happened, with the country where the article is about it and the place doesn't name it."""
    if not shown.place:
        return ""
    words = clip(clean(shown.place.words), PLACE)
    country = next((clip(clean(each.name), NAME) for each in countries if each.code == shown.place.country), "")
    named = not country or names_country(words, shown.place.country, country)
    return words if named else f"{words}, {country}"


def flag(code: str) -> str:
    """The flag of an ISO 3166-1 alpha-2 code, as its pair of regional indicators; empty for anything else."""
    if len(code) != 2 or not (code.isascii() and code.isalpha()):  # noqa: PLR2004  alpha-2
        return ""
    return "".join(chr(0x1F1E6 + ord(letter) - ord("A")) for letter in code.upper())


def person(fact: Fact) -> str:
    """Somebody with their role, in the article's words."""
    name, role = clean(fact.words), whole(role_of(fact.role), ROLE)
    return f"{name}, {role}" if role and role.casefold() not in name.casefold() else name


def mark(fact: Fact, shown: str) -> str:
    """How firmly it is said, and by whom where the ``shown`` words leave that out; empty when stated."""
    if fact.certainty == "stated":
        return ""
    claimant = whole(clean(fact.attribution).strip(ASIDES), NAME)
    if not telling(claimant) or mentions(shown, claimant):
        return fact.certainty
    return f"reported by {claimant}" if fact.certainty == "reported" else f"hedged, according to {claimant}"


def reason(fact: Fact, quotes: Sequence[Quote]) -> tuple[str, str]:
    """Why, in quotation marks where it is direct speech, with whoever says so; and its mark where nobody is named."""
    words = shorten(clean(fact.words), REASON, WHY)
    claimant = whole(clean(fact.attribution), NAME)
    said = f"“{words.strip('“”')}”" if spoken(fact, quotes) else words
    return (f"{said} — {claimant}", "") if telling(claimant) else (said, mark(fact, said))


def quoted(saying: Saying, site: str | None = None) -> str:
    """Direct speech with its marks, its speaker and the outlet that carried it, unless that published it (``site``)."""
    via = whole(clean(saying.pieces[0].via), NAME)
    carried = f"via {via}" if via and not own(via, site) else ""
    by = ", ".join(part for part in (whole(clean(saying.speaker), SPEAKER), carried) if part)
    return f"“{saying.words}”" + (f" — {by}" if by else "")


def source(one: Source) -> str:
    """A source, with its kind where that matters to whoever weighs it."""
    name, kind = clean(one.name), _KINDS.get(one.kind, "")
    if one.kind == "news_agency" and name.casefold().removeprefix("the ") not in NEWS_AGENCIES:
        kind = "media"
    telltale = _TELLING.get(one.kind, (kind,))
    return f"{name} ({kind})" if kind and not any(word in name.casefold() for word in telltale) else name


def receipt(article: Article) -> str:
    """What was read, and how much of it."""
    count = f"{article.receipt.words:,} word{'' if article.receipt.words == 1 else 's'}"
    pasted = article.receipt.kind == "pasted" and article.url is not None
    if article.clipped:
        part = "of what was pasted" if pasted else "only"
        return f"Read the first part {part} ({count}): the text is longer than I take"
    if pasted:
        return f"Read as pasted here, not from the page ({count})"
    return {
        "full": f"Read in full ({count})",
        "teaser": f"Read the free opening only ({count}): the rest is not open to me",
        "consent": f"Read only what a consent page let through ({count})",
        "blocked": f"Read only what the site let through ({count})",
        "pasted": f"Read as pasted here ({count})",
    }[article.receipt.kind]
