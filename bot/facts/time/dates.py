"""Expressions of time become dates: `YYYY`, `YYYY-MM`, `YYYY-Www` or `YYYY-MM-DD`, or None when the text does not tell.

Everything is resolved against the day of publication; the tense of the clause decides whether "Sunday" is the last or
the next one. Without a day of publication only a full date is one.
"""

from __future__ import annotations

import datetime as dt
import re

from bot.facts.time import calendar, feasts, stretches

_M, _D = calendar.MONTH, calendar.DAY
_ISO = re.compile(r"\b(\d{4})-(\d\d)-(\d\d)\b")
_MONTH_FIRST = re.compile(rf"\b{_M} {_D},? (\d{{4}})\b")
_DAY_FIRST = re.compile(rf"\b{_D}(?: of)? {_M},? (\d{{4}})\b")
_MONTH_YEAR = re.compile(rf"\b{_M},?(?: of)? (\d{{4}})\b")
_SPAN_OF_YEARS = re.compile(r"\b\d{4}s\b|\b\d{4}\s?(?:-|–|to|and)\s?\d{2,4}\b")
_YEAR = re.compile(r"(?:(?:q[1-4]|[a-z-]{1,12}) ){0,5}((?:1[5-9]|20)\d\d)")
_NUMERIC = re.compile(r"\b(\d{1,2})[/.](\d{1,2})[/.]((?:19|20)\d\d)\b")
_MONTHS_A_YEAR = 12
_RULES = (feasts.feast, *calendar.RULES, feasts.season, feasts.period_end)


def resolve(words: str, published: dt.date | None, *, future: bool = False) -> str | None:
    """The date that an expression names, or None.

    ``future``: the clause speaks of what is to come, so that a bare weekday or month lies ahead.
    """
    small = re.sub(r"\s+", " ", words.lower().replace("’", "'")).strip(" .,")
    if counted := stretches.around(small):
        return _beside(*counted, published, future=future)
    small = stretches.start_of(small)
    fixed = _absolute(small)
    if fixed or published is None or published.year not in calendar.YEARS:
        return fixed
    anchor = calendar.Anchor(published, future)
    return next((found for rule in _RULES if (found := rule(small, anchor))), None)


def _beside(amount: int, unit: str, event: str, published: dt.date | None, *, future: bool) -> str | None:
    """A day counted from another one, if the text tells it: "two days after Monday's vote"."""
    day = resolve(event, published, future=future)
    if not day or not _ISO.fullmatch(day):
        return None
    return calendar.shifted(dt.date.fromisoformat(day), amount, unit)


def _absolute(small: str) -> str | None:
    """A date that is complete in itself."""
    if match := _ISO.search(small):
        return calendar.day_of(int(match[1]), int(match[2]), int(match[3]))
    if match := _MONTH_FIRST.search(small):
        return calendar.day_of(int(match[3]), calendar.month_of(match[1]), int(match[2]))
    if match := _DAY_FIRST.search(small):
        return calendar.day_of(int(match[3]), calendar.month_of(match[2]), int(match[1]))
    if match := _MONTH_YEAR.search(small):
        return f"{int(match[2]):04d}-{calendar.month_of(match[1]):02d}" if int(match[2]) else None
    if match := _NUMERIC.search(small):
        return _numeric(int(match[1]), int(match[2]), int(match[3]))
    year = None if _SPAN_OF_YEARS.search(small) else _YEAR.fullmatch(small)
    return f"{int(year[1]):04d}" if year else None


def _numeric(one: int, two: int, year: int) -> str | None:
    """A date in figures, unless it may be read both ways."""
    if one > _MONTHS_A_YEAR or one == two:
        return calendar.day_of(year, two, one)
    return calendar.day_of(year, one, two) if two > _MONTHS_A_YEAR else None


def is_ahead(found: str | None, published: dt.date | None) -> bool:
    """Whether a resolved date lies after the day of publication, as far as it is exact."""
    if not found or published is None:
        return False
    if "W" in found:
        return found > calendar.week_of(published)
    return found > published.isoformat()[: len(found)]
