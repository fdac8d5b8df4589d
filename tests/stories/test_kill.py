"""Workers that are killed, stopped or kill themselves: real processes, real signals, one reply each."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack
from pathlib import Path

import psutil
import pytest

from bot.settings import Settings
from tests.fakes.slack import Message, Slack
from tests.fakes.web import Website, response
from tests.stories.conftest import running
from tests.stories.pages import TITLE, page
from tests.stories.processes import Dateline, dateline, environment

STORY = "/2025/03/04/moyale-crossing-reopens"
LEASE = 1.0  # seconds
STARTED = 30.0  # seconds for a process to load its model on a busy machine
DEADLY = """
import asyncio, os, app
from bot.settings import load

class Deadly:
    version = "deadly"
    def compile(self, article): os._exit(9)

asyncio.run(app.worker(load(), asyncio.Event(), lambda settings: Deadly()))
"""  # a worker without a model, that dies of every article


@pytest.fixture
def settings(settings: Settings) -> Settings:
    """With a short lease."""
    return settings.model_copy(update={"dateline_lease_seconds": LEASE})


@pytest.fixture
async def web(settings: Settings) -> AsyncIterator[None]:
    """A web process without a worker."""
    async with running(settings.model_copy(update={"dateline_workers": 0})):
        yield


@pytest.fixture
async def worker(settings: Settings, tmp_path: Path) -> AsyncIterator[Dateline]:
    """A worker in a process of its own, which is loading its model yet."""
    async with dateline(tmp_path, environment(settings), "worker") as process:
        yield process


@pytest.fixture
def post(slack: Slack) -> Callable[[str], Message]:
    """What Maria posts to her channel."""
    maria = slack.person("maria")
    desk = slack.channel("desk", maria)
    return lambda words: slack.say(maria, desk, words)


class SlowPage:
    """An article that makes its first reader wait; ``asked`` is set when somebody does."""

    def __init__(self, site: Website) -> None:
        self.asked, self.gate = asyncio.Event(), asyncio.Event()
        self.url = site.script(STORY, self._serve)

    async def _serve(self, _: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        first = not self.asked.is_set()
        self.asked.set()
        if first:
            await self.gate.wait()
        writer.write(response(page().encode()))
        await writer.drain()


@pytest.fixture
def slow(site: Website) -> SlowPage:
    """A page that takes its time."""
    return SlowPage(site)


@pytest.mark.usefixtures("web")
async def test_a_worker_killed_while_it_reads(
    slack: Slack, slow: SlowPage, settings: Settings, tmp_path: Path, post: Callable[[str], Message]
) -> None:
    """Another one takes over within the lease and five seconds, without a new message."""
    async with dateline(tmp_path, environment(settings), script=DEADLY) as worker:
        asked = post(slow.url)
        await asyncio.wait_for(slow.asked.wait(), STARTED)
        async with running(settings):
            worker.send(signal.SIGKILL)
            [digest] = await slack.replies(asked, timeout=LEASE + 5)
            await slack.quiet()
    assert TITLE in digest.shown
    assert slack.posts() == [digest]


@pytest.mark.usefixtures("web")
async def test_a_worker_that_blocks_for_longer_than_the_lease(
    slack: Slack, slow: SlowPage, settings: Settings, worker: Dateline, post: Callable[[str], Message]
) -> None:
    """Another one takes over; when the first one goes on, it finds the digest and says nothing."""
    asked = post(slow.url)
    await asyncio.wait_for(slow.asked.wait(), STARTED)
    worker.send(signal.SIGSTOP)
    async with running(settings):
        [digest] = await slack.replies(asked, timeout=LEASE + 5)
    slow.gate.set()
    worker.send(signal.SIGCONT)
    worker.send(signal.SIGTERM)
    assert await worker.code() == 0
    assert slack.posts() == [digest]


@pytest.mark.usefixtures("web")
async def test_a_worker_that_dies_between_posting_and_writing_it_down(
    slack: Slack, site: Website, settings: Settings, worker: Dateline, post: Callable[[str], Message]
) -> None:
    """It never reads Slack's answer; the other one finds its post. Should it wake up after all, nothing changes."""
    gate = slack.hold("chat.postMessage")
    asked = post(site.page(STORY, page()))
    await slack.wait_for(lambda: slack.calls("chat.postMessage"), STARTED)
    worker.send(signal.SIGSTOP)
    gate.set()
    [digest] = await slack.replies(asked)
    async with running(settings):
        await slack.wait_for(lambda: slack.calls("conversations.replies"), LEASE + 5)
        await slack.quiet()
    assert slack.posts() == [digest]
    worker.send(signal.SIGCONT)
    worker.send(signal.SIGTERM)
    assert await worker.code() == 0
    assert slack.posts() == [digest]


@pytest.mark.usefixtures("web")
async def test_a_worker_that_is_told_to_stop_finishes_what_it_has(
    slack: Slack, slow: SlowPage, worker: Dateline, post: Callable[[str], Message]
) -> None:
    """Then it exits with 0, and has printed neither the message nor the article nor a token."""
    asked = post(f"look at this, colleagues: {slow.url}")
    await asyncio.wait_for(slow.asked.wait(), STARTED)
    worker.send(signal.SIGTERM)
    slow.gate.set()
    [digest] = await slack.replies(asked)
    assert await worker.code() == 0
    assert TITLE in digest.shown
    for secret in ("colleagues", "Moyale", slack.bot_token, slack.app_token):
        assert secret not in worker.said


async def test_a_note_that_kills_its_workers_is_set_aside_after_three(
    slack: Slack, site: Website, settings: Settings, post: Callable[[str], Message], tmp_path: Path
) -> None:
    """And told in one sentence by the fourth, who does not try."""
    hasty = settings.model_copy(update={"dateline_lease_seconds": 0.5})
    async with running(hasty.model_copy(update={"dateline_workers": 0})), AsyncExitStack() as stack:
        asked = post(site.page(STORY, page()))
        started = [dateline(tmp_path, environment(hasty), script=DEADLY) for _ in range(3)]
        deadly = [await stack.enter_async_context(process) for process in started]
        async with asyncio.timeout(STARTED):
            assert [await process.code() for process in deadly] == [9, 9, 9]
        async with running(hasty):
            [told] = await slack.replies(asked)
            await slack.quiet()
    assert "set it aside" in told.shown
    assert slack.posts() == [told]
    assert len(site.hits) == 3


async def test_a_process_with_its_own_redis_leaves_nothing_running(
    slack: Slack, settings: Settings, tmp_path: Path
) -> None:
    """Told to stop, it exits with 0, and the private server ends with its last user."""
    own = settings.model_copy(update={"redis_url": None, "dateline_data_dir": tmp_path, "dateline_workers": 0})
    async with dateline(tmp_path, environment(own), "serve") as process:
        await slack.connected(timeout=STARTED)
        server = int((tmp_path / "redis" / "server.pid").read_text())
        assert alive(server)
        process.send(signal.SIGTERM)
        assert await process.code() == 0
    assert not alive(server)


def alive(number: int) -> bool:
    """Whether a process runs; one that merely waits to be counted as dead does not."""
    try:
        return psutil.Process(number).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False
