"""Who wants to hear once a day or once a week: the article waits for their roundup, for whomever it may be told to."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bot.model import Pace
from bot.storage.codec import Waiting
from bot.storage.memory import Client
from tests.fakes.slack import Slack, User
from tests.stories.followers import LINK, Newsroom, article, country, newsroom_in


@pytest.fixture
async def room(slack: Slack, redis: Client) -> AsyncIterator[Newsroom]:
    """A worker."""
    async with newsroom_in(slack, redis) as worker:
        yield worker


@pytest.fixture
def maria(slack: Slack) -> User:
    """Who shares what she reads."""
    return slack.person("maria")


@pytest.fixture
def jens(slack: Slack) -> User:
    """Who follows."""
    return slack.person("jens")


async def waiting(room: Newsroom, reader: User, pace: Pace = "daily") -> list[str]:
    """The articles that wait for a reader's roundup, the newest first."""
    return [each.identity for each in await room.store.pending(reader.team, reader.id, pace, room.clock.now)]


@pytest.mark.parametrize("pace", ["daily", "weekly"])
async def test_it_waits_and_nobody_is_disturbed(
    room: Newsroom, slack: Slack, maria: User, jens: User, pace: Pace
) -> None:
    """With the country, the role, the story and the time; the second article of the story, too."""
    desk = slack.channel("desk", maria)
    await room.follows(jens, pace=pace)
    first = await room.spread(maria, desk, article(country(role="target")))
    room.clock.now += 60
    assert await room.told(maria, desk, article(link=f"{LINK}/2")) == []
    assert await waiting(room, jens, pace) == [f"{LINK}/2", LINK]
    [_, told] = await room.store.pending(jens.team, jens.id, pace, room.clock.now)
    assert told == Waiting("KP", "s1", LINK, room.clock.now - 60, "target")
    await room.desk.handle(first)
    assert len(await waiting(room, jens, pace)) == 2


async def test_what_waits_was_seen_by_the_same_rules(room: Newsroom, slack: Slack, maria: User, jens: User) -> None:
    """Nothing from channels that the reader can't see, nothing muted, nothing of one's own or known already."""
    secret, desk = slack.channel("secret", maria, private=True), slack.channel("desk", maria, jens)
    await room.follows(jens, pace="daily")
    await room.spread(maria, secret)
    await room.spread(jens, desk, article(link=f"{LINK}/own"), "s2")
    await room.store.mark_told(jens.team, jens.id, "s3")
    await room.spread(maria, desk, article(link=f"{LINK}/known"), "s3")
    await room.store.mute(jens.team, jens.id, "KP")
    await room.spread(maria, desk, article(link=f"{LINK}/muted"), "s4")
    assert await waiting(room, jens) == []


async def test_the_fastest_pace_counts(room: Newsroom, slack: Slack, maria: User, jens: User) -> None:
    """Of several countries of one reader: told at once, it waits for no roundup."""
    await room.follows(jens, "KP", pace="weekly")
    await room.follows(jens, "KR")
    known = article(country("KP"), country("KR", salience=0.6))
    assert await room.told(maria, slack.channel("desk", maria), known) == ["jens"]
    assert await waiting(room, jens, "weekly") == []
