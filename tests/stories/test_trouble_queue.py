"""The queue and its workers, with work that fails."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import timedelta

import pytest
from docket._redelivery import JITTER

from bot.errors import StoreDown
from bot.settings import Settings
from bot.storage.memory import Client
from handlers import jobs
from handlers.note import Note
from tests.fakes.redis_server import RedisServer
from tests.fakes.slack import Slack
from tests.fakes.web import Website
from tests.stories.conftest import running
from tests.stories.pages import page

LEASE = timedelta(seconds=5)
MOST = 40_000  # characters that Slack takes in a message


def wish(number: int) -> Note:
    """Something that somebody wants."""
    return Note("usage", f"T1:C1:{number}.0", "T1", "C1", f"{number}.0")


class Clumsy:
    """Work that fails at the first note for a reason of ours, and with it the sentence about that."""

    def __init__(self) -> None:
        self.tries: list[tuple[str, int]] = []
        self.given_up: list[str] = []
        self.done, self.over = asyncio.Event(), asyncio.Event()

    async def handle(self, note: Note, retries: int) -> None:
        """Fail, or not."""
        self.tries.append((note.ts, retries))
        if note.ts == "1.0":
            raise LookupError(note.ts)
        self.done.set()

    async def give_up(self, note: Note) -> None:
        """Fail at that, too."""
        self.given_up.append(note.ts)
        self.over.set()
        raise ConnectionError(note.ts)


async def test_what_fails_for_a_reason_of_ours_is_given_up_after_three_tries(redis_url: str, redis: Client) -> None:
    """Neither it nor a note of another version stops the worker, and the queue keeps nothing of them."""
    work = Clumsy()
    async with jobs.queue(redis_url) as (queue, docket):
        working = asyncio.create_task(jobs.work(docket, work.handle, work.give_up, 2, LEASE))
        await queue.add(wish(1))
        await docket.add(jobs.TASK, key="T1:C1:0.0")('{"want": "sing", "text": "a secret"}')
        await asyncio.wait_for(work.over.wait(), 10)  # after two pauses, a second and two
        await queue.add(wish(2))
        await asyncio.wait_for(work.done.wait(), 5)
        working.cancel()
        await asyncio.gather(working, return_exceptions=True)
    assert work.tries == [("1.0", 0), ("1.0", 1), ("1.0", 2), ("2.0", 0)]
    assert work.given_up == ["1.0"]
    assert [key for key in await redis.keys() if b"T1" in key] == []


@pytest.mark.parametrize("seconds", [0.5, 2, 5, 13, 60, 600])
def test_an_orphan_is_in_other_hands_within_the_lease_and_five_seconds(seconds: float) -> None:
    """However late the engine looks for it; and no worker that is a little slow loses what it has."""
    lease, silent = timedelta(seconds=seconds), jobs.orphaned_after(timedelta(seconds=seconds))
    assert silent + silent / 4 * JITTER[1] <= lease + timedelta(seconds=5)
    assert lease * 0.75 <= silent <= lease


async def test_the_same_note_twice_runs_once(redis_url: str) -> None:
    """While it waits, whoever adds it."""
    work = Clumsy()
    async with jobs.queue(redis_url) as (first, docket), jobs.queue(redis_url) as (second, _):
        for queue in (first, second, first):
            await queue.add(wish(2))
        working = asyncio.create_task(jobs.work(docket, work.handle, work.give_up, 2, LEASE))
        await asyncio.wait_for(work.done.wait(), 5)
        working.cancel()
        await asyncio.gather(working, return_exceptions=True)
    assert work.tries == [("2.0", 0)]


@pytest.mark.parametrize("trouble", [RedisServer.kill, RedisServer.freeze, RedisServer.fill])
async def test_a_queue_that_takes_nothing_says_so_in_time(
    own_server: RedisServer, trouble: Callable[[RedisServer], None]
) -> None:
    """Within the two seconds that leave time for Slack's answer."""
    clock = asyncio.get_running_loop().time
    async with jobs.queue(own_server.url) as (queue, _):
        trouble(own_server)
        begun = clock()
        with pytest.raises(StoreDown):
            await queue.add(wish(1))
        assert clock() - begun < 2.5
        own_server.kill()


async def test_a_long_message_full_of_links(slack: Slack, site: Website, settings: Settings) -> None:
    """It is acknowledged at once, whatever stands in it, and five of its pages are looked at."""
    maria = slack.person("maria")
    desk = slack.channel("desk", maria)
    clock = asyncio.get_running_loop().time
    links = [
        site.page(f"/2025/03/04/story-{number}", page(f"Story number {number} of the day")) for number in range(200)
    ]
    text = " and ".join(links)
    text += " so it goes" * ((MOST - len(text)) // 11)
    took = []
    async with running(settings.model_copy(update={"dateline_workers": 0})):
        for _ in range(3):  # a busy machine may be late once
            slack.say(maria, desk, text)
            begun = clock()
            await slack.events("message")[-1].done()
            took.append(clock() - begun)
    assert min(took) < 0.5
    async with running(settings):
        await slack.wait_for(lambda: len(slack.posts()) >= 5, timeout=20)
        await slack.quiet(0.3)
    assert len({*site.hits}) == len(site.hits) == 5
