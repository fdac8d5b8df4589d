"""Feasts, seasons and parts of a year: what "Good Friday", "last summer" or "the end of the month" mean on a day.

As in the calendar, a rule takes the words in small letters and the anchor, and gives a date or None.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from bot.facts.time import calendar

if TYPE_CHECKING:
    from bot.facts.time.calendar import Anchor

_FIXED = {
    "christmas eve": (12, 24),
    "christmas": (12, 25),
    "boxing day": (12, 26),
    "new year's eve": (12, 31),
    "new year's day": (1, 1),
    "valentine's day": (2, 14),
    "international women's day": (3, 8),
    "st patrick's day": (3, 17),
    "may day": (5, 1),
    "bastille day": (7, 14),
    "halloween": (10, 31),
    "armistice day": (11, 11),
    "veterans day": (11, 11),
}
# Days from Easter Sunday.
_EASTER = {"easter monday": 1, "easter": 0, "good friday": -2, "palm sunday": -7, "ash wednesday": -46, "pentecost": 49}
# Month, weekday, which one of the month (-1: the last), days on from it; as kept in the United States and in Britain.
_MOVING = {
    "martin luther king day": (1, 0, 3, 0),
    "memorial day": (5, 0, -1, 0),
    "labor day": (9, 0, 1, 0),
    "remembrance sunday": (11, 6, 2, 0),
    "thanksgiving": (11, 3, 4, 0),
    "black friday": (11, 3, 4, 1),
}
DECEMBER = 12
_ENDS = {"spring": 5, "summer": 8, "autumn": 11, "fall": 11}  # last month of a season in the north
_SEASON = re.compile(r"\b(?:(last|past|this|next|coming) |(?:in )?the )(spring|summer|autumn|fall|winter)\b")
_PERIOD_END = re.compile(r"\b(?:end|middle|start|beginning) of the (month|year)\b")


def feast(small: str, anchor: Anchor) -> str | None:
    """A feast: the nearest one in the direction that the tense tells."""
    name = next((name for names in (_EASTER, _FIXED, _MOVING) for name in names if name in small), None)
    if name is None:
        return None
    year = anchor.day.year + {"last": -1, "next": 1}.get(small.split(" ", 1)[0], 0)
    day = _of_year(name, year)
    distance = (day - anchor.day).days
    if year == anchor.day.year and (anchor.future and distance < 0):
        day = _of_year(name, year + 1)
    if year == anchor.day.year and not anchor.future and distance > calendar.SOON:
        day = _of_year(name, year - 1)
    return day.isoformat()


def _of_year(name: str, year: int) -> dt.date:
    if name in _FIXED:
        return dt.date(year, *_FIXED[name])
    if name in _EASTER:
        return easter(year) + dt.timedelta(_EASTER[name])
    month, weekday, which, on = _MOVING[name]
    if which > 0:
        first = dt.date(year, month, 1)
        return first + dt.timedelta((weekday - first.weekday()) % 7 + 7 * (which - 1) + on)
    last = dt.date(year + month // DECEMBER, month % DECEMBER + 1, 1) - dt.timedelta(1)
    return last - dt.timedelta((last.weekday() - weekday) % 7)


def easter(year: int) -> dt.date:
    """Easter Sunday in the Gregorian calendar (the anonymous algorithm as in Meeus, Astronomical Algorithms, ch. 8)."""
    golden, (century, rest) = year % 19, divmod(year, 100)
    leaps, left = divmod(century, 4)
    shift = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - leaps - shift + 15) % 30
    weekday = (32 + 2 * left + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * late + 114, 31)
    return dt.date(year, month, day + 1)


def season(small: str, anchor: Anchor) -> str | None:
    """The year of a season as the north has it; a winter lies in two, and "next summer" in spring may be either."""
    match = _SEASON.search(small)
    end = _ENDS.get(match[2]) if match else None
    if match is None or end is None:
        return None
    year, over = anchor.day.year, anchor.day.month > end
    if match[1] == "this":
        return f"{year:04d}"
    if match[1] in {"next", "coming"}:
        return f"{year + 1:04d}" if over else None
    if match[1] is None and anchor.future:
        return f"{year + over:04d}"
    return f"{year - (not over):04d}"


def period_end(small: str, anchor: Anchor) -> str | None:
    """The month or year whose end is still to come; which one is over the text alone can tell."""
    match = _PERIOD_END.search(small)
    if not match or not anchor.future:
        return None
    return f"{anchor.day.year:04d}" if match[1] == "year" else anchor.day.isoformat()[:7]
