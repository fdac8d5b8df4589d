"""What waits for its turn waits in Redis: in no slot, as no attempt, and for whoever is there then."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import AsyncIterator, Awaitable
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

from bot.errors import Later
from bot.settings import Pace, Settings
from bot.storage.memory import Client
from handlers import jobs
from handlers.note import Note
from handlers.views import notes
from tests.fakes.redis_server import RedisServer
from tests.fakes.slack import Slack
from tests.fakes.web import Website
from tests.stories.conftest import running
from tests.stories.pages import TITLE, page
from tests.stories.processes import dateline, environment

LEASE = timedelta(seconds=5)
SLOW = Pace(host=1, workspace=100, period=timedelta(seconds=3))
WORKER = """
import asyncio, app
from datetime import timedelta
from bot.settings import Pace, load

asyncio.run(app.worker(load(), asyncio.Event(), pace=Pace(1, 100, timedelta(seconds=3))))
"""  # a worker at the pace of `SLOW`


def wish(number: int) -> Note:
    """Something that somebody wants."""
    return Note("usage", f"T1:C1:{number}.0", "T1", "C1", f"{number}.0")


class Busy:
    """Work whose first note is not at its turn before the third time, and that never fails."""

    def __init__(self, seconds: float) -> None:
        self.tries: list[tuple[str, int]] = []
        self.over = asyncio.Event()
        self._seconds = seconds

    async def handle(self, note: Note, retries: int) -> None:
        """Put it off, or not."""
        self.tries.append((note.ts, retries))
        if note.ts == "1.0" and self.tries.count(("1.0", 0)) < 3:
            raise Later(self._seconds)
        if note.ts == "1.0":
            self.over.set()

    async def give_up(self, note: Note) -> None:
        """Nothing is."""
        raise AssertionError(note.ts)


class Hopeless:
    """Work that fails for a reason of ours, and can't say so at once."""

    def __init__(self) -> None:
        self.given_up, self.over = 0, asyncio.Event()

    async def handle(self, note: Note, retries: int) -> None:
        """Fail."""
        raise LookupError(note.ts, retries)

    async def give_up(self, note: Note) -> None:
        """Wait for the channel, once."""
        self.given_up += 1
        if self.given_up == 1:
            raise Later(0.1)
        assert note.ts
        self.over.set()


@asynccontextmanager
async def at_work(work: Awaitable[None]) -> AsyncIterator[None]:
    """A worker, until left."""
    task = asyncio.ensure_future(work)
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def test_what_waits_holds_no_slot_and_is_no_attempt(redis_url: str, redis: Client) -> None:
    """The only slot does the next note meanwhile; the first comes back by itself, twice, and leaves nothing behind."""
    work = Busy(0.4)
    async with jobs.queue(redis_url) as (queue, docket):
        await queue.add(wish(1))
        await queue.add(wish(2))
        async with at_work(jobs.work(docket, work.handle, work.give_up, 1, LEASE)), asyncio.timeout(10):
            await work.over.wait()
            while [key for key in await redis.keys() if b"T1" in key]:  # noqa: ASYNC110  the engine has yet to tidy up
                await asyncio.sleep(0.01)
    assert work.tries == [("1.0", 0), ("2.0", 0), ("1.0", 0), ("1.0", 0)]


async def test_the_same_note_again_while_it_waits(redis_url: str) -> None:
    """Its key is still its own: Slack delivers again, and it is not done sooner, nor twice."""
    work = Busy(0.4)
    async with jobs.queue(redis_url) as (queue, docket):
        await queue.add(wish(1))
        async with at_work(jobs.work(docket, work.handle, work.give_up, 2, LEASE)), asyncio.timeout(10):
            while not work.tries:  # noqa: ASYNC110  what is waited for is on the other side of Redis
                await asyncio.sleep(0.01)
            for _ in range(5):
                await queue.add(wish(1))
                await asyncio.sleep(0.02)
            await work.over.wait()
    assert work.tries == [("1.0", 0)] * 3


async def test_the_last_word_about_a_note_waits_for_its_turn_too(redis_url: str) -> None:
    """In a channel that Slack tells to wait."""
    work = Hopeless()
    async with jobs.queue(redis_url) as (queue, docket):
        await queue.add(wish(1))
        async with at_work(jobs.work(docket, work.handle, work.give_up, 1, LEASE)):
            await asyncio.wait_for(work.over.wait(), 15)
    assert work.given_up == 2


async def test_redis_that_dies_just_as_a_note_is_put_off(own_server: RedisServer) -> None:
    """The note is still there when it is back, and is done after the lease."""
    tries: list[str] = []
    over = asyncio.Event()

    async def handle(note: Note, _: int) -> None:
        tries.append(note.ts)
        if len(tries) == 1:
            own_server.kill()
            raise Later(0.2)
        over.set()

    async with jobs.queue(own_server.url) as (queue, docket):
        await queue.add(wish(1))
        async with at_work(jobs.work(docket, handle, Busy(0).give_up, 1, timedelta(seconds=1))), asyncio.timeout(20):
            while not tries:  # noqa: ASYNC110  what is waited for is on the other side of Redis
                await asyncio.sleep(0.01)
            own_server.start()
            await over.wait()
    assert tries == ["1.0", "1.0"]


async def test_a_worker_killed_while_notes_wait(
    slack: Slack, site: Website, settings: Settings, tmp_path: Path
) -> None:
    """Another one, which has never heard of them, does them when their turn comes, each once."""
    brief = settings.model_copy(update={"dateline_lease_seconds": 1.0})
    maria = slack.person("maria")
    desk = slack.channel("desk", maria)
    links = [site.page(f"/2025/03/04/story-{number}", page(f"{TITLE}, part {number}")) for number in range(3)]
    async with running(brief.model_copy(update={"dateline_workers": 0})):
        async with dateline(tmp_path, environment(brief), script=WORKER) as worker:
            asked = [slack.say(maria, desk, f"<@{slack.bot().id}> {link}") for link in links]
            await slack.wait_for(lambda: [one.status for one in slack.world.statuses].count(notes.waiting()) >= 2, 30)
            worker.send(signal.SIGKILL)
            await worker.code()
        async with running(brief, SLOW):
            await slack.wait_for(lambda: len(slack.posts()) == 3, 20)
            await slack.quiet()
    assert [len(slack.thread(each)) for each in asked] == [1, 1, 1]
    assert len(site.hits) <= 4  # the one that was being read when it was killed may have been asked for again
