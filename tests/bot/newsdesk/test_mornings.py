"""Eight in the morning around the world, and when the clocks change."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.newsdesk.mornings import Morning, morning, next_eight


def at(moment: str, zone: str) -> float:
    """A local time in seconds since 1970."""
    return datetime.fromisoformat(moment).replace(tzinfo=ZoneInfo(zone)).timestamp()


@pytest.mark.parametrize("zone", ["Pacific/Auckland", "America/Los_Angeles", "Asia/Kathmandu", "UTC"])
def test_a_day(zone: str) -> None:
    """Nothing at seven, today's roundup from eight to midnight, and after midnight nothing again."""
    eight = at("2026-03-03T08:00", zone)
    today = Morning("2026-03-03", eight)
    assert morning("daily", zone, eight - 1) is None
    assert morning("daily", zone, eight) == today
    assert morning("daily", zone, at("2026-03-03T23:59", zone)) == today
    assert morning("daily", zone, at("2026-03-04T03:00", zone)) is None
    assert next_eight(zone, eight - 1) == eight
    assert next_eight(zone, eight) == at("2026-03-04T08:00", zone)


def test_one_moment_is_another_date_elsewhere() -> None:
    """A Tuesday evening in Los Angeles is a Wednesday in Auckland."""
    now = at("2026-03-03T20:30", "America/Los_Angeles")
    assert morning("daily", "America/Los_Angeles", now) == Morning(
        "2026-03-03", at("2026-03-03T08:00", "America/Los_Angeles")
    )
    assert morning("daily", "Pacific/Auckland", now) == Morning(
        "2026-03-04", at("2026-03-04T08:00", "Pacific/Auckland")
    )


def test_the_weekly_one_is_mondays() -> None:
    """From Monday at eight; where that was missed, on any later day of the week, but at no other hour."""
    monday = Morning("2026-03-02", at("2026-03-02T08:00", "Europe/Oslo"))
    assert morning("weekly", "Europe/Oslo", monday.at - 1) is None
    for moment in ("2026-03-02T08:00", "2026-03-04T09:00", "2026-03-08T23:00"):
        assert morning("weekly", "Europe/Oslo", at(moment, "Europe/Oslo")) == monday
    assert morning("weekly", "Europe/Oslo", at("2026-03-04T03:00", "Europe/Oslo")) is None


@pytest.mark.parametrize(
    ("zone", "first", "days"),
    [
        ("Europe/Berlin", "2026-03-27", 5),  # an hour less on the 29th
        ("Europe/Berlin", "2026-10-23", 5),  # an hour more on the 25th
        ("America/Los_Angeles", "2026-03-06", 5),
        ("America/Los_Angeles", "2026-10-30", 5),
        ("Pacific/Auckland", "2026-04-03", 5),
        ("Australia/Lord_Howe", "2026-10-02", 5),  # half an hour
        ("Africa/Casablanca", "2026-02-13", 5),  # for Ramadan
    ],
)
def test_a_change_of_the_clocks_makes_one_roundup_a_date(zone: str, first: str, days: int) -> None:
    """Looked at every ten minutes: each date once, and its moment always the same."""
    begin = datetime.fromisoformat(first).replace(tzinfo=ZoneInfo(zone))
    end = (begin + timedelta(days=days)).timestamp()
    now, seen = begin.timestamp(), list[Morning]()
    while now < end:
        found = morning("daily", zone, now)
        if found and found not in seen:
            seen.append(found)
        now += 600
    assert [each.date for each in seen] == [(begin + timedelta(days=n)).date().isoformat() for n in range(days)]
    assert [datetime.fromtimestamp(each.at, begin.tzinfo).hour for each in seen] == [8] * days


def test_a_day_that_was_left_out() -> None:
    """Samoa went from the 29th of December 2011 to the 31st."""
    evening = at("2011-12-29T20:00", "Pacific/Apia")
    eight = next_eight("Pacific/Apia", evening)
    assert morning("daily", "Pacific/Apia", eight) == Morning("2011-12-31", eight)
    assert morning("daily", "Pacific/Apia", eight - 1) is None


@pytest.mark.parametrize("zone", ["Mars/Olympus", "../etc/passwd", "", "Europe", "\0"])
def test_a_zone_that_there_is_not(zone: str) -> None:
    """Counts as UTC."""
    assert morning("daily", zone, at("2026-03-03T08:00", "UTC")) == Morning("2026-03-03", at("2026-03-03T08:00", "UTC"))
