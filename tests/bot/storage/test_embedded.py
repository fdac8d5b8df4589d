from __future__ import annotations

import asyncio
import os
import signal
import stat
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import psutil
import pytest

from bot.errors import StoreDown
from bot.storage import embedded
from bot.storage.connect import open_redis
from bot.storage.store import Store
from tests.bot.storage.values import EMBEDDED

Find = Callable[[], Path | None]


@pytest.fixture
def find(server_binary: Path) -> Find:
    """Tells the binary of the stories, whatever is on this machine's PATH."""
    return lambda: server_binary


@asynccontextmanager
async def another_process(data_dir: Path, binary: Path) -> AsyncIterator[asyncio.subprocess.Process]:
    """A bot of its own over the same data, until its input ends."""
    pipe = asyncio.subprocess.PIPE
    bot = await asyncio.create_subprocess_exec(
        sys.executable, "-c", EMBEDDED, data_dir, binary, stdin=pipe, stdout=pipe
    )
    try:
        yield bot
    finally:
        if bot.returncode is None:
            bot.kill()
        await bot.communicate()


async def said(bot: asyncio.subprocess.Process) -> str:
    """The URL that the other process printed."""
    assert bot.stdout
    return (await bot.stdout.readline()).decode().strip()


def pid_of(data_dir: Path) -> int:
    """The server's process."""
    return int((data_dir / "redis" / "server.pid").read_text())


def is_running(pid: int) -> bool:
    """Whether a process lives; one that was not waited for yet does not."""
    return psutil.pid_exists(pid) and psutil.Process(pid).status() != psutil.STATUS_ZOMBIE


@asynccontextmanager
async def memory(url: str | None) -> AsyncIterator[Store]:
    """The bot's memory at a URL."""
    assert url
    redis = open_redis(url)
    try:
        yield Store(redis, timedelta(days=30))
    finally:
        await redis.aclose()


async def test_only_we_can_reach_it(tmp_path: Path, find: Find) -> None:
    """The socket's directory is closed to others, even where it was open before, and no TCP port opens."""
    (tmp_path / "redis").mkdir(mode=0o755)
    async with embedded.server(tmp_path, find) as url:
        socket = tmp_path / "redis" / "redis.sock"
        assert url == f"unix://{socket}"
        assert stat.S_IMODE(socket.parent.stat().st_mode) == 0o700
        assert stat.S_IMODE(socket.stat().st_mode) == 0o600
        assert psutil.Process(pid_of(tmp_path)).net_connections("inet") == []


async def test_a_new_data_directory_is_closed_to_others(tmp_path: Path, find: Find) -> None:
    """It is made with all above it."""
    async with embedded.server(tmp_path / "var" / "data", find):
        assert stat.S_IMODE((tmp_path / "var" / "data").stat().st_mode) == 0o700


async def test_it_stops_with_us_and_has_everything_the_next_time(tmp_path: Path, find: Find) -> None:
    """An ordinary restart of the bot."""
    async with embedded.server(tmp_path, find) as url, memory(url) as store:
        await store.mark_handled("T1:C1:1.0")
        pid = pid_of(tmp_path)
        assert is_running(pid)
    assert not is_running(pid)
    async with embedded.server(tmp_path, find) as url, memory(url) as store:
        assert await store.handled("T1:C1:1.0")


async def test_it_never_drops_what_it_was_told(tmp_path: Path, find: Find) -> None:
    """No eviction, and everything goes into a file that any version can read."""
    async with embedded.server(tmp_path, find) as url:
        redis = open_redis(str(url))
        promises = {"maxmemory-policy": "noeviction", "appendonly": "yes", "aof-use-rdb-preamble": "no"}
        assert {name: (await redis.config_get(name))[name] for name in promises} == promises
        await redis.aclose()


async def test_killed_it_comes_back_with_every_key(tmp_path: Path, find: Find) -> None:
    """Kill -9 of the server: the bot that uses it starts it again, and the same client goes on."""
    async with embedded.server(tmp_path, find) as url, memory(url) as store:
        for n in range(100):
            await store.mark_handled(f"T1:C1:{n}")
        os.kill(pid_of(tmp_path), signal.SIGKILL)
        assert all([await store.handled(f"T1:C1:{n}") for n in range(100)])


async def test_who_comes_second_joins_and_who_leaves_last_stops_it(tmp_path: Path, find: Find) -> None:
    """It runs as long as anybody needs it."""
    async with embedded.server(tmp_path, find) as url:
        pid = pid_of(tmp_path)
        second = embedded.server(tmp_path, find)
        assert await second.__aenter__() == url
    async with memory(url) as store:
        await store.ping()
    assert pid_of(tmp_path) == pid
    await second.__aexit__(None, None, None)
    assert not is_running(pid)


async def test_many_at_once_get_one_server(tmp_path: Path, find: Find) -> None:
    """All start in the same moment, and leave in any order."""

    async def come_and_go(moments: int) -> int:
        async with embedded.server(tmp_path, find) as url, memory(url) as store:
            await asyncio.sleep(moments / 1000)
            await store.attempts("T1:C1:1.0")
            return pid_of(tmp_path)

    assert len(set(await asyncio.gather(*(come_and_go(n) for n in range(12))))) == 1
    async with embedded.server(tmp_path, find) as url, memory(url) as store:
        assert await store.attempts("T1:C1:1.0") == 13


async def test_processes_share_one_server(tmp_path: Path, server_binary: Path) -> None:
    """A web process and a worker of their own, started together."""
    async with another_process(tmp_path, server_binary) as web, another_process(tmp_path, server_binary) as worker:
        assert await said(web) == await said(worker) == f"unix://{tmp_path / 'redis' / 'redis.sock'}"
        pid = pid_of(tmp_path)
        await web.communicate(b"")
        assert is_running(pid)
        await worker.communicate(b"")
    assert not is_running(pid)


async def test_the_server_of_a_killed_bot_is_joined(tmp_path: Path, server_binary: Path, find: Find) -> None:
    """Kill -9 of the bot leaves a server, which the next one takes over and stops in the end."""
    async with another_process(tmp_path, server_binary) as bot:
        async with memory(await said(bot)) as store:
            await store.mark_handled("T1:C1:1.0")
        pid = pid_of(tmp_path)
        bot.kill()
        await bot.wait()
    async with embedded.server(tmp_path, find) as url, memory(url) as store:
        assert await store.handled("T1:C1:1.0")
        assert pid_of(tmp_path) == pid
    assert not is_running(pid)


async def test_both_killed(tmp_path: Path, server_binary: Path, find: Find) -> None:
    """As after a power cut: the socket that is left over is in nobody's way."""
    async with another_process(tmp_path, server_binary) as bot:
        async with memory(await said(bot)) as store:
            await store.mark_handled("T1:C1:1.0")
        bot.kill()
        await bot.wait()
        os.kill(pid_of(tmp_path), signal.SIGKILL)
    async with embedded.server(tmp_path, find) as url, memory(url) as store:
        assert await store.handled("T1:C1:1.0")


async def test_a_server_that_hangs_is_not_waited_for_for_ever(tmp_path: Path, find: Find) -> None:
    """Neither by who joins nor by who leaves; and no second one starts on its data."""
    first, second = (embedded.server(tmp_path, find, patience=0.2) for _ in range(2))
    await first.__aenter__()
    os.kill(pid_of(tmp_path), signal.SIGSTOP)
    with pytest.raises(StoreDown, match=r"^The private Redis does not answer; see .*server\.log\.$"):
        await second.__aenter__()
    with pytest.raises(StoreDown, match=r"^The private Redis in .* neither answers nor stops; end it by hand\.$"):
        await first.__aexit__(None, None, None)
    os.kill(pid_of(tmp_path), signal.SIGKILL)
