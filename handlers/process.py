"""A process of the bot: it runs until a signal, and what keeps it from running is told in a sentence each."""

from __future__ import annotations

import asyncio
import signal
import sys
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING

from bot.errors import BadSettings, StoreDown

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Coroutine

    Process = Callable[[], Coroutine[None, None, None]]

STOPPED, DOWN, MISUSED = 0, 1, 2  # exit codes


def run(process: Process) -> int:
    """Run a process until SIGINT or SIGTERM, or until it can't go on; the exit code.

    The first signal lets it finish what it has in hand, a second one does not.
    """
    try:
        asyncio.run(_until_signal(process))
    except Exception as error:
        alone = _alone(error)
        if isinstance(alone, BadSettings):
            return complain(alone)
        if isinstance(alone, StoreDown):
            print(alone, file=sys.stderr)  # noqa: T201  to whoever starts the process
            return DOWN
        raise
    return STOPPED


def complain(error: BadSettings) -> int:
    """Print every fault of the settings; the exit code."""
    for fault in error.faults:
        print(fault, file=sys.stderr)  # noqa: T201  likewise
    return MISUSED


@asynccontextmanager
async def beside(*works: Coroutine[None, None, object]) -> AsyncIterator[None]:
    """What goes on without end beside the body: one that fails takes the body with it, and it ends with the body.

    Told to stop, the engine in the body returns as if nothing had happened: so the rest is cancelled here.
    """
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(work) for work in works]
        yield
        for task in tasks:
            task.cancel()


async def _until_signal(process: Process) -> None:
    task = asyncio.ensure_future(process())
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, task.cancel)
    with suppress(asyncio.CancelledError):
        await task


def _alone(error: BaseException) -> BaseException:
    """The one error inside of groups of one: what a task of several died of."""
    while isinstance(error, BaseExceptionGroup) and len(error.exceptions) == 1:
        error = error.exceptions[0]
    return error
