"""Readers who can't be told, and messages that Slack does not take."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from aiohttp import ClientError

from bot.storage.memory import Client
from tests.fakes.slack import Channel, Slack, User
from tests.stories.followers import LINK, TITLE, Newsroom, article, newsroom_in


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
async def jens(slack: Slack, room: Newsroom) -> User:
    """Who follows."""
    user = slack.person("jens")
    await room.follows(user)
    return user


@pytest.fixture
def desk(slack: Slack, maria: User) -> Channel:
    """A public channel of Maria's."""
    return slack.channel("desk", maria)


async def test_an_account_that_was_closed_meanwhile_follows_nothing(
    room: Newsroom, maria: User, jens: User, desk: Channel
) -> None:
    """They are told of nothing any more, and nothing is kept of them."""
    await room.follows(jens, "FR")
    await room.spread(maria, desk)
    jens.deleted = True
    await room.work()
    assert await room.store.following(jens.team, jens.id) == ()
    assert await room.store.readers(jens.team) == ()


async def test_an_account_that_was_closed_between_two_attempts(
    room: Newsroom, slack: Slack, maria: User, jens: User, desk: Channel
) -> None:
    """There is no conversation to look through any more, and nobody to tell."""
    await room.spread(maria, desk)
    [note] = room.queue.notes.values()
    slack.fail("chat.postMessage", drop="before")
    with pytest.raises(ClientError):
        await room.desk.handle(note)
    jens.deleted = True
    room.clock.now += 1
    await room.desk.handle(note)
    assert not room.letters(jens)
    assert await room.store.following(jens.team, jens.id) == ()


async def test_an_archived_channel_follows_nothing(room: Newsroom, slack: Slack, maria: User, desk: Channel) -> None:
    """Nobody reads there."""
    other = slack.channel("other", maria)
    await room.follows(other)
    other.archived = True
    assert await room.told(maria, desk) == []
    assert await room.store.following(other.team, other.id) == ()


async def test_a_channel_that_the_bot_left_is_told_when_it_is_back(
    room: Newsroom, slack: Slack, maria: User, desk: Channel
) -> None:
    """It follows on: somebody may invite the bot again. The story is told then, with its next article."""
    other = slack.channel("other", maria)
    await room.follows(other)
    other.members.remove(slack.bot().id)
    assert await room.told(maria, desk) == []
    assert len(await room.store.following(other.team, other.id)) == 1
    slack.invite(maria, other)
    assert await room.told(maria, desk, article(link=f"{LINK}/2")) == ["#other"]


@pytest.mark.parametrize("error", ["account_inactive", "token_revoked", "missing_scope", "channel_not_found"])
async def test_trouble_with_the_token_is_no_fault_of_the_reader(
    room: Newsroom, maria: User, jens: User, desk: Channel, error: str
) -> None:
    """An admin may put it in order: they follow on."""
    await room.spread(maria, desk)
    room.slack.fail("chat.postMessage", error=error)
    await room.work()
    assert not room.letters(jens)
    assert len(await room.store.following(jens.team, jens.id)) == 1
    assert await room.told(maria, desk, article(link=f"{LINK}/2")) == ["jens"]


async def test_a_reader_whom_slack_does_not_know(
    room: Newsroom, slack: Slack, maria: User, jens: User, desk: Channel
) -> None:
    """A post says only that there is no such channel; asked about the person, Slack is plainer."""
    await room.spread(maria, desk)
    slack.fail("chat.postMessage", error="channel_not_found")
    slack.fail("conversations.open", error="user_not_found")
    await room.work()
    assert await room.store.following(jens.team, jens.id) == ()


async def test_blocks_that_slack_refuses(room: Newsroom, slack: Slack, maria: User, jens: User, desk: Channel) -> None:
    """The same in plain words, with the way to the thread."""
    await room.spread(maria, desk)
    slack.fail("chat.postMessage", error="invalid_blocks")
    await room.work()
    [told] = room.letters(jens)
    assert not told.blocks
    assert TITLE in told.text
    assert "|open the digest>" in told.text


async def test_a_post_that_fails_is_tried_again(
    room: Newsroom, slack: Slack, maria: User, jens: User, desk: Channel
) -> None:
    """Whatever it was has passed."""
    await room.spread(maria, desk)
    [note] = room.queue.notes.values()
    slack.fail("chat.postMessage", error="internal_error")
    slack.fail("chat.getPermalink", error="internal_error")
    for _ in range(2):
        with pytest.raises(Exception, match="internal_error"):
            await room.desk.handle(note)
    room.clock.now += 1
    await room.desk.handle(note)
    assert len(room.letters(jens)) == 1


async def test_what_is_told_can_be_asked_about(room: Newsroom, maria: User, jens: User, desk: Channel) -> None:
    """The message is remembered with its article, in the direct messages and in its thread."""
    await room.told(maria, desk)
    [told] = room.letters(jens)
    [known] = await room.store.digests(jens.team, told.channel, told.ts)
    assert (known.identity, known.headline, known.url) == (LINK, TITLE, LINK)
    assert await room.store.digests(jens.team, told.channel) == (known,)
