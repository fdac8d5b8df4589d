"""A date as pages write it, in ISO 8601; a time of day is kept only with its zone. Pure."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Literal

Order = Literal["mdy", "dmy"]
"""Which of two figures is the month: 3/12/2025 is a day in March in the United States, in December elsewhere."""

_ZONES = {"Z": 0, "UT": 0, "UTC": 0, "GMT": 0, "BST": 1, "WET": 0, "WEST": 1, "CET": 1, "CEST": 2, "EET": 2, "EEST": 3}
_ZONES |= {"EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7}  # as in RFC 5322
_ZONES |= {"MSK": 3, "PKT": 5, "SGT": 8, "HKT": 8, "AWST": 8, "JST": 9, "KST": 9, "AEST": 10, "AEDT": 11, "NZST": 12}
_AMERICAN = {"ET": -5, "CT": -6, "MT": -7, "PT": -8}  # an hour less to the east in summer
_NAMES = "|".join(sorted((*_ZONES, *_AMERICAN), key=len, reverse=True))
_ZONE = rf"(?P<zone>(?:UTC|GMT)?[+-]\d{{2}}:?\d{{2}}|(?:{_NAMES})\b)"
_ISO = re.compile(
    rf"(\d{{4}})-?(\d{{2}})-?(\d{{2}})(?:[T ]\s?(\d{{1,2}}):(\d{{2}})(?::\d{{2}})?(?:[.,]\d+)?\s*{_ZONE}?)?",
    re.IGNORECASE,
)
_SECONDS = re.compile(r"[T ]\s?\d{1,2}:\d{2}:(\d{2})")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAMED = re.compile(
    rf"(?:(\d{{1,2}})(?:st|nd|rd|th)?\s+)?({'|'.join(_MONTHS)})[a-z]*\.?\s+(?:(\d{{1,2}})(?:st|nd|rd|th)?,?\s+)?(\d{{4}})",
    re.IGNORECASE,
)
_FIGURES = re.compile(r"(\d{1,2})([/.])(\d{1,2})\2(\d{4})\b")
_CLOCK = re.compile(rf"(\d{{1,2}})[:.](\d{{2}})(?::\d{{2}})?\s*(?:([ap])\.?m\b\.?)?[\s,(]*{_ZONE}", re.IGNORECASE)
_EPOCH = re.compile(r"\d{10}(?:\d{3})?\Z")
_YEARS = range(1990, 2100)
_LONGEST = 90
_NOON, _MONTHS_OF_A_YEAR = 12, 12


def iso(words: str, order: Order | None = None) -> str | None:
    """``YYYY-MM-DD``, or with time and zone where both are stated; None where it is no date of our times.

    Figures that could be either a day or a month are read by ``order``, and are no date without it.
    """
    words = words.strip()[:_LONGEST]
    moment = _from_epoch(words) or _from_iso(words) or _from_mail(words) or _from_words(words, order)
    return moment if moment and int(moment[:4]) in _YEARS else None


def order_of(language: str | None) -> Order | None:
    """How dates in figures are written where a page's ``lang`` is at home; None for English of no country."""
    code = (language or "").strip().lower().replace("_", "-")
    if code in {"", "en"}:
        return None
    return "mdy" if code in {"en-us", "en-ph"} else "dmy"


def ambiguous(words: str) -> bool:
    """Whether a date in figures could be read in two ways."""
    found = _FIGURES.match(words.strip())
    return bool(found and found[2] == "/" and found[1] != found[3]) and _may_be_month(found)


def _may_be_month(found: re.Match[str] | None) -> bool:
    return found is not None and int(found[1]) <= _MONTHS_OF_A_YEAR and int(found[3]) <= _MONTHS_OF_A_YEAR


def _from_epoch(words: str) -> str | None:
    """Seconds or milliseconds since 1970, as some data layers have it."""
    found = _EPOCH.match(words)
    return datetime.fromtimestamp(int(words[:10]), UTC).isoformat() if found else None


def _from_iso(words: str) -> str | None:
    found = _ISO.match(words)
    if not found:
        return None
    seconds = _SECONDS.search(found[0])
    return _moment((found[1], found[2], found[3]), (found[4], found[5], seconds[1] if seconds else "00"), found["zone"])


def _from_mail(words: str) -> str | None:
    """Such as ``Tue, 19 Nov 2019 10:00:00 GMT`` (RFC 5322)."""
    if not re.match(r"[A-Za-z]{3}, \d", words):
        return None
    try:
        moment = parsedate_to_datetime(words)
    except ValueError:
        return None
    return moment.isoformat() if moment.tzinfo else moment.date().isoformat()


def _from_words(words: str, order: Order | None) -> str | None:
    named, figures = _NAMED.search(words), _FIGURES.match(words)
    parts = None
    if named and (named[1] or named[3]):
        parts = (named[4], str(_MONTHS.index(named[2][:3].lower()) + 1), str(named[1] or named[3]))
    elif figures:
        parts = _in_order(figures, order)
    clock = _CLOCK.search(words)
    return _moment(parts, _hours(clock) if clock else None, clock["zone"] if clock else None) if parts else None


def _in_order(found: re.Match[str], order: Order | None) -> tuple[str, str, str] | None:
    first, second = found[1], found[3]
    if found[2] == ".":
        order = "dmy"
    elif not _may_be_month(found):
        order = "mdy" if int(second) > _MONTHS_OF_A_YEAR else "dmy"
    elif int(first) == int(second):
        order = "dmy"
    if order is None:
        return None
    return (found[4], first, second) if order == "mdy" else (found[4], second, first)


def _hours(clock: re.Match[str]) -> tuple[str, str, str]:
    hour, half = int(clock[1]), (clock[3] or "").lower()
    if half:
        hour = hour % _NOON + (_NOON if half == "p" else 0)
    return f"{hour:02}", clock[2], "00"


def _moment(
    day: tuple[str, str, str], clock: tuple[str | None, str | None, str] | None, zone: str | None
) -> str | None:
    hour, minute, second = clock or (None, None, "")
    try:
        on = date(*map(int, day))
        if not hour or not minute or not zone:
            return on.isoformat()
        return datetime.fromisoformat(f"{on}T{hour.zfill(2)}:{minute}:{second}{_offset(zone, on)}").isoformat()
    except ValueError:
        return None


def _offset(zone: str, on: date) -> str:
    figures = re.search(r"[+-]\d{2}:?\d{2}", zone)
    if figures:
        return figures[0] if ":" in figures[0] else f"{figures[0][:3]}:{figures[0][3:]}"
    name = zone.upper()
    hours = _ZONES[name] if name in _ZONES else _AMERICAN[name] + _is_summer(on)
    return f"{'-' if hours < 0 else '+'}{abs(hours):02}:00"


def _is_summer(on: date) -> bool:
    """Daylight saving time in the United States: second Sunday of March to first of November (Act of 2005)."""
    return _sunday(date(on.year, 3, 8)) <= on < _sunday(date(on.year, 11, 1))


def _sunday(on: date) -> date:
    return on + timedelta(days=(6 - on.weekday()) % 7)
