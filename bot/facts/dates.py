"""Expressions of time become dates: `YYYY`, `YYYY-MM`, `YYYY-Www` or `YYYY-MM-DD`, or None when the text does not tell.

Everything is resolved against the day of publication; the tense of the clause decides whether "Sunday" is the last or
the next one. Without a day of publication only a full date is one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.facts import calendar

if TYPE_CHECKING:
    import datetime as dt

_M, _D = calendar.MONTH, calendar.DAY
_ISO = re.compile(r"\b(\d{4})-(\d\d)-(\d\d)\b")
_MONTH_FIRST = re.compile(rf"\b{_M} {_D},? (\d{{4}})\b")
_DAY_FIRST = re.compile(rf"\b{_D}(?: of)? {_M},? (\d{{4}})\b")
_MONTH_YEAR = re.compile(rf"\b{_M},?(?: of)? (\d{{4}})\b")
_SPAN_OF_YEARS = re.compile(r"\b\d{4}s\b|\b\d{4}\s?(?:-|–|to|and)\s?\d{2,4}\b")
_YEAR = re.compile(r"(?:[a-z-]{1,12} ){0,4}((?:1[5-9]|20)\d\d)")


def resolve(words: str, published: dt.date | None, *, future: bool = False) -> str | None:
    """The date that an expression names, or None.

    ``future``: the clause speaks of what is to come, so that a bare weekday or month lies ahead.
    """
    small = re.sub(r"\s+", " ", words.lower().replace("’", "'")).strip(" .,")
    fixed = _absolute(small)
    if fixed or published is None or published.year not in calendar.YEARS:
        return fixed
    anchor = calendar.Anchor(published, future)
    return next((found for rule in calendar.RULES if (found := rule(small, anchor))), None)


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
    year = None if _SPAN_OF_YEARS.search(small) else _YEAR.fullmatch(small)
    return f"{int(year[1]):04d}" if year else None


def is_ahead(found: str | None, published: dt.date | None) -> bool:
    """Whether a resolved date lies after the day of publication, as far as it is exact."""
    if not found or published is None:
        return False
    if "W" in found:
        return found > calendar.week_of(published)
    return found > published.isoformat()[: len(found)]
