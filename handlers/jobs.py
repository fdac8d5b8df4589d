"""The slow work, as queue tasks. The only room with the job engine in it.

Notes wait in Redis Streams (pydocket) until a worker has finished with them: one that was killed leaves its notes to
the others after the lease. A note's key is its idempotency key: added twice, it runs once.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import timedelta

import structlog
from docket import Docket, ExponentialRetry, Retry, Worker

from bot.storage.guard import answering
from handlers.note import Note, pack, unpack

Handle = Callable[[Note, int], Awaitable[None]]
NAME = "dateline"
TASK = "note"
CHECK = timedelta(milliseconds=50)  # reliability.md: throughput is slots by interval
RECONNECT = timedelta(seconds=1)
ATTEMPTS = 8  # with the delays below: about four minutes of Slack or Redis in trouble
FIRST_DELAY, LONGEST_DELAY = timedelta(seconds=1), timedelta(seconds=64)
AGAIN = ExponentialRetry(attempts=ATTEMPTS, minimum_delay=FIRST_DELAY, maximum_delay=LONGEST_DELAY)
_log = structlog.get_logger(__name__)


class Queue:
    """Where listeners put notes. Adding takes a few milliseconds, or fails in time for Slack to try again."""

    def __init__(self, docket: Docket) -> None:
        self._docket = docket

    @answering()
    async def add(self, note: Note) -> None:
        """Queue a note; one with the same key that waits or runs already makes this nothing.

        Raises:
            StoreDown: Redis did not take it; acknowledge nothing.
        """
        await self._docket.add(TASK, key=note.key)(pack(note))


@asynccontextmanager
async def queue(url: str) -> AsyncIterator[tuple[Queue, Docket]]:
    """The queue at a Redis address, and the engine for `work`."""
    async with Docket(name=NAME, url=url) as docket:
        docket.register(_elsewhere, names=[TASK])
        yield Queue(docket), docket


async def work(
    docket: Docket, handle: Handle, give_up: Callable[[Note], Awaitable[None]], slots: int, lease: timedelta
) -> None:
    """Work on notes until cancelled, ``slots`` at a time; a worker silent for ``lease`` loses its notes to others."""

    async def note(packed: str, retry: Retry = AGAIN) -> None:
        wanted = unpack(packed)
        try:
            await handle(wanted, retry.attempt - 1)
        except Exception:
            _log.exception("note failed", want=wanted.want, key=wanted.key, attempt=retry.attempt)
            if retry.attempt >= ATTEMPTS:
                await give_up(wanted)
            raise

    docket.register(note, names=[TASK])
    async with Worker(
        docket,
        concurrency=slots,
        redelivery_timeout=lease,
        minimum_check_interval=CHECK,
        scheduling_resolution=CHECK,
        reconnection_delay=RECONNECT,
        schedule_automatic_tasks=False,
    ) as worker:
        await worker.run_forever()


async def _elsewhere(packed: str) -> None:
    """What a web process knows of the task: its name and its argument. Workers do it."""
    await asyncio.sleep(0)
    raise RuntimeError(f"a note of {len(packed)} characters came to a process without a worker")
