"""Channels that Slack tells to wait for longer than a moment: others go on, order is kept, nothing is lost."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bot.errors import Later
from bot.settings import Settings
from bot.storage.memory import Client
from bot.storage.store import Store
from handlers.frontdesk import FrontDesk
from handlers.note import Note
from tests.fakes.slack import Channel, Slack, User
from tests.fakes.web import Website
from tests.stories.conftest import running
from tests.stories.desks import desk_of, newsroom_of, note
from tests.stories.pages import TITLE, page

LONG = "40"  # seconds that Slack says, and that no story waits for


@pytest.fixture
async def desk(slack: Slack, site: Website, store: Store) -> AsyncIterator[FrontDesk]:
    """A worker's."""
    async with newsroom_of(site, store) as newsdesk:
        yield desk_of(slack, newsdesk, store)


@pytest.fixture
def maria(slack: Slack) -> User:
    """Somebody."""
    return slack.person("maria")


def wish(slack: Slack, site: Website, author: User, channel: Channel, number: int) -> Note:
    """One of many articles, posted in a channel."""
    link = site.page(f"/2025/03/04/story-{number}", page(f"{TITLE}, part {number}"))
    return note(slack.say(author, channel, link), link)


async def put_off(desk: FrontDesk, *wanted: Note) -> list[int]:
    """Hand them in; for how many whole seconds each is put off, 0 where it was done."""
    told = []
    for each in wanted:
        try:
            await desk.handle(each)
        except Later as wait:
            told.append(round(wait.seconds))
        else:
            told.append(0)
    return told


async def wait_is_over(redis: Client) -> None:
    """Slack takes posts again."""
    held = await redis.keys("*:held:*")
    assert await redis.delete(*held) == 1


async def test_those_who_come_later_wait_in_line(
    slack: Slack, site: Website, redis: Client, desk: FrontDesk, maria: User
) -> None:
    """Without asking Slack again; another channel goes on. Then it is first come, first served, one a second."""
    here, there = slack.channel("desk", maria), slack.channel("other", maria)
    first, second, third = (wish(slack, site, maria, here, number) for number in range(3))
    slack.rate_limit("chat.postMessage", retry_after=LONG)
    assert await put_off(desk, first, second, third, second) == [40, 41, 42, 41]
    assert len(slack.calls("chat.postMessage")) == 1
    assert await put_off(desk, wish(slack, site, maria, there, 9)) == [0]
    await wait_is_over(redis)
    assert await put_off(desk, third, second, first, third, second, third) == [2, 1, 0, 1, 0, 0]
    assert [post.thread_ts for post in slack.posts(here)] == [first.ts, second.ts, third.ts]
    assert await put_off(desk, wish(slack, site, maria, here, 10)) == [0]
    assert len(site.hits) == 5


async def test_told_to_wait_again(slack: Slack, site: Website, redis: Client, desk: FrontDesk, maria: User) -> None:
    """The first keeps his place, however often."""
    here = slack.channel("desk", maria)
    first, second = (wish(slack, site, maria, here, number) for number in range(2))
    for _ in range(4):
        slack.rate_limit("chat.postMessage", retry_after=LONG)
        assert await put_off(desk, first, second) == [40, 41]
        await wait_is_over(redis)
    assert await put_off(desk, second, first, second) == [1, 0, 0]
    assert [post.thread_ts for post in slack.posts(here)] == [first.ts, second.ts]


async def test_what_fails_meanwhile_holds_nobody_up(
    slack: Slack, site: Website, redis: Client, desk: FrontDesk, maria: User
) -> None:
    """It loses its place: the queue tries it again, but nobody knows when."""
    here = slack.channel("desk", maria)
    first, second = (wish(slack, site, maria, here, number) for number in range(2))
    slack.rate_limit("chat.postMessage", retry_after=LONG)
    assert await put_off(desk, first, second) == [40, 41]
    await wait_is_over(redis)
    slack.fail("chat.postMessage", error="internal_error")
    with pytest.raises(Exception, match="internal_error"):
        await desk.handle(first)
    assert await put_off(desk, second, first) == [0, 0]


async def test_a_message_that_is_deleted_while_the_channel_waits(
    slack: Slack, site: Website, redis: Client, desk: FrontDesk, maria: User
) -> None:
    """Its place is free again."""
    here = slack.channel("desk", maria)
    first, second = (wish(slack, site, maria, here, number) for number in range(2))
    slack.rate_limit("chat.postMessage", retry_after=LONG)
    assert await put_off(desk, first, second) == [40, 41]
    assert await put_off(desk, Note("withdraw", f"{first.key}:deleted", first.workspace, first.channel, first.ts)) == [
        0
    ]
    await wait_is_over(redis)
    assert await put_off(desk, first, second) == [0, 0]
    assert [post.thread_ts for post in slack.posts()] == [second.ts]


async def test_looking_for_a_post_of_its_own_can_be_put_off_too(
    slack: Slack, site: Website, store: Store, desk: FrontDesk, maria: User
) -> None:
    """Apps that are sold may read a thread once a minute: no slot is held for that."""
    wanted = wish(slack, site, maria, slack.channel("desk", maria), 1)
    await store.attempts(wanted.key)
    slack.rate_limit("conversations.replies", retry_after=LONG)
    assert await put_off(desk, wanted, wanted) == [40, 0]
    assert len(slack.posts()) == 1


async def test_one_slot_and_a_channel_that_waits(slack: Slack, site: Website, settings: Settings, maria: User) -> None:
    """The whole bot: another channel's digest comes first, then the two that had to wait, in their order."""
    here, there = slack.channel("desk", maria), slack.channel("other", maria)
    links = [site.page(f"/2025/03/04/story-{number}", page(f"{TITLE}, part {number}")) for number in range(3)]
    async with running(settings.model_copy(update={"dateline_workers": 1})):
        slack.rate_limit("chat.postMessage", retry_after="3")
        asked = [slack.say(maria, here, links[0])]
        await slack.wait_for(lambda: slack.calls("chat.postMessage"))
        asked.append(slack.say(maria, here, links[1]))
        await slack.replies(slack.say(maria, there, links[2]))
        assert not slack.posts(here)
        await slack.wait_for(lambda: len(slack.posts(here)) == 2, 20)
    assert [post.thread_ts for post in slack.posts(here)] == [one.ts for one in asked]
