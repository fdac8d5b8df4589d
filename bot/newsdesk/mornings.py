"""When it is eight in the morning where a reader lives (pure): the hour of roundups, counted by the local calendar.

A roundup belongs to a local date, so that a change of the clocks can neither make a second one nor swallow one. It goes
out between eight and midnight: whoever was out of reach at eight gets it later that day, and nobody is woken at night.
The weekly one is Monday's, and goes out on any later day of the week where Monday was missed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from bot.model import Pace

EIGHT = time(8)
UNKNOWN = "UTC"
"""The zone of a reader of whom none is known."""

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Morning:
    """A roundup's: its local date in ISO 8601, and its moment, in seconds since 1970."""

    date: str
    at: float


def morning(pace: Pace, zone: str, now: float) -> Morning | None:
    """The roundup whose time it is in a zone: of today or this week; None before eight in the morning."""
    place = _zone(zone)
    today = datetime.fromtimestamp(now, place).date()
    if now < _eight(today, place):
        return None
    its = today - today.weekday() * _DAY if pace == "weekly" else today
    return Morning(its.isoformat(), _eight(its, place))


def begins(its: str, zone: str) -> float:
    """The moment of the roundup of a local date, in ISO 8601."""
    return _eight(date.fromisoformat(its), _zone(zone))


def next_eight(zone: str, now: float) -> float:
    """The next eight o'clock in a zone, after now."""
    place = _zone(zone)
    day = datetime.fromtimestamp(now, place).date()
    while (at := _eight(day, place)) <= now:
        day += _DAY
    return at


def _eight(day: date, place: ZoneInfo) -> float:
    return datetime.combine(day, EIGHT, place).timestamp()


def _zone(name: str) -> ZoneInfo:
    """The zone of that name; UTC where a profile names one that there is not."""
    try:
        return ZoneInfo(name)
    except (LookupError, ValueError, OSError):  # unknown; no name at all, as "../x"; a directory, as "Europe"
        return ZoneInfo(UNKNOWN)
