"""Roundups in trouble: Slack refuses, a job is given up, a reader is gone."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta

import pytest
from aiohttp import ClientError
from slack_sdk.errors import SlackApiError

from bot.model import Subscription
from tests.fakes.slack import Channel, Slack, User
from tests.stories.roundups.mornings import STRIKE, Hours, Office

pytestmark = pytest.mark.usefixtures("waiting")


async def test_slack_in_trouble(office: Office, hours: Hours, slack: Slack, maria: User) -> None:
    """Its refusal gives all back; the next attempt tells it, or the next morning's roundup."""
    slack.fail("chat.postMessage", "internal_error", times=2)
    hours.set("2026-03-03T08:00")
    await office.clockwork.tick()
    [note] = office.queue.notes.values()
    for _ in range(2):
        with pytest.raises(SlackApiError):
            await office.desk.handle(note)
        hours.now += 1
    assert await office.store.claim_roundup(office.team, maria.id, "daily", "2026-03-03", "another job")
    await office.desk.give_up(note)
    assert office.roundups(maria) == []
    hours.set("2026-03-04T08:00")
    await office.tick()
    assert "Moyale crossing reopens" in office.roundups(maria)[0].shown


async def test_a_crash_in_a_busy_channel(office: Office, hours: Hours, slack: Slack, maria: User) -> None:
    """Much was said there before the next attempt: it finds the message all the same."""
    team = slack.channel("team", maria)
    await office.follows(team, Subscription(team.id, "KE", pace="daily", by=maria.id))
    [moyale] = office.stories
    await office.put_by(team.id, "2026-03-02T20:00", moyale)
    slack.fail("chat.postMessage", drop="after")
    hours.set("2026-03-03T08:00")
    await office.clockwork.tick()
    note = office.queue.notes[f"{office.team}:{team.id}:roundup:daily:2026-03-03"]
    with pytest.raises(ClientError):
        await office.desk.handle(note)
    for number in range(50):
        slack.say(maria, team, f"Morning, number {number}")
    hours.now += 1
    await office.desk.handle(note)
    assert len(slack.posts(team)) == 1


async def test_a_job_that_is_given_up(office: Office, hours: Hours, slack: Slack, maria: User) -> None:
    """Its workers died of it: what it had claimed is told on the next morning."""
    slack.hold("chat.postMessage")
    hours.set("2026-03-03T08:00")
    await office.clockwork.tick()
    [note] = office.queue.notes.values()
    before, attempt = len(slack.calls("chat.postMessage")), asyncio.create_task(office.desk.handle(note))
    await slack.wait_for(lambda: len(slack.calls("chat.postMessage")) > before)
    attempt.cancel()
    with pytest.raises(asyncio.CancelledError):
        await attempt
    await office.desk.give_up(note)
    hours.set("2026-03-04T08:00")
    await office.tick()
    assert "Moyale crossing reopens" in office.roundups(maria)[0].shown


async def test_a_reader_who_is_gone(office: Office, hours: Hours, slack: Slack, maria: User) -> None:
    """Follows nothing any more, and nothing waits for them."""
    hours.set("2026-03-03T07:00")
    await office.tick()
    del slack.world.users[maria.id]
    hours.set("2026-03-03T08:00")
    await office.tick()
    assert await office.store.following(office.team, maria.id) == ()
    assert await office.store.pending(office.team, maria.id, "daily", hours()) == ()


async def test_a_channel_that_the_bot_was_put_out_of(office: Office, hours: Hours, slack: Slack, news: Channel) -> None:
    """Nothing piles up for it; should the bot come back, what comes then is told, of the same story too."""
    team = slack.channel("team", slack.person("kim", tz="UTC"))
    await office.follows(team)
    post = await office.digest(news, "Border open", STRIKE, "https://wire.example/border")
    for at, member in (("2026-03-02T20:00", False), ("2026-03-03T20:00", True)):
        await office.put_by(team.id, at, post)
        (team.members.add if member else team.members.discard)(slack.home.bot_user)
        hours.set(f"{datetime.fromisoformat(at) + timedelta(hours=14):%Y-%m-%dT%H:%M}")
        await office.tick()
        assert len(slack.posts(team)) == int(member)
        assert await office.store.pending(office.team, team.id, "daily", hours()) == ()
