"""Many readers at once: all are told, in order, no faster than Slack allows, and nobody else is held up by it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest

from bot.errors import Later
from bot.settings import Settings
from bot.storage.mailing import EVERY, GAP
from bot.storage.memory import Client
from handlers import jobs
from tests import newsroom
from tests.fakes.slack import Channel, Slack, User
from tests.fakes.web import Website
from tests.stories.conftest import running
from tests.stories.desks import note as wish
from tests.stories.followers import LINK, Newsroom, article, newsroom_in
from tests.stories.pages import page

MINUTE = 60.0


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
def desk(slack: Slack, maria: User) -> Channel:
    """A public channel of Maria's."""
    return slack.channel("desk", maria)


async def readers(room: Newsroom, number: int) -> list[User]:
    """So many people who follow."""
    people = [room.slack.person(f"reader-{each:03}") for each in range(number)]
    for each in people:
        await room.follows(each)
    return people


def faster_than(moments: list[float], most: int, seconds: float) -> bool:
    """Whether there are ever more than so many within so many seconds."""
    return any(later - earlier < seconds for earlier, later in zip(moments, moments[most:], strict=False))


async def test_five_hundred_readers_are_all_told_in_order(room: Newsroom, maria: User, desk: Channel) -> None:
    """Each comes when it is its turn, at the first try: at most 240 a minute, in about two minutes."""
    people = await readers(room, 500)
    await room.spread(maria, desk)
    expected = list(room.queue.notes)
    told = await room.moments()
    assert [reader for reader, _ in told] == [key.split(":")[1] for key in expected]
    assert {reader for reader, _ in told} == {each.id for each in people}
    assert {len(room.letters(each)) for each in people} == {1}
    moments = [moment for _, moment in told]
    assert not faster_than(moments, 241, MINUTE)
    assert moments[-1] - moments[0] == pytest.approx(499 * EVERY)


async def test_two_articles_at_once_do_not_double_the_pace(
    room: Newsroom, redis: Client, maria: User, desk: Channel
) -> None:
    """Whatever worker finds out who is to be told: the second article's readers come after the first one's."""
    await readers(room, 20)
    async with newsroom_in(room.slack, redis, room.clock) as other:
        await room.spread(maria, desk)
        await other.spread(maria, desk, article(link=f"{LINK}/2"), "s2")
        assert min(other.queue.after.values()) == pytest.approx(max(room.queue.after.values()) + EVERY)


async def test_one_reader_gets_one_a_second(room: Newsroom, maria: User, desk: Channel) -> None:
    """Three stories within a moment."""
    [jens] = await readers(room, 1)
    for number in range(3):
        await room.spread(maria, desk, article(link=f"{LINK}/{number}"), f"s{number}")
    moments = [moment for _, moment in await room.moments()]
    assert len(room.letters(jens)) == 3
    assert not faster_than(moments, 1, GAP)


async def test_all_come_late(room: Newsroom, maria: User, desk: Channel) -> None:
    """After an hour without workers everybody is told, and still one after the other."""
    await readers(room, 30)
    await room.spread(maria, desk)
    room.clock.now += 3600
    for key in room.queue.after:
        room.queue.after[key] = 0.0
    moments = [moment for _, moment in await room.moments()]
    assert len(moments) == 30
    assert not faster_than(moments, 5, 1.0)


async def test_slack_says_to_wait_on_the_way(room: Newsroom, redis: Client, maria: User, desk: Channel) -> None:
    """Nobody is sent anything meanwhile, and Slack isn't asked; then all are told, in their order, at the same pace."""
    people = await readers(room, 40)
    await room.spread(maria, desk)
    expected = [key.split(":")[1] for key in room.queue.notes]
    assert await room.work(1) == expected[:1]
    slack, before = room.slack, room.clock.now
    slack.rate_limit("chat.postMessage", retry_after="20")
    assert await room.work(1) == []
    said = len(slack.calls("chat.postMessage"))
    assert await redis.delete(*await redis.keys("*:held:*")) == 1  # whose time is Redis's own
    told = await room.moments()
    assert [reader for reader, _ in told] == expected[1:]
    assert min(moment for _, moment in told) >= before + 20
    assert not faster_than([moment for _, moment in told], 5, 1.0)
    assert len(slack.calls("chat.postMessage")) == said + 39, "only one was refused"
    assert {len(room.letters(each)) for each in people} == {1}


async def test_a_digest_is_not_held_up(room: Newsroom, slack: Slack, maria: User, desk: Channel) -> None:
    """Hundreds wait, and Slack has said to send readers nothing: what somebody asks in a channel is said at once."""
    await readers(room, 100)
    await room.spread(maria, desk)
    slack.rate_limit("chat.postMessage", retry_after="40")
    [first, *_] = room.queue.notes.values()
    with pytest.raises(Later):
        await room.desk.handle(first)
    asked = slack.say(maria, desk, "hello")
    await room.desk.handle(wish(asked, "https://nowhere.invalid:99999999/"))
    assert len(slack.thread(asked)) == 1


async def test_readers_do_not_wait_for_each_other(room: Newsroom, maria: User, desk: Channel) -> None:
    """Slack takes its time with one message; the next one is sent meanwhile. The digest's address is asked for once."""
    people = await readers(room, 3)
    await room.spread(maria, desk)
    slow, *others = room.queue.notes.values()
    gate = room.slack.hold("chat.postMessage")
    waiting = asyncio.create_task(room.desk.handle(slow))
    await room.slack.wait_for(lambda: len(room.slack.calls("chat.postMessage")) == 2)
    for each in others:
        room.clock.now += EVERY
        await asyncio.wait_for(room.desk.handle(each), 5)
    assert sum(len(room.letters(each)) for each in people) == 2
    gate.set()
    await waiting
    assert sum(len(room.letters(each)) for each in people) == 3
    assert len(room.slack.calls("chat.getPermalink")) == 1


async def test_notes_are_queued_for_their_moment(room: Newsroom, maria: User, desk: Channel) -> None:
    """So that other notes find free workers in between: no heap of notes that all wait."""
    await readers(room, 8)
    await room.spread(maria, desk)
    assert list(room.queue.after.values()) == pytest.approx([number * EVERY for number in range(8)])


async def test_the_whole_bot_with_one_slot(slack: Slack, site: Website, redis: Client, settings: Settings) -> None:
    """Sixteen readers are told, a quarter of a second apart; a digest that is wanted meanwhile comes in between."""
    async with newsroom_in(slack, redis) as room, running(settings.model_copy(update={"dateline_workers": 1})):
        people, maria = await readers(room, 16), slack.person("maria")
        note = await room.shared(maria, slack.channel("desk", maria))
        await room.store.keep(newsroom.editor().version, LINK, None, article())
        async with jobs.queue(str(settings.redis_url)) as (queue, _):
            await queue.add(note)
        await slack.wait_for(lambda: any(room.letters(each) for each in people))
        await slack.replies(slack.say(maria, slack.channel("other", maria), site.page("/2025/03/04/story", page())))
        assert not all(room.letters(each) for each in people)
        await slack.wait_for(lambda: all(room.letters(each) for each in people), 10)
    letters = [letter for each in people for letter in room.letters(each)]
    assert len(letters) == 16
    assert not faster_than(sorted(float(letter.ts) for letter in letters), 8, 1.0)
