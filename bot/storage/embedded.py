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
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from redis.asyncio import Redis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import RedisError

from bot.errors import BadSettings, StoreDown
from bot.storage.launch import LOG, clear_socket, find_server, socket_of, spawn

PATIENCE = 20.0
"""Seconds for a server to start, to read its file and to stop."""

_POLL = 0.01
"""Seconds between two looks while waiting."""

_WATCH = 0.1
"""Seconds between two looks whether the server still lives."""


@asynccontextmanager
async def server(
    data_dir: Path, find: Callable[[], Path | None] = find_server, patience: float = PATIENCE
) -> AsyncIterator[str | None]:
    """A private server for the data in ``data_dir/redis`` (0700): its ``unix://`` URL, or None without a server binary.

    Starts one or joins the one that runs, starts it again when it dies; the last to leave stops it. `find` tells the
    binary, `patience` how many seconds it may take to start and to stop.

    Raises:
        StoreDown: the server does not start, answer or stop; its log is beside its data.
        BadSettings: `data_dir` can't be made or written to.
    """
    binary = find()
    if binary is None:
        yield None
        return
    private = _Server(binary, _home(data_dir), patience)
    with _opened(private.home / "users") as users:
        await private.wait_for(users, fcntl.LOCK_SH)
        await private.start_or_join()
        watch = asyncio.create_task(private.watch())
        try:
            yield f"unix://{quote(str(socket_of(private.home)))}"
        finally:
            watch.cancel()
            await asyncio.gather(watch, return_exceptions=True)
            if _take(users, fcntl.LOCK_EX):
                await private.stop()


@dataclass(frozen=True, slots=True)
class _Server:
    """The server of one directory, whoever started it."""

    binary: Path
    home: Path
    patience: float

    async def start_or_join(self) -> None:
        started = self._start_if_dead()
        deadline = time.monotonic() + self.patience
        while not await self._answers():
            died = self._start_if_dead() and started
            if died or time.monotonic() > deadline:
                raise StoreDown(f"The private Redis does not answer; see {self.home / LOG}.")
            await asyncio.sleep(_POLL)

    async def watch(self) -> None:
        while True:
            await asyncio.sleep(_WATCH)
            with suppress(StoreDown):
                self._start_if_dead()

    async def stop(self) -> None:
        async with self._client() as redis:
            with suppress(RedisError, OSError):
                await redis.shutdown(nosave=True)
        with _opened(self.home / "alive") as alive:
            await self.wait_for(alive, fcntl.LOCK_EX)
        clear_socket(self.home)

    async def wait_for(self, lock: int, how: int) -> None:
        deadline = time.monotonic() + self.patience
        while not _take(lock, how):
            if time.monotonic() > deadline:
                raise StoreDown(f"The private Redis in {self.home} neither answers nor stops; end it by hand.")
            await asyncio.sleep(_POLL)

    def _start_if_dead(self) -> bool:
        with _opened(self.home / "alive") as alive:
            dead = _take(alive, fcntl.LOCK_EX)
            if dead:
                spawn(self.binary, self.home, keep_open=alive)
            return dead

    async def _answers(self) -> bool:
        async with self._client() as redis:
            try:
                return bool(await redis.ping())
            except (RedisError, OSError):
                return False

    def _client(self) -> Redis:
        once = Retry(NoBackoff(), 0)
        return Redis(unix_socket_path=str(socket_of(self.home)), socket_timeout=self.patience, retry=once)


def _home(data_dir: Path) -> Path:
    home = data_dir.absolute() / "redis"
    try:
        data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
        home.mkdir(mode=0o700, exist_ok=True)
        home.chmod(0o700)
    except OSError as error:
        fault = f"DATELINE_DATA_DIR is no directory that the bot can write to: {data_dir} ({error.strerror})."
        raise BadSettings((fault,)) from None
    return home


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
