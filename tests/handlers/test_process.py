"""A process of the bot: what ends it, and what it says about that."""

from __future__ import annotations

import asyncio
import os
import signal
from typing import TYPE_CHECKING

import pytest

from bot.errors import BadSettings, StoreDown
from handlers import process

if TYPE_CHECKING:
    from handlers.process import Process


def dies_of(error: Exception, tasks: int = 1) -> Process:
    """A process of so many tasks, the first of which fails."""

    async def task(number: int) -> None:
        if not number:
            raise error
        await asyncio.Event().wait()

    async def all_tasks() -> None:
        async with asyncio.TaskGroup() as group:
            for number in range(tasks):
                group.create_task(task(number))

    return all_tasks


FAULTS = BadSettings(("PORT: taken.", "REDIS_URL: unreadable."))


@pytest.mark.parametrize(
    "error", [(FAULTS, 2, "PORT: taken.\nREDIS_URL: unreadable.\n"), (StoreDown("Gone."), 1, "Gone.\n")]
)
def test_what_keeps_it_from_running_is_told_in_sentences(
    capsys: pytest.CaptureFixture[str], error: tuple[Exception, int, str]
) -> None:
    """Whichever of its tasks met it."""
    exception, code, said = error
    assert process.run(dies_of(exception, tasks=3)) == code
    assert capsys.readouterr().err == said


def test_a_fault_of_ours_is_not_hidden() -> None:
    """A supervisor sees it, and its traceback is in the log."""
    with pytest.raises(ExceptionGroup) as raised:
        process.run(dies_of(LookupError("x"), tasks=2))
    assert raised.group_contains(LookupError)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_lets_it_finish(number: signal.Signals) -> None:
    """What it has in hand, and then it ends as if nothing were."""
    finished = []

    async def busy() -> None:
        try:
            os.kill(os.getpid(), number)
            await asyncio.Event().wait()
        finally:
            await asyncio.sleep(0)
            finished.append(True)

    assert process.run(busy) == 0
    assert finished == [True]
