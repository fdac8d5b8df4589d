"""Expressions of time become dates: `YYYY`, `YYYY-MM`, `YYYY-Www` or `YYYY-MM-DD`, or None when the text does not tell.

Everything is resolved against the day of publication; the tense of the clause decides whether "Sunday" is the last or the
next one. Without a day of publication only a full date is one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    "january february march april may june july august september october november december".split()
)
_MONTH = r"(jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?\.?|july?\.?|aug(?:ust|\.)?|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)"
_DAY = r"(\d{1,2})(?:st|nd|rd|th)?"
_WEEKDAY = r"\b(mon|tues|wednes|thurs|fri|satur|sun)days?\b"
_NUMBERS = dict(zip("a an one two three four five six seven eight nine ten eleven twelve".split(), (1, 1, *range(1, 13)), strict=True))
_COUNT = r"(\d{1,3}|a few|a couple of|several|" + "|".join(_NUMBERS) + ")"


@dataclass(frozen=True, slots=True)
class _Anchor:
    day: date
    future: bool


def resolve(words: str, published: date | None, *, future: bool = False) -> str | None:
    """The date that an expression names, or None.

    ``future``: the clause speaks of what is to come, so that a bare weekday or month lies ahead.
    """
    small = re.sub(r"\s+", " ", words.lower().replace("’", "'")).strip(" .,")
    absolute = _absolute(small)
    if absolute or published is None:
        return absolute
    anchor = _Anchor(published, future)
    for rule in _RULES:
        found = rule(small, anchor)
        if found:
            return found
    return None


def _absolute(small: str) -> str | None:
    """A date that is complete in itself."""
    if match := re.search(r"\b(\d{4})-(\d\d)-(\d\d)\b", small):
        return _day(int(match[1]), int(match[2]), int(match[3]))
    if match := re.search(rf"\b{_MONTH} {_DAY},? (\d{{4}})\b", small):
        return _day(int(match[3]), _month(match[1]), int(match[2]))
    if match := re.search(rf"\b{_DAY}(?: of)? {_MONTH},? (\d{{4}})\b", small):
        return _day(int(match[3]), _month(match[2]), int(match[1]))
    if match := re.search(rf"\b{_MONTH},?(?: of)? (\d{{4}})\b", small):
        return f"{int(match[2]):04d}-{_month(match[1]):02d}"
    if re.search(r"\b\d{4}s\b|\b\d{4}\s?(?:-|–|to|and)\s?\d{2,4}\b", small):
        return None
    if match := re.fullmatch(r"(?:(?:in|since|of|by|early|late|mid-?|the year|year|until|around|during|end of|the end of) ?)*((?:1[5-9]|20)\d\d)", small):
        return match[1]
    return None


def _month_day(small: str, anchor: _Anchor) -> str | None:
    """A day of a month without a year: the nearest one in the direction that the tense tells."""
    match = re.search(rf"\b{_MONTH} {_DAY}\b(?!\d)", small)
    swapped = re.search(rf"\b{_DAY}(?: of)? {_MONTH}(?![a-z])", small)
    if match:
        month, day = _month(match[1]), int(match[2])
    elif swapped:
        month, day = _month(swapped[2]), int(swapped[1])
    else:
        return None
    year = anchor.day.year
    near = _day(year, month, day)
    if near is None:
        return None
    distance = (date.fromisoformat(near) - anchor.day).days
    if anchor.future and distance < -1:
        return _day(year + 1, month, day)
    return _day(year - 1, month, day) if not anchor.future and distance > 60 else near


def _relative_day(small: str, anchor: _Anchor) -> str | None:
    """Today, yesterday, tomorrow, and parts of this day."""
    if re.search(r"\b(?:day before yesterday)\b", small):
        return (anchor.day - timedelta(2)).isoformat()
    if re.search(r"\b(?:day after tomorrow)\b", small):
        return (anchor.day + timedelta(2)).isoformat()
    if re.search(r"\b(?:yesterday|last night|overnight)\b", small):
        return (anchor.day - timedelta(1)).isoformat()
    if re.search(r"\btomorrow\b", small):
        return (anchor.day + timedelta(1)).isoformat()
    if re.search(r"\b(?:today|tonight|this (?:morning|afternoon|evening))\b", small):
        return anchor.day.isoformat()
    return None


def _weekday(small: str, anchor: _Anchor) -> str | None:
    """A weekday: the last one (today counts), the next one where the tense or "next" says so."""
    match = re.search(_WEEKDAY, small)
    if not match or re.search(r"\b(?:every|each|most)\b", small) or re.search(r"days\b", match[0]):
        return None
    if re.search(r"\b(?:before|after|until|since) (?:the )?election", small):
        return None
    target = WEEKDAYS.index(match[1] + "day")
    if re.search(r"\b(?:next|coming|following)\b", small) or (anchor.future and not re.search(r"\b(?:last|past)\b", small)):
        ahead = (target - anchor.day.weekday()) % 7
        return (anchor.day + timedelta(ahead or (7 if "next" in small else 0))).isoformat()
    back = (anchor.day.weekday() - target) % 7
    return (anchor.day - timedelta(back or (7 if re.search(r"\blast\b", small) else 0))).isoformat()


def _counted(small: str, anchor: _Anchor) -> str | None:
    """So many days, weeks, months or years ago, earlier or from now."""
    match = re.search(rf"\b{_COUNT} (day|week|month|year)s? (ago|earlier|later|from now|before|after|time)\b", small)
    ahead = re.search(rf"\b(?:in|within) {_COUNT} (day|week|month|year)s?(?:'? time)?$", small)
    if match and match[3] == "ago":
        return _shifted(anchor.day, -_count(match[1]), match[2]) if _count(match[1]) else None
    if (match and match[3] == "from now") or (ahead and anchor.future):
        found = match or ahead
        assert found is not None  # noqa: S101 - one of the two matched
        return _shifted(anchor.day, _count(found[1]), found[2]) if _count(found[1]) else None
    return None


def _count(words: str) -> int:
    return int(words) if words.isdigit() else _NUMBERS.get(words, 0)


def _shifted(day: date, amount: int, unit: str) -> str:
    """A day moved by some units, as exact as the unit is."""
    if unit == "day":
        return (day + timedelta(amount)).isoformat()
    if unit == "week":
        return _week(day + timedelta(7 * amount))
    if unit == "month":
        months = day.year * 12 + day.month - 1 + amount
        return f"{months // 12:04d}-{months % 12 + 1:02d}"
    return f"{day.year + amount:04d}"


def _unit(small: str, anchor: _Anchor) -> str | None:
    """This, last or next week, month or year; the weekend is named by its Saturday."""
    match = re.search(r"\b(this|last|past|next|coming|previous|same)(?: \w+)? (week|month|year|weekend)\b|\b(earlier|later) (?:this|in the) (week|month|year)\b|\b(?:(?:in|over|at|during) )?the (weekend)\b", small)
    if not match:
        return None
    direction, unit = match[1] or match[3] or "this", match[2] or match[4] or match[5]
    step = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1}.get(direction, 0)
    if unit == "weekend":
        back = (anchor.day.weekday() - 5) % 7
        saturday = anchor.day - timedelta(back) + timedelta(7 if step > 0 or (anchor.future and back > 1) else 0)
        return saturday.isoformat()
    return _shifted(anchor.day, step, unit) if unit != "week" else _week(anchor.day + timedelta(7 * step))


def _bare_month(small: str, anchor: _Anchor) -> str | None:
    """A month without a year: the latest one, or the next one where the clause looks ahead."""
    match = re.search(rf"\b(?:in|since|by|until|of|last|next|this|early|late|mid-?|during|for) ?{_MONTH}(?![a-z])", small) or re.fullmatch(rf"{_MONTH}", small)
    if not match or (match[1] in {"may", "march", "mar"} and small == match[1] and False):
        return None
    month = _month(match[1])
    year = anchor.day.year
    if anchor.future and month < anchor.day.month:
        year += 1
    elif not anchor.future and month > anchor.day.month:
        year -= 1
    return f"{year:04d}-{month:02d}"


def _holiday(small: str, anchor: _Anchor) -> str | None:
    """Fixed feasts, and Thanksgiving in the United States (fourth Thursday of November)."""
    for name, (month, day) in {"christmas eve": (12, 24), "christmas": (12, 25), "new year's eve": (12, 31), "new year's day": (1, 1), "halloween": (10, 31), "valentine's day": (2, 14), "independence day": (7, 4)}.items():
        if name in small:
            found = date(anchor.day.year, month, day)
            ahead = anchor.future and found < anchor.day
            return found.replace(year=found.year + ahead).isoformat()
    if "thanksgiving" in small:
        first = date(anchor.day.year, 11, 1)
        return (first + timedelta((3 - first.weekday()) % 7 + 21)).isoformat()
    return None


def _month(name: str) -> int:
    return next(index for index, full in enumerate(MONTHS, 1) if full.startswith(name.strip(".")[:3]))


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _week(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


_RULES: tuple[Callable[[str, _Anchor], str | None], ...] = (
    _month_day,
    _relative_day,
    _weekday,
    _counted,
    _unit,
    _holiday,
    _bare_month,
)


def is_ahead(found: str | None, published: date | None) -> bool:
    """Whether a resolved date lies after the day of publication, as far as it is exact."""
    if not found or published is None:
        return False
    if "W" in found:
        return found > _week(published)
    return found > published.isoformat()[: len(found)]
