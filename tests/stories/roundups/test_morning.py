"""Roundups: at eight where the reader lives, by event, the newest first; nothing when there is nothing."""

from __future__ import annotations

from bot.model import Subscription
from tests.fakes.slack import Channel, Slack, User
from tests.stories.roundups.mornings import ANGELES, AUCKLAND, FERRY, GAZETTE, MOYALE, STRIKE, WIRE, Hours, Office

POST = "https://www.post.example/kenya"


async def test_a_morning(office: Office, hours: Hours, maria: User, news: Channel) -> None:
    """Nothing before eight; at eight one message with headline, reason, outlet and a link; and no second one."""
    await office.follows(maria)
    post = await office.digest(news, "Moyale crossing reopens", MOYALE, WIRE)
    await office.put_by(maria.id, "2026-03-02T20:00", post)
    await office.tick()
    hours.set("2026-03-03T07:59")
    await office.tick()
    assert office.roundups(maria) == []
    hours.set("2026-03-03T08:01")
    await office.tick()
    [message] = office.roundups(maria)
    assert message.shown.splitlines()[0] == "Daily roundup: one story · Tue 3 Mar 2026"
    for words in ("Moyale crossing reopens", "🇰🇪 Kenya is an actor", "1 article from wire.example", "open the digest"):
        assert words in message.shown
    link = f"https://acme.slack.com/archives/{news.id}/p{post.ts.replace('.', '')}?thread_ts={post.thread}"
    assert link.replace("&", "&amp;") in str(message.blocks)
    assert message.unfurl == (False, False)
    hours.set("2026-03-03T12:00")
    await office.tick()
    hours.set("2026-03-04T08:01")
    await office.tick()
    assert office.roundups(maria) == [message]
    assert await office.store.told(office.team, [maria.id], MOYALE) == {maria.id}
    assert not await office.store.claim_told(office.team, maria.id, MOYALE, f"{office.team}:{maria.id}:another")


async def test_by_event_the_newest_first(office: Office, hours: Hours, maria: User, news: Channel) -> None:
    """Articles of one event are one entry, with how many they are and from how many outlets, under the latest one."""
    await office.follows(maria, *(Subscription(maria.id, code, pace="daily") for code in ("KE", "ET")))
    for url, headline in ((WIRE, "Crossing reopens"), (GAZETTE, "Border open"), (POST, "Lorries roll at Moyale")):
        post = await office.digest(news, headline, MOYALE, url)
        await office.put_by(maria.id, "2026-03-02T20:00", post, role="mentioned")
    ferry = await office.digest(news, "Ferry sinks off Lamu", FERRY, None)
    await office.put_by(maria.id, "2026-03-02T21:00", ferry, country="ET", role=None)
    strike = await office.digest(news, "Port strike ends", STRIKE, f"{GAZETTE}/strike")
    await office.put_by(maria.id, "2026-03-02T19:00", strike, role="location")
    hours.set("2026-03-03T08:00")
    await office.tick()
    [message] = office.roundups(maria)
    paragraphs = [block["text"]["text"] for block in message.blocks if block["type"] == "section"]
    assert [each.splitlines()[0] for each in paragraphs] == [
        "*Ferry sinks off Lamu*",
        "*Lorries roll at Moyale*",
        "*Port strike ends*",
    ]
    assert paragraphs[0].splitlines()[1].startswith("🇪🇹 Ethiopia · 1 article · <")
    assert "🇰🇪 Kenya is what it is about · 3 articles from 3 outlets" in paragraphs[1]
    assert "Kenya is where it happens · 1 article from gazette.example" in paragraphs[2]
    assert message.text.startswith("Daily roundup: 3 stories")
    asked_there = await office.store.digests(office.team, message.channel, message.ts)
    assert [digest.headline for digest in asked_there] == ["Port strike ends", "Lorries roll at Moyale", ferry.headline]


async def test_what_came_after_eight_is_tomorrows(office: Office, hours: Hours, maria: User, news: Channel) -> None:
    """Also when the worker is late."""
    await office.follows(maria)
    for number, (story, at) in enumerate(((FERRY, "2026-03-03T07:59"), (STRIKE, "2026-03-03T08:05"))):
        post = await office.digest(news, f"Story {number}", story, f"https://wire.example/{number}")
        await office.put_by(maria.id, at, post)
    hours.set("2026-03-03T09:00")
    await office.tick()
    hours.set("2026-03-03T18:00")
    await office.tick()
    [first] = office.roundups(maria)
    hours.set("2026-03-04T08:00")
    await office.tick()
    assert ["Story 0" in first.shown, "Story 1" in first.shown] == [True, False]
    assert [("Story 0" in each.shown, "Story 1" in each.shown) for each in office.roundups(maria)[1:]] == [
        (False, True)
    ]


async def test_eight_where_the_reader_lives(office: Office, hours: Hours, slack: Slack, news: Channel) -> None:
    """Auckland has its Tuesday first; when it is eight in Los Angeles, it is still Tuesday there."""
    readers = {zone: slack.person(zone, tz=zone) for zone in (AUCKLAND, ANGELES)}
    post = await office.digest(news, "Moyale crossing reopens", MOYALE, WIRE)
    for reader in readers.values():
        await office.follows(reader)
        await office.put_by(reader.id, "2026-03-02T18:00", post)
    seen = []
    for moment, zone in (
        ("2026-03-03T07:59", AUCKLAND),
        ("2026-03-03T08:00", AUCKLAND),
        ("2026-03-03T07:59", ANGELES),
        ("2026-03-03T08:00", ANGELES),
    ):
        hours.set(moment, zone)
        await office.tick()
        seen.append([len(office.roundups(reader)) for reader in readers.values()])
    assert seen == [[0, 0], [1, 0], [1, 0], [1, 1]]
    assert all("Tue 3 Mar 2026" in office.roundups(reader)[0].shown for reader in readers.values())


async def test_weekly_is_mondays(office: Office, hours: Hours, maria: User, news: Channel) -> None:
    """Whatever day it is put by; on no other day."""
    await office.follows(maria, Subscription(maria.id, "KE", pace="weekly"))
    post = await office.digest(news, "Moyale crossing reopens", MOYALE, WIRE)
    await office.put_by(maria.id, "2026-03-04T12:00", post, pace="weekly")
    for day in ("2026-03-04T12:01", "2026-03-05T08:00", "2026-03-08T08:00", "2026-03-09T07:59"):
        hours.set(day)
        await office.tick()
    assert office.roundups(maria) == []
    hours.set("2026-03-09T08:00")
    await office.tick()
    hours.set("2026-03-10T08:00")
    await office.tick()
    [message] = office.roundups(maria)
    assert message.shown.startswith("Weekly roundup: one story · Mon 9 Mar 2026")


async def test_a_channel_has_the_mornings_of_whoever_subscribed_it(
    office: Office, hours: Hours, slack: Slack, news: Channel
) -> None:
    """And UTC where nobody is known to have."""
    kiri, other = slack.person("kiri", tz=AUCKLAND), slack.channel("other", slack.person("ben"))
    team = slack.channel("team", kiri)
    await office.follows(team, Subscription(team.id, "KE", pace="daily", by=kiri.id))
    await office.follows(other)
    post = await office.digest(news, "Moyale crossing reopens", MOYALE, WIRE)
    for channel in (team, other):
        await office.put_by(channel.id, "2026-03-02T18:00", post)
    hours.set("2026-03-03T08:00", AUCKLAND)
    await office.tick()
    assert [len(slack.posts(channel)) for channel in (team, other)] == [1, 0]
    hours.set("2026-03-03T08:00", "UTC")
    await office.tick()
    assert [len(slack.posts(channel)) for channel in (team, other)] == [1, 1]
