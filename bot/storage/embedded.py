"""The private Redis or Valkey of a set-up without `REDIS_URL`: a unix socket, no TCP port, an append-only file.

Two locks in the server's directory order everything; both vanish with the process that holds them, `kill -9` included:

* ``alive`` is held by the server process itself, which inherits it. Who gets it starts a server; who does not, joins.
* ``users`` is shared by all that use the server. Who leaves and finds nobody else there stops it.

So two never run at once on the same file, a server whose users were all killed is joined by the next one, one that was
killed is started again by whoever uses it, and it runs as long as anybody needs it, whoever started it.
"""

from __future__ import annotations

import asyncio
import fcntl
import os
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from pathlib import Path
from urllib.parse import quote

from redis.asyncio import Redis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import RedisError

from bot.errors import StoreDown
from bot.storage.launch import LOG, clear_socket, find_server, socket_of, spawn

_PATIENCE = 20.0
"""Seconds for a server to start, to read its file and to stop."""

_POLL = 0.01
"""Seconds between two looks while waiting."""

_WATCH = 0.5
"""Seconds between two looks whether the server still lives."""


@asynccontextmanager
async def server(data_dir: Path, find: Callable[[], Path | None] = find_server) -> AsyncIterator[str | None]:
    """A private server for the data in ``data_dir/redis`` (0700): its ``unix://`` URL, or None without a server binary.

    Starts one or joins the one that runs, starts it again when it dies; the last to leave stops it. `find` tells the
    binary.

    Raises:
        StoreDown: the server does not start or does not answer; its log is beside its data.
    """
    binary = find()
    if binary is None:
        yield None
        return
    home = _home(data_dir)
    with _opened(home / "users") as users:
        await _wait_for(users, fcntl.LOCK_SH)
        await _start_or_join(binary, home)
        watch = asyncio.create_task(_watch(binary, home))
        try:
            yield f"unix://{quote(str(socket_of(home)))}"
        finally:
            watch.cancel()
            await asyncio.gather(watch, return_exceptions=True)
            if _take(users, fcntl.LOCK_EX):
                await _stop(home)


def _home(data_dir: Path) -> Path:
    home = data_dir.absolute() / "redis"
    data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    home.mkdir(mode=0o700, exist_ok=True)
    home.chmod(0o700)
    return home


async def _start_or_join(binary: Path, home: Path) -> None:
    started = _start_if_dead(binary, home)
    deadline = time.monotonic() + _PATIENCE
    while not await _answers(home):
        died = _start_if_dead(binary, home) and started
        if died or time.monotonic() > deadline:
            message = f"The private Redis does not answer; see {home / LOG}."
            raise StoreDown(message)
        await asyncio.sleep(_POLL)


async def _watch(binary: Path, home: Path) -> None:
    while True:
        await asyncio.sleep(_WATCH)
        with suppress(StoreDown):
            _start_if_dead(binary, home)


def _start_if_dead(binary: Path, home: Path) -> bool:
    with _opened(home / "alive") as alive:
        dead = _take(alive, fcntl.LOCK_EX)
        if dead:
            spawn(binary, home, keep_open=alive)
        return dead


async def _answers(home: Path) -> bool:
    async with _client(home) as redis:
        try:
            return bool(await redis.ping())
        except (RedisError, OSError):
            return False


async def _stop(home: Path) -> None:
    async with _client(home) as redis:
        with suppress(RedisError, OSError):
            await redis.shutdown(nosave=True)
    with _opened(home / "alive") as alive:
        await _wait_for(alive, fcntl.LOCK_EX)
    clear_socket(home)


def _client(home: Path) -> Redis:
    once = Retry(NoBackoff(), 0)
    return Redis(unix_socket_path=str(socket_of(home)), socket_timeout=_PATIENCE, retry=once)


@contextmanager
def _opened(lock: Path) -> Iterator[int]:
    descriptor = os.open(lock, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        yield descriptor
    finally:
        os.close(descriptor)


def _take(lock: int, how: int) -> bool:
    try:
        fcntl.flock(lock, how | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


async def _wait_for(lock: int, how: int) -> None:
    deadline = time.monotonic() + _PATIENCE
    while not _take(lock, how):
        if time.monotonic() > deadline:
            message = "Another process keeps the private Redis from starting or stopping."
            raise StoreDown(message)
        await asyncio.sleep(_POLL)
