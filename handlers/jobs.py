"""The slow work, as queue tasks. The only room with the job engine in it.

Notes wait in Redis Streams (pydocket) until a worker has finished with them: one that was killed leaves its notes to
the others after the lease. A note's key is its idempotency key: added twice, it runs once.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import UTC, datetime, timedelta

import structlog
from docket import CurrentExecution, Docket, Execution, ExponentialRetry, Retry, Worker
from docket.dependencies import AdmissionBlocked

from bot.errors import Later
from bot.storage.guard import answering
from handlers.note import Note, pack, unpack

Handle = Callable[[Note, int], Awaitable[None]]
GiveUp = Callable[[Note], Awaitable[None]]
NAME = "dateline"
TASK = "note"
CHECK = timedelta(milliseconds=50)  # reliability.md: throughput is slots by interval
CONNECTIONS_A_SLOT, LEAST_CONNECTIONS = 4, 100  # reliability.md, the job engine
RECONNECT = timedelta(seconds=1)
START = 5.0  # seconds for the engine to find Redis in order when a process starts
ATTEMPTS = 20  # with the delays below: about an hour of Slack or Redis in trouble
FIRST_DELAY, LONGEST_DELAY = timedelta(seconds=1), timedelta(minutes=5)
AGAIN = ExponentialRetry(attempts=ATTEMPTS, minimum_delay=FIRST_DELAY, maximum_delay=LONGEST_DELAY)
NOW: Execution = CurrentExecution()  # what the engine puts there: the run of the note
TRIES = 3  # at what fails for a reason of ours, which does not pass
OURS = (ArithmeticError, AssertionError, AttributeError, LookupError, NameError, RuntimeError, TypeError, ValueError)
SWEEP = 1.25 / 4  # of a lease, at most, between two looks of the engine for orphans: a quarter of it, give or take
LATE = timedelta(seconds=4)  # after the lease, an orphan is in other hands
NOTHING = timedelta(0)  # what the engine keeps of a finished note: the store knows what was handled
_log = structlog.get_logger(__name__)


class Queue:
    """Where listeners put notes. Adding takes a few milliseconds, or fails in time for Slack to try again."""

    def __init__(self, docket: Docket) -> None:
        self._docket = docket

    @answering()
    async def add(self, note: Note, after: float = 0.0) -> None:
        """Queue a note for in so many seconds; one with the same key that waits or runs already makes this nothing.

        Raises:
            StoreDown: Redis did not take it; acknowledge nothing.
        """
        when = datetime.now(UTC) + timedelta(seconds=after)
        await self._docket.add(TASK, when, note.key)(pack(note))

    @answering()
    async def workers(self) -> int:
        """How many workers are at work, by the signs of life that each of them gives every two seconds.

        Raises:
            StoreDown: Redis is out of reach.
        """
        return len(await self._docket.task_workers(TASK))


@asynccontextmanager
async def queue(url: str, slots: int = 0) -> AsyncIterator[tuple[Queue, Docket]]:
    """The queue at a Redis address, and the engine for `work` in so many slots.

    Raises:
        StoreDown: Redis is not in order.
    """
    async with AsyncExitStack() as stack:
        async with answering(START):
            docket = await stack.enter_async_context(Docket(name=NAME, url=_roomy(url, slots), execution_ttl=NOTHING))
        docket.register(_elsewhere, names=[TASK])
        yield Queue(docket), docket


async def work(docket: Docket, handle: Handle, give_up: GiveUp, slots: int, lease: timedelta) -> None:
    """Work on notes until cancelled, ``slots`` at a time; a worker silent for ``lease`` loses its notes to others.

    A note whose turn comes `Later` waits in Redis and in no slot, under its key, and is no attempt the poorer.
    """

    async def note(packed: str, retry: Retry = AGAIN, run: Execution = NOW) -> None:
        wanted = _read(packed)
        if wanted is None:
            return
        try:
            try:
                await handle(wanted, retry.attempt - 1)
            except Exception as error:
                if isinstance(error, Later) or not _last(error, retry.attempt, wanted):
                    raise
                await _set_aside(wanted, give_up)
        except Later as wait:
            raise AdmissionBlocked(run, "its turn", retry_delay=timedelta(seconds=wait.seconds)) from None

    docket.register(note, names=[TASK])
    async with Worker(
        docket,
        concurrency=slots,
        redelivery_timeout=orphaned_after(lease),
        minimum_check_interval=CHECK,
        scheduling_resolution=CHECK,
        reconnection_delay=RECONNECT,
        schedule_automatic_tasks=False,
    ) as worker:
        await worker.run_forever()


def orphaned_after(lease: timedelta) -> timedelta:
    """How long a worker must be silent so that its notes are in other hands within the lease and `LATE`."""
    return min(lease, (lease + LATE) / (1 + SWEEP))


def _read(packed: str) -> Note | None:
    """The note; None for one that a version of the bot with other notes left here. Its text stays out of the log."""
    try:
        return unpack(packed)
    except ValueError:
        _log.error("note unreadable", characters=len(packed))
        return None


def _last(error: Exception, attempt: int, wanted: Note) -> bool:
    """Whether another attempt is of no use; says in the log what went wrong."""
    seen = {"want": wanted.want, "key": wanted.key, "attempt": attempt}
    if isinstance(error, OURS):
        _log.error("note failed", exc_info=error, **seen)
        return attempt >= TRIES
    _log.warning("note waits", reason=type(error).__name__, detail=str(error), **seen)
    return attempt >= ATTEMPTS


async def _set_aside(wanted: Note, give_up: GiveUp) -> None:
    """The engine must not see a failure for good: it would keep the exception in Redis, and with it a token."""
    try:
        await give_up(wanted)
    except Later:
        raise
    except Exception as error:  # noqa: BLE001  whatever it is, it is the last thing that is tried for this note
        _log.error("nobody told", want=wanted.want, key=wanted.key, reason=type(error).__name__)


def _roomy(url: str, slots: int) -> str:
    """The address with room for the engine's blocking reads, which hold a connection each."""
    if "max_connections=" in url or url.startswith("memory://"):
        return url
    return f"{url}{'&' if '?' in url else '?'}max_connections={max(LEAST_CONNECTIONS, CONNECTIONS_A_SLOT * slots)}"


async def _elsewhere(packed: str) -> None:
    """What a web process knows of the task: its name and its argument. Workers do it."""
    await asyncio.sleep(0)
    raise RuntimeError(f"a note of {len(packed)} characters came to a process without a worker")
