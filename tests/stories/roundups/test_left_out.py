"""What a roundup leaves out: whatever the reader would not want to hear, or may not, or knows already."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.model import Post, Subscription
from bot.storage.memory import Client
from tests.fakes.slack import Channel, Slack, User
from tests.stories.roundups.mornings import FERRY, GAZETTE, MOYALE, STRIKE, WIRE, Hours, Office

EVENING = "2026-03-02T20:00"


@pytest.fixture
async def moyale(office: Office, maria: User, news: Channel) -> Post:
    """An article about Kenya that waits for Maria."""
    await office.follows(maria)
    post = await office.digest(news, "Moyale crossing reopens", MOYALE, WIRE)
    await office.put_by(maria.id, EVENING, post)
    return post


async def headlines(office: Office, hours: Hours, reader: User, *days: str) -> list[list[str]]:
    """What each message says that a reader has got after the mornings of these days."""
    for day in days:
        hours.set(f"{day}T08:00")
        await office.tick()
    posts = office.roundups(reader)
    return [
        [block["text"]["text"].splitlines()[0].strip("*") for block in post.blocks if block["type"] == "section"]
        for post in posts
    ]


async def test_nothing_when_nothing_waited(office: Office, hours: Hours, slack: Slack, maria: User) -> None:
    """Not even a question to Slack."""
    await office.follows(maria)
    assert await headlines(office, hours, maria, "2026-03-03", "2026-03-04", "2026-03-09") == []
    assert slack.calls() == []


async def test_a_deleted_digest(office: Office, hours: Hours, maria: User, news: Channel, moyale: Post) -> None:
    """One that was taken back is not told, and nothing is said when nothing is left; later ones are."""
    await office.store.retract(office.team, MOYALE, news.id, moyale.ts)
    assert await headlines(office, hours, maria, "2026-03-03") == []
    again = await office.digest(news, "Border is open", MOYALE, GAZETTE)
    await office.put_by(maria.id, "2026-03-03T12:00", again)
    assert await headlines(office, hours, maria, "2026-03-04") == [["Border is open"]]


async def test_a_digest_in_whose_place_another_stands(office: Office, hours: Hours, maria: User, moyale: Post) -> None:
    """The message was edited: its first article is not told any more."""
    where = (office.team, moyale.channel, str(moyale.thread))
    await office.store.record(*where, replace(moyale, identity=GAZETTE, headline="Ferry sinks"))
    await office.store.drop(*where, moyale)
    assert await headlines(office, hours, maria, "2026-03-03") == []


async def test_a_digest_that_somebody_deleted_by_hand(
    office: Office, hours: Hours, maria: User, news: Channel, moyale: Post
) -> None:
    """Slack knows; of two digests of the event, the one that stands is linked."""
    await office.put_by(maria.id, EVENING, await office.digest(news, "Border is open", MOYALE, GAZETTE))
    [late] = [post for post in office.slack.posts(news) if post.text == "Border is open"]
    office.slack.delete(late)
    assert await headlines(office, hours, maria, "2026-03-03") == [["Moyale crossing reopens"]]
    assert "1 article from wire.example" in office.roundups(maria)[0].shown
    assert moyale.ts.replace(".", "") in str(office.roundups(maria)[0].blocks)


async def test_a_private_channel_that_was_left(
    office: Office, hours: Hours, slack: Slack, maria: User, moyale: Post
) -> None:
    """What stands there is not told any more, nor counted; whoever is in it yet is told."""
    ben = slack.person("ben", tz="Europe/Oslo")
    desk = slack.channel("desk", maria, ben, private=True)
    secret = await office.digest(desk, "Ferry sinks off Lamu", FERRY, GAZETTE)
    more = await office.digest(desk, "Lorries roll", MOYALE, "https://post.example/lorries")
    await office.follows(ben)
    for reader in (maria, ben):
        await office.put_by(reader.id, EVENING, more)
        await office.put_by(reader.id, "2026-03-02T20:30", secret)
    desk.members.discard(maria.id)
    assert await headlines(office, hours, maria, "2026-03-03") == [["Moyale crossing reopens"]]
    assert "1 article from wire.example" in office.roundups(maria)[0].shown
    assert await headlines(office, hours, ben) == [["Ferry sinks off Lamu", "Lorries roll"]]
    assert "2 articles from post.example and wire.example" in office.roundups(ben)[0].shown
    assert moyale in office.stories


async def test_a_guest_hears_of_the_channels_that_they_are_in(office: Office, hours: Hours, slack: Slack) -> None:
    """Of an event with articles in several channels only theirs are counted and linked, however public the others."""
    gus = slack.person("gus", tz="Europe/Oslo", guest=True)
    await office.follows(gus)
    theirs = await office.digest(slack.channel("theirs", gus), "Moyale crossing reopens", MOYALE, WIRE)
    await office.digest(slack.channel("open"), "Border is open", MOYALE, GAZETTE)
    await office.put_by(gus.id, EVENING, theirs)
    assert await headlines(office, hours, gus, "2026-03-03") == [["Moyale crossing reopens"]]
    assert "1 article from wire.example" in office.roundups(gus)[0].shown


async def test_what_is_no_longer_wanted(office: Office, hours: Hours, maria: User, moyale: Post) -> None:
    """Unfollowed or muted before eight: it is let go, for good."""
    ferry = await office.digest(await _channel(office, moyale), "Ferry sinks", FERRY, GAZETTE)
    await office.follows(maria, Subscription(maria.id, "ET", pace="daily"))
    await office.put_by(maria.id, EVENING, ferry, country="ET")
    await office.store.unfollow(office.team, maria.id, "KE")
    await office.store.mute(office.team, maria.id, "ET")
    assert await headlines(office, hours, maria, "2026-03-03") == []
    await office.follows(maria)
    await office.store.unmute(office.team, maria.id, "ET")
    assert await headlines(office, hours, maria, "2026-03-04") == []


async def test_a_role_that_is_wanted_no_more(office: Office, hours: Hours, maria: User, moyale: Post) -> None:
    """Whoever wants to hear only of what Kenya does is not told of what happens in it."""
    ferry = await office.digest(await _channel(office, moyale), "Ferry sinks", FERRY, GAZETTE)
    await office.put_by(maria.id, EVENING, ferry, role="location")
    await office.follows(maria, Subscription(maria.id, "KE", "actor", "daily"))
    assert await headlines(office, hours, maria, "2026-03-03") == [["Moyale crossing reopens"]]


async def test_snoozed_until_later(office: Office, hours: Hours, maria: User, moyale: Post) -> None:
    """It waits, and comes with the first roundup after."""
    await office.store.snooze(office.team, maria.id, "KE", "2026-03-05T09:00:00+01:00")
    assert await headlines(office, hours, maria, "2026-03-03", "2026-03-04", "2026-03-05") == []
    assert await headlines(office, hours, maria, "2026-03-06", "2026-03-07") == [[moyale.headline]]


async def test_what_was_snoozed_makes_no_second_roundup(
    office: Office, hours: Hours, maria: User, news: Channel, redis: Client
) -> None:
    """A weekly one was sent on Monday: what woke up on Tuesday waits for the next, however long ago that was done."""
    countries = {"KE": "Moyale crossing reopens", "ET": "Ferry sinks"}
    for number, (code, headline) in enumerate(countries.items()):
        await office.follows(maria, Subscription(maria.id, code, pace="weekly"))
        post = await office.digest(news, headline, f"story-{number}", f"https://wire.example/{number}")
        await office.put_by(maria.id, "2026-03-07T12:00", post, country=code, pace="weekly")
    await office.store.snooze(office.team, maria.id, "ET", "2026-03-10T07:00:00+01:00")
    for day in range(9, 16):
        assert await headlines(office, hours, maria, f"2026-03-{day:02}") == [[countries["KE"]]]
        await redis.delete(*await redis.keys("*:handled:*"))
    assert await headlines(office, hours, maria, "2026-03-16") == [[countries["KE"]], [countries["ET"]]]


async def test_a_story_that_was_told_meanwhile(office: Office, hours: Hours, maria: User, moyale: Post) -> None:
    """At once, for another country; the rest is told."""
    strike = await office.digest(await _channel(office, moyale), "Port strike", STRIKE, GAZETTE)
    await office.put_by(maria.id, EVENING, strike)
    await office.store.mark_told(office.team, maria.id, MOYALE)
    assert await headlines(office, hours, maria, "2026-03-03") == [["Port strike"]]


async def test_a_story_is_told_once(office: Office, hours: Hours, maria: User, moyale: Post) -> None:
    """The next article about it makes no second entry on the next day."""
    channel = await _channel(office, moyale)
    assert await headlines(office, hours, maria, "2026-03-03") == [[moyale.headline]]
    await office.put_by(maria.id, "2026-03-03T12:00", await office.digest(channel, "Border open", MOYALE, GAZETTE))
    assert await headlines(office, hours, maria, "2026-03-04") == [[moyale.headline]]


async def test_more_than_a_message_holds(office: Office, hours: Hours, maria: User, news: Channel) -> None:
    """The newest twenty, and how many more there are, which are not told again."""
    await office.follows(maria)
    for number in range(32):
        post = await office.digest(news, f"Story {number}", f"story-{number}", f"https://wire.example/{number}")
        await office.put_by(maria.id, f"2026-03-02T19:{number:02}", post)
    [told] = await headlines(office, hours, maria, "2026-03-03", "2026-03-04")
    assert told == [f"Story {number}" for number in range(31, 11, -1)]
    assert "… and 12 more" in office.roundups(maria)[0].shown


async def _channel(office: Office, post: Post) -> Channel:
    """The channel of a digest."""
    return office.slack.world.channels[post.channel]
