"""How an order is done: once, answered to whoever asked alone, and by those only who may."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
from slack_sdk.errors import SlackApiError

from bot.storage.memory import Client
from handlers.note import Note
from handlers.order import Order
from tests.fakes.slack import Channel, Slack, User
from tests.stories.followers import Newsroom, newsroom_in
from tests.stories.orders import mentioned, pressed, said, typed


@pytest.fixture
async def room(slack: Slack, redis: Client) -> AsyncIterator[Newsroom]:
    """A worker."""
    async with newsroom_in(slack, redis) as worker:
        yield worker


@pytest.fixture
def maria(slack: Slack) -> User:
    """Who orders."""
    return slack.person("maria")


@pytest.fixture
def ken(slack: Slack) -> User:
    """Somebody else."""
    return slack.person("ken")


@pytest.fixture
def desk(slack: Slack, maria: User) -> Channel:
    """Where Maria is, and the bot."""
    return slack.channel("desk", maria)


async def followed(room: Newsroom, reader: User | Channel) -> list[str]:
    """The codes of what a reader follows."""
    return [one.country for one in await room.store.following(reader.team, reader.id)]


async def test_a_mention_is_answered_to_whoever_asks_alone(
    room: Newsroom, slack: Slack, maria: User, desk: Channel
) -> None:
    """In the channel; in a thread, where it was said there."""
    answer = await said(room, mentioned(slack, maria, desk, "follow kenya"))
    assert answer.shown.startswith("You follow 🇰🇪 Kenya: at once")
    assert (answer.channel, answer.thread_ts) == (desk.id, None)
    head = slack.say(maria, desk, "look at this")
    answer = await said(room, mentioned(slack, maria, desk, "unfollow kenya", head.ts))
    assert (answer.shown.splitlines()[0], answer.thread_ts) == ("You no longer follow 🇰🇪 Kenya.", head.ts)
    assert slack.posts() == []


async def test_whoever_has_left_gets_a_direct_message(room: Newsroom, slack: Slack, maria: User, desk: Channel) -> None:
    """Words for one person alone need that person in the channel."""
    note = mentioned(slack, maria, desk, "follow kenya")
    desk.members.discard(maria.id)
    await room.desk.handle(note)
    [letter] = slack.posts(slack.direct(maria))
    assert letter.shown.startswith("You follow 🇰🇪 Kenya: at once")
    assert slack.ephemeral() == []


async def test_a_response_address_that_is_over(room: Newsroom, slack: Slack, maria: User, desk: Channel) -> None:
    """After half an hour the answer is a direct message."""
    note = typed(slack, maria, desk, "follow kenya")
    slack.world.response_urls.clear()
    await room.desk.handle(note)
    [letter] = slack.posts(slack.direct(maria))
    assert letter.shown.startswith("You follow 🇰🇪 Kenya: at once")


async def test_an_order_is_done_once(room: Newsroom, slack: Slack, maria: User, desk: Channel) -> None:
    """However often Slack brings it."""
    note = typed(slack, maria, desk, "follow kenya")
    for _ in range(3):
        await room.desk.handle(note)
    assert len(slack.ephemeral(maria)) == 1


async def test_what_a_dead_worker_did_is_told_as_what_it_did(
    room: Newsroom, slack: Slack, maria: User, desk: Channel
) -> None:
    """The order was done, and its answer failed: done again, nothing is "already" so."""
    for words, answer in (("follow kenya", "You follow 🇰🇪 Kenya: at once"), ("unfollow kenya", "You no longer follow")):
        note = mentioned(slack, maria, desk, words)
        slack.fail("chat.postEphemeral", "internal_error")
        with pytest.raises(SlackApiError):
            await room.desk.handle(note)
        assert (await said(room, note)).shown.startswith(answer)


async def test_slack_fails_when_asked_of_a_channel(room: Newsroom, slack: Slack, maria: User, desk: Channel) -> None:
    """Nothing is done and nothing is said, until it answers."""
    note = typed(slack, maria, desk, "follow kenya here")
    slack.fail("conversations.info", "internal_error")
    with pytest.raises(SlackApiError):
        await room.desk.handle(note)
    assert slack.ephemeral() == []
    assert (await said(room, note)).shown.startswith(f"<#{desk.id}> follows 🇰🇪 Kenya")
    assert await followed(room, desk) == ["KE"]


async def test_a_button_of_somebody_else(room: Newsroom, slack: Slack, maria: User, ken: User, desk: Channel) -> None:
    """Nobody decides for another person."""
    await said(room, typed(slack, maria, desk, "follow kenya"))
    here = (desk.team, desk.id, "1741089600.000100")
    order = Order("unfollow", "KE", maria.id)
    await room.desk.handle(Note("order", ":".join(here), *here, user=ken.id, asked=True, order=order))
    [shown] = [one.shown for one in slack.posts(slack.direct(ken))]
    assert shown == "That button is for somebody else; `/dateline follow` is for you."
    assert await followed(room, maria) == ["KE"]


async def test_a_channel_that_slack_gives_no_id_of(room: Newsroom, slack: Slack, maria: User, desk: Channel) -> None:
    """Its name alone could be anybody's: nobody follows anything."""
    slack.channel("secret", slack.person("ken"), private=True)
    answer = await said(room, typed(slack, maria, desk, "follow kenya in #secret daily"))
    assert answer.shown.startswith("I can't tell which channel #secret is: choose it from Slack's own list")
    assert await followed(room, maria) == []


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ("archived", "is archived"),
        ("shared", "is shared with another organisation"),
        ("pending", "is shared with another organisation"),
    ],
)
async def test_a_channel_that_may_follow_nothing(
    room: Newsroom, maria: User, desk: Channel, changed: str, sentence: str
) -> None:
    """It says why; what it follows since before can be ended where people still write."""
    slack = room.slack
    await said(room, typed(slack, maria, desk, "follow kenya here"))
    setattr(desk, changed, True)
    assert sentence in (await said(room, typed(slack, maria, desk, "follow uganda here"))).shown
    assert await followed(room, desk) == ["KE"]
    await said(room, typed(slack, maria, desk, "unfollow kenya here"))
    assert await followed(room, desk) == (["KE"] if desk.archived else [])


@pytest.mark.parametrize("scope", ["channels:read", "groups:read"])
async def test_without_the_scope(room: Newsroom, slack: Slack, maria: User, scope: str) -> None:
    """It is not guessed who is in a channel."""
    slack.home.scopes.discard(scope)
    place = slack.channel("place", maria, private=scope.startswith("groups"))
    answer = await said(room, typed(slack, maria, place, "follow kenya here"))
    assert answer.shown.startswith(f"Slack does not let me see who is in <#{place.id}>")
    assert await followed(room, place) == []


async def test_members_beyond_the_first_page(room: Newsroom, slack: Slack) -> None:
    """Slack names a thousand at a time; whoever is among the last may order, whoever is not in it may not."""
    people = sorted((slack.person(f"p{number}") for number in range(1100)), key=lambda person: person.id)
    place = slack.channel("large", *people[:-1])
    assert "follows 🇰🇪 Kenya" in (await said(room, typed(slack, people[-2], place, "follow kenya here"))).shown
    assert "Only a member of" in (await said(room, typed(slack, people[-1], place, "unfollow kenya here"))).shown
    assert len(slack.calls("conversations.members")) == 4
    assert await followed(room, place) == ["KE"]


async def test_a_channels_button_is_for_its_members(
    room: Newsroom, slack: Slack, maria: User, ken: User, desk: Channel
) -> None:
    """Under the list of what it follows."""
    await said(room, typed(slack, maria, desk, "follow kenya here"))
    shown = await said(room, typed(slack, maria, desk, "following here"))
    note = pressed(slack, maria, shown, "Unfollow")
    stranger = replace(note, user=ken.id, key=f"{note.key}:ken", ephemeral=None)
    await room.desk.handle(stranger)
    assert await followed(room, desk) == ["KE"]
    assert (await said(room, note)).shown.startswith(f"<#{desk.id}> no longer follows 🇰🇪 Kenya.")
    assert await followed(room, desk) == []
