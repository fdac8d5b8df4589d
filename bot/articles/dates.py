"""A date as pages write it, in ISO 8601; a time of day is kept only with its zone. Pure."""

from __future__ import annotations

import re
from datetime import datetime
from email.utils import parsedate_to_datetime

_ISO = re.compile(
    r"(\d{4})-?(\d{2})-?(\d{2})(?:[T ]\s?(\d{1,2}:\d{2}(?::\d{2})?)(?:\.\d+)?\s*(Z|[+-]\d{2}:?\d{2}|UTC|GMT)?)?",
    re.IGNORECASE,
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAMED = re.compile(
    rf"(?:(\d{{1,2}})(?:st|nd|rd|th)?\s+)?({'|'.join(_MONTHS)})[a-z]*\.?\s+(?:(\d{{1,2}})(?:st|nd|rd|th)?,?\s+)?(\d{{4}})",
    re.IGNORECASE,
)
_YEARS = range(1990, 2100)


def iso(words: str) -> str | None:
    """``YYYY-MM-DD``, or with time and zone where both are stated; None where it is no date of our times."""
    words = words.strip()[:60]
    moment = _from_iso(words) or _from_mail(words) or _from_words(words)
    return moment if moment and int(moment[:4]) in _YEARS else None


def _from_iso(words: str) -> str | None:
    found = _ISO.match(words)
    if not found:
        return None
    year, month, day, clock, zone = found.groups()
    date = f"{year}-{month}-{day}"
    try:
        datetime.fromisoformat(date)
        if not clock or not zone:
            return date
        zone = "+00:00" if zone.upper() in {"Z", "UTC", "GMT"} else zone
        zone = zone if ":" in zone else f"{zone[:3]}:{zone[3:]}"
        hour, _, rest = clock.partition(":")
        return datetime.fromisoformat(f"{date}T{hour.zfill(2)}:{rest}{zone}").isoformat()
    except ValueError:
        return None


def _from_mail(words: str) -> str | None:
    """Such as ``Tue, 19 Nov 2019 10:00:00 GMT`` (RFC 5322)."""
    if not re.match(r"[A-Za-z]{3}, \d", words):
        return None
    try:
        moment = parsedate_to_datetime(words)
    except ValueError:
        return None
    return moment.isoformat() if moment.tzinfo else moment.date().isoformat()


def _from_words(words: str) -> str | None:
    found = _NAMED.search(words)
    if not found:
        return None
    before, month, after, year = found.groups()
    if not (before or after):
        return None
    date = f"{year}-{_MONTHS.index(month[:3].lower()) + 1:02}-{int(before or after):02}"
    return _from_iso(date)
