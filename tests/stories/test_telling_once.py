"""One message a reader and story, whatever fails, dies, is done twice or changes meanwhile."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from aiohttp import ClientError

from bot.settings import Settings
from bot.storage.memory import Client
from handlers import jobs
from handlers.note import Note
from tests import newsroom
from tests.fakes.slack import Channel, Slack, User
from tests.stories.conftest import running
from tests.stories.followers import LINK, TITLE, Newsroom, article, newsroom_in
from tests.stories.processes import dateline, environment

LEASE, STARTED = 1.0, 30.0  # seconds; and until a process has loaded its model on a busy machine


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


async def on_its_way(room: Newsroom, author: User, channel: Channel) -> Note:
    """The note for the one reader of an article."""
    await room.spread(author, channel)
    [note] = room.queue.notes.values()
    return note


async def test_an_answer_of_slack_that_is_lost(
    room: Newsroom, slack: Slack, maria: User, jens: User, desk: Channel
) -> None:
    """The message stands; the next attempt finds it in the direct messages, and tells no more."""
    note = await on_its_way(room, maria, desk)
    slack.fail("chat.postMessage", drop="after")
    with pytest.raises(ClientError):
        await room.desk.handle(note)
    await room.desk.handle(note)
    assert len(room.letters(jens)) == 1
    assert slack.calls("conversations.history")
    assert await room.told(maria, desk, article(link=f"{LINK}/2")) == []


async def test_a_channel_is_looked_through_too(room: Newsroom, slack: Slack, maria: User, desk: Channel) -> None:
    """It needs no opening."""
    other = slack.channel("other", maria)
    await room.follows(other)
    note = await on_its_way(room, maria, desk)
    slack.fail("chat.postMessage", drop="after")
    with pytest.raises(ClientError):
        await room.desk.handle(note)
    await room.desk.handle(note)
    assert len(slack.posts(other)) == 1
    assert not slack.calls("conversations.open")


async def test_a_worker_killed_between_posting_and_writing_it_down(
    settings: Settings, room: Newsroom, jens: User, desk: Channel, tmp_path: Path
) -> None:
    """Its message stands, and it never heard so. Of two others one finds it: exactly one message."""
    slack = room.slack
    brief = settings.model_copy(update={"dateline_lease_seconds": LEASE})
    note = await room.shared(slack.person("noor"), desk)
    await room.store.keep(newsroom.editor().version, LINK, None, article())
    async with jobs.queue(str(settings.redis_url)) as (queue, _):
        async with dateline(tmp_path, environment(brief), "worker") as worker:
            gate = slack.hold("chat.postMessage")
            await queue.add(note)
            await slack.wait_for(lambda: len(slack.calls("chat.postMessage")) == 2, STARTED)
            worker.send(signal.SIGSTOP)
            gate.set()
            await slack.wait_for(lambda: room.letters(jens))
            worker.send(signal.SIGKILL)
            await worker.code()
        async with running(brief), running(brief):
            async with asyncio.timeout(STARTED):
                while not await room.store.told(jens.team, [jens.id], "s1"):  # noqa: ASYNC110  it is written in Redis
                    await asyncio.sleep(0.01)
            await slack.quiet()
    [told] = room.letters(jens)
    assert TITLE in told.shown
    assert slack.calls("conversations.history")


async def test_two_workers_and_the_same_note(
    room: Newsroom, redis: Client, maria: User, jens: User, desk: Channel
) -> None:
    """At the same time, and again."""
    note = await on_its_way(room, maria, desk)
    async with newsroom_in(room.slack, redis, room.clock) as other:
        await asyncio.gather(*(each.desk.handle(note) for each in (room, other, room, other)))
    assert len(room.letters(jens)) == 1


async def test_spread_again_after_a_crash(room: Newsroom, slack: Slack, maria: User, jens: User, desk: Channel) -> None:
    """It was half done: nobody is told twice, nobody forgotten."""
    noor = slack.person("noor")
    await room.follows(noor)
    note = await room.spread(maria, desk)
    await room.work(1)
    again = replace(note, key=f"{note.key}:again")
    await room.desk.handle(again)
    await room.work()
    assert len(room.letters(jens)) == len(room.letters(noor)) == 1


@pytest.mark.parametrize("change", ["unfollowed", "muted", "snoozed", "daily"])
async def test_a_change_of_mind_meanwhile(room: Newsroom, maria: User, jens: User, desk: Channel, change: str) -> None:
    """The note was on its way already: the last word counts; what is wanted later waits for the roundup."""
    note = await on_its_way(room, maria, desk)
    store, whose = room.store, (jens.team, jens.id)
    if change == "unfollowed":
        await store.unfollow(*whose, "KP")
    elif change == "muted":
        await store.mute(*whose, "KP")
    elif change == "snoozed":
        await store.snooze(*whose, "KP", datetime.fromtimestamp(room.clock.now + 60, UTC).isoformat())
    else:
        await room.follows(jens, pace="daily")
    await room.desk.handle(note)
    assert not room.letters(jens)
    assert [each.identity for each in await store.pending(*whose, "daily", room.clock.now)] == [LINK] * (
        change == "daily"
    )
    await store.unfollow_all(*whose)
    await room.follows(jens)
    assert await room.told(maria, desk, article(link=f"{LINK}/2")) == ["jens"], "the next article of the story"


@pytest.mark.parametrize("how", ["message", "message just now", "withdrawn", "reworded", "by an admin"])
async def test_a_digest_that_is_deleted_meanwhile(
    room: Newsroom, maria: User, jens: User, desk: Channel, how: str
) -> None:
    """There is nothing left to link to: nobody is told."""
    note = await on_its_way(room, maria, desk)
    [post] = await room.store.posts(note.workspace, note.channel, note.ts)
    await room.store.claim_told(jens.team, jens.id, "s1", note.key)  # it had to wait for its turn
    if how == "message just now":
        await room.store.latest(note.source, "gone")
    elif how == "message":
        gone = Note("withdraw", f"{note.source}:deleted", note.workspace, note.channel, note.ts)
        await room.desk.handle(gone)
    elif how == "reworded":
        await room.store.record(note.workspace, note.channel, note.ts, replace(post, identity=f"{LINK}/edited"))
        await room.store.drop(note.workspace, note.channel, note.ts, post)
    elif how == "withdrawn":
        await room.store.drop(note.workspace, note.channel, note.ts, post)
    else:
        room.slack.world.remove(room.slack.world.messages[desk.id][post.ts])
    await room.desk.handle(note)
    assert not room.letters(jens)
    assert await room.told(maria, desk, article(link=f"{LINK}/2")) == ["jens"]


async def test_a_note_that_kills_its_workers_is_set_aside_in_silence(
    room: Newsroom, maria: User, jens: User, desk: Channel
) -> None:
    """Nobody waits for it: no word of it in the channel or elsewhere."""
    note = await on_its_way(room, maria, desk)
    for _ in range(3):
        await room.store.attempts(note.key)
    before = room.slack.posts()
    await room.desk.handle(note)
    assert room.slack.posts() == before
    assert not room.letters(jens)
