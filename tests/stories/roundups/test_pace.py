"""Another pace while something waits: it comes at the pace that is wanted now."""

from __future__ import annotations

import pytest

from bot.model import Pace, Post, Subscription
from tests.fakes.slack import Channel, User
from tests.stories.roundups.mornings import MOYALE, WIRE, Hours, Office


@pytest.fixture
async def moyale(office: Office, news: Channel) -> Post:
    """An article about Kenya."""
    return await office.digest(news, "Moyale crossing reopens", MOYALE, WIRE)


async def told_on(office: Office, hours: Hours, maria: User, first: Pace, then: Pace, *days: str) -> list[str]:
    """On which of these mornings Maria is told of what she followed at one pace, and then at another."""
    told = []
    await office.follows(maria, Subscription(maria.id, "KE", pace=first))
    await office.put_by(maria.id, "2026-03-02T20:00", *office.stories, pace=first)
    await office.follows(maria, Subscription(maria.id, "KE", pace=then))
    for day in days:
        hours.set(f"{day}T08:00")
        before = office.roundups(maria)
        await office.tick()
        told += [day for post in office.roundups(maria) if post not in before]
    return told


@pytest.mark.usefixtures("moyale")
async def test_from_daily_to_weekly(office: Office, hours: Hours, maria: User) -> None:
    """It waits for Monday's."""
    days = ("2026-03-03", "2026-03-04", "2026-03-09", "2026-03-10")
    assert await told_on(office, hours, maria, "daily", "weekly", *days) == ["2026-03-09"]
    assert office.roundups(maria)[0].shown.startswith("Weekly")


@pytest.mark.usefixtures("moyale")
async def test_from_daily_to_instant(office: Office, hours: Hours, maria: User) -> None:
    """It comes in the morning as it would have: news that waited is no reason to interrupt her."""
    assert await told_on(office, hours, maria, "daily", "instant", "2026-03-03", "2026-03-04") == ["2026-03-03"]


@pytest.mark.usefixtures("moyale")
async def test_from_weekly_to_daily(office: Office, hours: Hours, maria: User) -> None:
    """It comes the next morning, and on Monday not again."""
    days = ("2026-03-03", "2026-03-04", "2026-03-09")
    assert await told_on(office, hours, maria, "weekly", "daily", *days) == ["2026-03-03"]


@pytest.mark.usefixtures("moyale")
async def test_from_weekly_to_instant(office: Office, hours: Hours, maria: User) -> None:
    """It comes on Monday."""
    days = ("2026-03-03", "2026-03-09", "2026-03-10")
    assert await told_on(office, hours, maria, "weekly", "instant", *days) == ["2026-03-09"]


async def test_what_is_daily_and_what_is_weekly(
    office: Office, hours: Hours, maria: User, news: Channel, moyale: Post
) -> None:
    """A reader of both gets on Monday two messages, each with its own, one after the other."""
    ferry = await office.digest(news, "Ferry sinks", "ferry-sinks", "https://gazette.example/ferry")
    wishes = (Subscription(maria.id, "KE", pace="daily"), Subscription(maria.id, "ET", pace="weekly"))
    await office.follows(maria, *wishes)
    await office.put_by(maria.id, "2026-03-08T20:00", moyale)
    await office.put_by(maria.id, "2026-03-08T20:00", ferry, country="ET", pace="weekly")
    hours.set("2026-03-09T08:00")
    await office.tick()
    shown = sorted(post.shown for post in office.roundups(maria))
    assert ["Moyale" in shown[0], "Ferry" in shown[0]] == [True, False]
    assert ["Moyale" in shown[1], "Ferry" in shown[1]] == [False, True]
