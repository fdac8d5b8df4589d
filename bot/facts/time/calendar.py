"""Rules of the calendar: what "Sunday", "two weeks ago" or "Nov. 9" mean on the day of publication.

A rule takes the words in small letters and the anchor, and gives a date or None.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = "january february march april may june july august september october november december".split()
MONTH = (
    r"(jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?\.?|july?\.?|aug(?:ust|\.)?|"
    r"sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)"
)
DAY = r"(\d{1,2})(?:st|nd|rd|th)?"
_NUMBERS = {"a": 1, "an": 1} | {
    word: count
    for count, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), start=1)
}
COUNT = r"(\d{1,3}|" + "|".join(_NUMBERS) + ")"
_MONTH_DAY = re.compile(rf"\b{MONTH} {DAY}\b(?!\d)")
_OF_YEAR = re.compile(r",? (?:of )?(last|this|next) year$")
_DAY_MONTH = re.compile(rf"\b{DAY}(?: of)? {MONTH}(?![a-z])")
_NEAR_DAYS = (
    (re.compile(r"\bday before yesterday\b"), -2),
    (re.compile(r"\bday after tomorrow\b"), 2),
    (re.compile(r"\b(?:yesterday|last night|overnight)\b"), -1),
    (re.compile(r"\btomorrow\b"), 1),
    (re.compile(r"\b(?:today|tonight|this (?:morning|afternoon|evening))\b"), 0),
)
_WEEKDAY = re.compile(r"\b(mon|tues|wednes|thurs|fri|satur|sun)day\b(?!s)")
_OF_WEEK = re.compile(r"day (?:of )?(last|this|next) week\b")
_AGO = re.compile(rf"\b{COUNT} (day|week|month|year|decade)s? (ago|from now)\b")
_WITHIN = re.compile(rf"\b(?:in|within) {COUNT} (day|week|month|year)s?(?:'? time)?$")
_UNIT = re.compile(
    r"\b(?:(this|last|past|next|coming|previous)(?: \w+)?|(?:earlier|later) (?:this|in the)) "
    r"(week(?:end)?|month|year)\b"
    r"|\bthe (weekend)\b"
)
_BARE_MONTH = re.compile(
    rf"(?:^|\b(?:in|since|by|until|of|last|next|this|early|late|mid-?|during|for) ?){MONTH}(?![a-z])"
)
_STEPS = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1}
YEARS = range(1000, 9000)  # of publication: a date beyond is nobody's, and what is counted from it may be no date
SOON = 60  # days: a day of a month that lies farther ahead than that is last year's, unless the clause looks ahead
SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Anchor:
    """The day of publication, and whether the clause speaks of what is to come."""

    day: dt.date
    future: bool


def _month_day(small: str, anchor: Anchor) -> str | None:
    """A day of a month without a year: the nearest one in the direction that the tense tells."""
    match, swapped = _MONTH_DAY.search(small), _DAY_MONTH.search(small)
    if match:
        month, day = month_of(match[1]), int(match[2])
    elif swapped:
        month, day = month_of(swapped[2]), int(swapped[1])
    else:
        return None
    if of := _OF_YEAR.search(small):
        return day_of(anchor.day.year + _STEPS.get(of[1], 0), month, day)
    near = day_of(anchor.day.year, month, day)
    distance = (dt.date.fromisoformat(near) - anchor.day).days if near else 0
    if anchor.future and distance < -1:
        return day_of(anchor.day.year + 1, month, day)
    return day_of(anchor.day.year - 1, month, day) if not anchor.future and distance > SOON else near


def _near_day(small: str, anchor: Anchor) -> str | None:
    """Today, yesterday, tomorrow, and parts of this day."""
    step = next((step for pattern, step in _NEAR_DAYS if pattern.search(small)), None)
    if _WEEKDAY.search(small):  # "overnight on Saturday"
        return None
    return None if step is None else (anchor.day + dt.timedelta(step)).isoformat()


def _weekday(small: str, anchor: Anchor) -> str | None:
    """A weekday: the last one (today counts), the next one where the tense or "next" says so."""
    match = _WEEKDAY.search(small)
    # "The following Monday" is counted from what the text tells before.
    if not match or re.search(r"\b(?:every|each|most|following|previous)\b", small):
        return None
    target = WEEKDAYS.index(f"{match[1]}day")
    if week := _OF_WEEK.search(small):
        return (anchor.day + dt.timedelta(target - anchor.day.weekday() + 7 * _STEPS.get(week[1], 0))).isoformat()
    following = re.search(r"\b(?:next|coming)\b", small)
    past = re.search(r"\b(?:last|past)\b", small)
    if following or (anchor.future and not past):
        ahead = (target - anchor.day.weekday()) % 7
        return (anchor.day + dt.timedelta(ahead or (7 if following else 0))).isoformat()
    back = (anchor.day.weekday() - target) % 7
    return (anchor.day - dt.timedelta(back or (7 if past else 0))).isoformat()


def _counted(small: str, anchor: Anchor) -> str | None:
    """So many days, weeks, months or years ago, or from now."""
    match = _AGO.search(small)
    if match:
        return shifted(anchor.day, count_of(match[1]) * (-1 if match[3] == "ago" else 1), match[2])
    ahead = _WITHIN.search(small) if anchor.future else None
    return shifted(anchor.day, count_of(ahead[1]), ahead[2]) if ahead else None


def count_of(words: str) -> int:
    """The number that is written in figures or words, one to twelve."""
    return int(words) if words.isdigit() else _NUMBERS[words]


def shifted(day: dt.date, amount: int, unit: str) -> str:
    """A day moved by some units, as exact as the unit is."""
    if unit == "decade":
        return f"{day.year + 10 * amount:04d}"
    if unit == "day":
        return (day + dt.timedelta(amount)).isoformat()
    if unit == "week":
        return week_of(day + dt.timedelta(7 * amount))
    if unit == "month":
        months = day.year * 12 + day.month - 1 + amount
        return f"{months // 12:04d}-{months % 12 + 1:02d}"
    return f"{day.year + amount:04d}"


def _unit(small: str, anchor: Anchor) -> str | None:
    """This, last or next week, month or year; a weekend is named by its Saturday."""
    match = _UNIT.search(small)
    if not match:
        return None
    step, unit = _STEPS.get(match[1] or "this", 0), match[2] or match[3]
    if unit != "weekend":
        return shifted(anchor.day, step, unit)
    back = (anchor.day.weekday() - SATURDAY) % 7
    ahead = step > 0 or (anchor.future and back > 1)
    back += 7 if step < 0 and back <= 1 else 0  # on a Sunday, "last weekend" is not the one that is ending
    return (anchor.day - dt.timedelta(back) + dt.timedelta(7 if ahead else 0)).isoformat()


def _bare_month(small: str, anchor: Anchor) -> str | None:
    """A month without a year: the latest one, or the next one where the clause looks ahead."""
    match = _BARE_MONTH.search(small)
    if not match or _MONTH_DAY.search(small) or _DAY_MONTH.search(small):
        return None
    month, year = month_of(match[1]), anchor.day.year
    if of := _OF_YEAR.search(small):
        return f"{year + _STEPS.get(of[1], 0):04d}-{month:02d}"
    if anchor.future:
        year += month < anchor.day.month
    else:
        year -= month > anchor.day.month
    return f"{year:04d}-{month:02d}"


def month_of(name: str) -> int:
    """The number of a month by its name or its first three letters."""
    return next(index for index, full in enumerate(MONTHS, 1) if full.startswith(name.strip(".")[:3]))


def day_of(year: int, month: int, day: int) -> str | None:
    """The date in ISO 8601, or None for a day that does not exist."""
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return None


def week_of(day: dt.date) -> str:
    """The ISO week of a day."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


RULES: tuple[Callable[[str, Anchor], str | None], ...] = (
    _month_day,
    _near_day,
    _weekday,
    _counted,
    _bare_month,
    _unit,
)
