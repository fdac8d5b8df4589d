"""Nobody is told of what stands in a channel that they can't see."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from slack_sdk.errors import SlackApiError

from bot.errors import Later
from bot.storage.memory import Client
from tests.fakes.slack import Channel, Slack, User
from tests.stories.followers import LINK, Newsroom, article, newsroom_in


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
    """Who follows, and is in no channel."""
    user = slack.person("jens")
    await room.follows(user)
    return user


@pytest.fixture
def desk(slack: Slack, maria: User) -> Channel:
    """A public channel of Maria's."""
    return slack.channel("desk", maria)


async def test_a_private_channel_is_told_to_its_members(room: Newsroom, slack: Slack, maria: User, jens: User) -> None:
    """And to no channel, not even one with the same members."""
    noor = slack.person("noor")
    await room.follows(noor)
    await room.follows(slack.channel("other", maria, noor))
    assert jens.id
    assert await room.told(maria, slack.channel("secret", maria, noor, private=True)) == ["noor"]


async def test_a_group_message_is_told_to_its_members(room: Newsroom, slack: Slack, maria: User, jens: User) -> None:
    """As in a private channel."""
    noor = slack.person("noor")
    await room.follows(noor)
    slack.home.scopes.add("mpim:read")
    group = slack.world.open_channel(maria.team, "mpdm", "mpim", {maria.id, noor.id, slack.bot().id})
    assert jens.id
    assert await room.told(maria, group) == ["noor"]


@pytest.mark.usefixtures("jens")
async def test_a_direct_message_with_the_bot_is_told_to_nobody(room: Newsroom, slack: Slack, maria: User) -> None:
    """Slack isn't even asked."""
    assert await room.told(maria, slack.direct(maria)) == []
    assert not slack.calls("conversations.info")


async def test_a_guest_is_told_of_the_channels_that_they_are_in(
    room: Newsroom, slack: Slack, maria: User, desk: Channel
) -> None:
    """However few or many follow."""
    gus = slack.person("gus", guest=True)
    await room.follows(gus)
    assert await room.told(maria, desk) == []
    assert await room.told(maria, slack.channel("open", maria, gus), story="s2") == ["gus"]
    for number in range(5):
        await room.follows(slack.person(f"guest-{number}", guest=True))
    assert await room.told(maria, desk, story="s3") == []
    assert await room.told(maria, slack.channel("hall", maria, gus), story="s4") == ["gus"]


@pytest.mark.usefixtures("jens")
async def test_a_closed_account_is_not_told(room: Newsroom, slack: Slack, maria: User, desk: Channel) -> None:
    """And follows nothing any more."""
    gone = slack.person("gone")
    gone.deleted = True
    await room.follows(gone)
    assert await room.told(maria, desk) == ["jens"]
    assert await room.store.following(gone.team, gone.id) == ()
    assert not slack.calls("conversations.open"), "nobody has tried"


async def test_a_channel_shared_with_others_is_not_told(
    room: Newsroom, slack: Slack, maria: User, desk: Channel
) -> None:
    """What people of another company read there is the company's own."""
    joint = slack.channel("joint", maria, shared=True)
    await room.follows(joint)
    assert await room.told(maria, desk) == []
    joint.shared = False
    async with newsroom_in(slack, room.store._redis, room.clock) as later:  # which has not asked before
        assert await later.told(maria, desk, story="s2") == ["#joint"]


async def test_somebody_of_another_company_is_not_told(
    room: Newsroom, slack: Slack, maria: User, desk: Channel
) -> None:
    """They may have followed in a channel that is shared."""
    stranger = slack.person("stranger")
    await room.follows(stranger)
    stranger.team = slack.install("Beta").id
    assert await room.told(maria, desk) == []


@pytest.mark.usefixtures("jens")
@pytest.mark.parametrize("scope", ["channels:read", "users:read"])
async def test_what_slack_does_not_say_counts_as_unseen(
    room: Newsroom, slack: Slack, maria: User, desk: Channel, scope: str
) -> None:
    """A scope that an admin took away."""
    slack.home.scopes.remove(scope)
    assert await room.told(maria, desk) == []


@pytest.mark.usefixtures("jens")
@pytest.mark.parametrize("method", ["conversations.info", "users.info"])
async def test_trouble_that_passes_is_waited_for(
    room: Newsroom, slack: Slack, maria: User, desk: Channel, method: str
) -> None:
    """An error of Slack's is tried again; where it says to wait, no slot is held. Nobody is forgotten."""
    note = await room.shared(maria, desk)
    slack.fail(method, error="internal_error")
    slack.rate_limit(method, retry_after="30")
    slack.fail(method, status=503)
    for trouble in (SlackApiError, Later, SlackApiError):
        with pytest.raises(trouble):
            await room.desk.handle(note)
    await room.desk.handle(note)
    assert len(await room.work()) == 1
    assert len(slack.posts()) == 2


async def test_who_left_a_private_channel_meanwhile(room: Newsroom, slack: Slack, maria: User, jens: User) -> None:
    """The note was on its way already."""
    secret = slack.channel("secret", maria, jens, private=True)
    await room.spread(maria, secret)
    secret.members.remove(jens.id)
    async with newsroom_in(slack, room.store._redis, room.clock) as other:  # which has not asked before
        for note in room.queue.notes.values():
            await other.desk.handle(note)
    assert not room.letters(jens)


async def test_a_channel_that_became_private_meanwhile(
    room: Newsroom, slack: Slack, maria: User, jens: User, desk: Channel
) -> None:
    """The same."""
    await room.spread(maria, desk)
    desk.kind = "group"
    async with newsroom_in(slack, room.store._redis, room.clock) as other:
        for note in room.queue.notes.values():
            await other.desk.handle(note)
    assert not room.letters(jens)


@pytest.mark.parametrize("inside", [0, 300])
async def test_five_hundred_readers_do_not_mean_five_hundred_calls(
    room: Newsroom, slack: Slack, maria: User, desk: Channel, inside: int
) -> None:
    """Members are asked for at once, and so are the people of the workspace; the next article needs no call at all."""
    readers = [slack.person(f"reader-{number}") for number in range(500)]
    desk.members |= {reader.id for reader in readers[:inside]}
    for reader in readers:
        await room.follows(reader)
    before = len(slack.calls())
    await room.spread(maria, desk)
    asked = slack.calls()[before:]
    assert len([call for call in asked if call.method.startswith(("users", "conversations"))]) <= 4
    assert len(room.queue.notes) == 500
    before = len(slack.calls())
    await room.spread(maria, desk, article(link=f"{LINK}/2"), "s2")
    assert [call.method for call in slack.calls()[before:]] == ["chat.postMessage"]


@pytest.mark.parametrize(("limited", "inside", "asked"), [(False, 0, 12), (True, 0, 12), (False, 12, 0)])
async def test_people_beyond_the_pages_are_asked_for_one_by_one(
    room: Newsroom, desk: Channel, inside: int, asked: int, *, limited: bool
) -> None:
    """The list of all is longer than it is worth, or Slack says to wait for it. Members need not be asked for."""
    slack = room.slack
    for number in range(1200):
        slack.person(f"somebody-{number}")
    for number in range(12):
        await room.follows(reader := slack.person(f"reader-{number}"))
        desk.members |= {reader.id} if number < inside else set()
    if limited:
        slack.rate_limit("users.list", retry_after="30")
    assert len(await room.told(slack.person("maria"), desk)) == 12
    assert len(slack.calls("users.info")) == asked
