"""Exactly one roundup: across two workers, crashes, changes of the clocks and down-time; and nobody is woken."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from aiohttp import ClientError

from bot.errors import Later
from bot.storage.store import Store
from tests.fakes.slack import Channel, Slack, User
from tests.stories.desks import persist
from tests.stories.roundups.mornings import ANGELES, GAZETTE, OSLO, STRIKE, Hours, Office

pytestmark = pytest.mark.usefixtures("waiting")


async def test_two_workers(office: Office, hours: Hours, maria: User) -> None:
    """Both wake up at eight, and each hands the note to itself."""
    other = Office(office.slack, office.newsdesk, office.store, hours)
    hours.set("2026-03-03T08:00")
    for each in (office, other):
        await each.clockwork.tick()
    assert other.queue.notes == {}, "they look at the same list"
    other.queue.notes = dict(office.queue.notes)
    await asyncio.gather(office.work(), other.work())
    assert len(office.roundups(maria)) == 1


async def test_two_clocks_in_the_same_moment(office: Office, hours: Hours, maria: User) -> None:
    """Both find it due: it is one note, by its key."""
    other = Office(office.slack, office.newsdesk, office.store, hours, office.queue)
    hours.set("2026-03-03T08:00")
    await asyncio.gather(office.clockwork.tick(), other.clockwork.tick())
    [key] = office.queue.notes
    assert key == f"{office.team}:{maria.id}:roundup:daily:2026-03-03"
    await office.work()
    assert len(office.roundups(maria)) == 1


async def test_an_answer_of_slack_that_is_lost(office: Office, hours: Hours, slack: Slack, maria: User) -> None:
    """Killed between post and record comes to the same: whoever does it again finds the message in the conversation."""
    slack.fail("chat.postMessage", drop="after")
    hours.set("2026-03-03T08:00")
    await office.clockwork.tick()
    [note] = office.queue.notes.values()
    assert await persist(office.desk, note) == 1
    other = Office(slack, office.newsdesk, office.store, hours)
    await other.desk.handle(replace(note, key=f"{note.key}x"))
    assert len(office.roundups(maria)) == 1
    assert await office.store.pending(office.team, maria.id, "daily", hours()) == ()


async def test_a_crash_in_the_evening(office: Office, hours: Hours, slack: Slack, maria: User) -> None:
    """What was posted, but not written down, is found at night, and is not told again in the morning."""
    slack.fail("chat.postMessage", drop="after")
    hours.set("2026-03-03T23:59")
    await office.clockwork.tick()
    [note] = office.queue.notes.values()
    with pytest.raises(ClientError):
        await office.desk.handle(note)
    hours.set("2026-03-04T03:00")
    await office.desk.handle(note)
    hours.set("2026-03-04T08:00")
    await office.clockwork.tick()
    assert len(office.roundups(maria)) == 1


@pytest.mark.parametrize("changes", ["2026-03-29", "2026-10-25"])
async def test_a_change_of_the_clocks(office: Office, hours: Hours, maria: User, news: Channel, changes: str) -> None:
    """One on that day, and at eight by the new time."""
    hours.set("2026-03-03T08:00")
    await office.tick()
    day = datetime.fromisoformat(changes)
    post = await office.digest(news, "Port strike", STRIKE, GAZETTE)
    await office.put_by(maria.id, f"{day - timedelta(hours=4):%Y-%m-%dT%H:%M}", post)
    hours.set(f"{day - timedelta(hours=3):%Y-%m-%dT%H:%M}")
    seen = []
    for _ in range(6 * 26):  # every ten minutes, until the evening of the day after
        before = len(office.roundups(maria))
        await office.tick()
        seen += [datetime.fromtimestamp(hours(), ZoneInfo(OSLO))] * (len(office.roundups(maria)) - before)
        hours.now += 600
    assert [f"{moment:%Y-%m-%d %H:%M}" for moment in seen] == [f"{changes} 08:00"]


async def test_a_night_of_down_time(office: Office, hours: Hours, maria: User, news: Channel) -> None:
    """Nobody at work until half past nine: then one, with all that waited."""
    await office.put_by(maria.id, "2026-03-02T22:00", await office.digest(news, "Port strike", STRIKE, GAZETTE))
    for moment in ("09:30", "09:31", "12:00"):
        hours.set(f"2026-03-03T{moment}")
        await office.tick()
    [message] = office.roundups(maria)
    assert "2 stories · Tue 3 Mar" in message.shown


async def test_a_whole_day_of_down_time(office: Office, hours: Hours, maria: User) -> None:
    """Back at three in the night: nobody is woken, and what was missed comes with the next morning's."""
    hours.set("2026-03-04T03:00")
    await office.tick()
    assert office.roundups(maria) == []
    hours.set("2026-03-04T08:00")
    await office.tick()
    [message] = office.roundups(maria)
    assert "Wed 4 Mar" in message.shown


async def test_nobody_at_work_after_it_was_queued(office: Office, hours: Hours, maria: User) -> None:
    """Taken up at three in the night it waits until eight, and leaves its articles to that morning's."""
    hours.set("2026-03-03T08:00")
    await office.clockwork.tick()
    [note] = office.queue.notes.values()
    hours.set("2026-03-04T03:00")
    with pytest.raises(Later) as put_off:
        await office.desk.handle(note)
    assert put_off.value.seconds == 5 * 3600
    hours.set("2026-03-04T08:00")
    await office.desk.handle(note)
    assert office.roundups(maria) == []
    await office.clockwork.tick()
    await office.persist(f"{office.team}:{maria.id}:roundup:daily:2026-03-04")
    assert len(office.roundups(maria)) == 1


async def test_a_reader_who_has_flown(office: Office, hours: Hours, maria: User, store: Store) -> None:
    """To Los Angeles: the time of its eight o'clock counts as soon as the profile is asked again."""
    await office.tick()
    maria.tz = ANGELES
    hours.set("2026-03-03T08:00", OSLO)
    await store._redis.delete(*await store._redis.keys("*:zone:*"))
    await office.tick()
    assert office.roundups(maria) == []
    hours.set("2026-03-03T08:00", ANGELES)
    await office.tick()
    assert len(office.roundups(maria)) == 1
