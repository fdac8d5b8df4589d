"""Peace from the messages that tell of an article: each can be snoozed and muted where it stands."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from bot.storage.memory import Client
from tests.fakes.slack import Channel, Slack, User
from tests.stories.followers import NOON, Clock, Newsroom, article, newsroom_in
from tests.stories.orders import pressed, said

HOUR, DAY = 3600.0, 86_400.0


@pytest.fixture
def clock() -> Clock:
    """Set to a noon."""
    return Clock()


@pytest.fixture
async def room(slack: Slack, redis: Client, clock: Clock) -> AsyncIterator[Newsroom]:
    """A worker."""
    async with newsroom_in(slack, redis, clock) as worker:
        yield worker


@pytest.fixture
def maria(slack: Slack) -> User:
    """Who shares what she reads."""
    return slack.person("maria")


@pytest.fixture
def jens(slack: Slack) -> User:
    """Who follows."""
    return slack.person("jens")


@pytest.fixture
def desk(slack: Slack, maria: User) -> Channel:
    """Where she shares it."""
    return slack.channel("desk", maria)


@pytest.mark.parametrize("days", [1, 7])
async def test_snoozed_for_so_long(room: Newsroom, maria: User, jens: User, desk: Channel, days: int) -> None:
    """Nothing comes until it is over; what comes then is told."""
    await room.follows(jens)
    assert await room.told(maria, desk, story="s1") == ["jens"]
    [letter] = room.letters(jens)
    before = letter.shown
    length = "a day" if days == 1 else "a week"
    answer = await said(room, pressed(room.slack, jens, letter, f"Snooze {length}"))
    assert answer.shown.startswith(f"You are told nothing about 🇰🇵 North Korea for {length}.")
    assert letter.shown == before
    room.clock.at(NOON + days * DAY - HOUR)
    assert await room.told(maria, desk, article(link="https://wire.example/2"), story="s2") == []
    room.clock.at(NOON + days * DAY + HOUR)
    assert await room.told(maria, desk, article(link="https://wire.example/3"), story="s3") == ["jens"]


async def test_awake_at_once(room: Newsroom, maria: User, jens: User, desk: Channel) -> None:
    """By the button in the answer."""
    await room.follows(jens)
    await room.told(maria, desk, story="s1")
    answer = await said(room, pressed(room.slack, jens, room.letters(jens)[0], "Snooze a week"))
    answer = await said(room, pressed(room.slack, jens, answer, "Wake it"))
    assert answer.shown == "You are told of 🇰🇵 North Korea again."
    assert await room.told(maria, desk, article(link="https://wire.example/2"), story="s2") == ["jens"]


async def test_muted_until_unmuted(room: Newsroom, maria: User, jens: User, desk: Channel, clock: Clock) -> None:
    """However long that is."""
    await room.follows(jens)
    await room.told(maria, desk, story="s1")
    answer = await said(room, pressed(room.slack, jens, room.letters(jens)[0], "Mute"))
    clock.at(NOON + 20 * DAY)
    assert await room.told(maria, desk, article(link="https://wire.example/2"), story="s2") == []
    await said(room, pressed(room.slack, jens, answer, "Unmute"))
    assert await room.told(maria, desk, article(link="https://wire.example/3"), story="s3") == ["jens"]


async def test_a_channels_message_is_muted_by_its_members(
    room: Newsroom, maria: User, jens: User, desk: Channel
) -> None:
    """For the channel; whoever only looks at it changes nothing."""
    news = room.slack.channel("news", jens)
    await room.follows(news)
    assert await room.told(maria, desk, story="s1") == ["#news"]
    [letter] = room.slack.posts(news)
    stranger = await said(room, pressed(room.slack, maria, letter, "Mute"))
    assert stranger.shown.startswith(f"Only a member of <#{news.id}>")
    answer = await said(room, pressed(room.slack, jens, letter, "Mute"))
    assert answer.shown.startswith(f"<#{news.id}> is told nothing more about 🇰🇵 North Korea")
    assert await room.told(maria, desk, article(link="https://wire.example/2"), story="s2") == []


async def test_what_is_unfollowed_while_it_waits_is_not_told(
    room: Newsroom, maria: User, jens: User, desk: Channel
) -> None:
    """The message was queued already."""
    await room.follows(jens)
    await room.spread(maria, desk)
    note = next(iter(room.queue.notes.values()))
    assert note.tip
    assert note.tip.reader == jens.id
    await room.store.unfollow(jens.team, jens.id, "KP")
    await room.work()
    assert room.letters(jens) == []


async def test_a_press_in_the_same_moment_is_one(room: Newsroom, maria: User, jens: User, desk: Channel) -> None:
    """Slack brings it again, and it is answered once; another press is another one."""
    await room.follows(jens)
    await room.told(maria, desk)
    note = pressed(room.slack, jens, room.letters(jens)[0], "Mute")
    await room.desk.handle(note)
    await room.desk.handle(note)
    assert len(room.slack.ephemeral(jens)) == 1
    await room.desk.handle(replace(note, key=f"{note.key}2"))
    assert len(room.slack.ephemeral(jens)) == 2
