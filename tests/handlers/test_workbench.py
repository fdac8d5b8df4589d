"""The one thread for what is slow, and work that never ends."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator

import pytest

from handlers.workbench import Workbench, Worn

SOON = 0.1  # seconds
IN_TIME = 10.0


@pytest.fixture
def endless() -> Iterator[threading.Event]:
    """Something to wait for, for ever; the story's end lets its threads go."""
    gate = threading.Event()
    yield gate
    gate.set()


def test_work_is_done_one_by_one_in_one_thread() -> None:
    """In the order in which it came; what is left in the line is finished at the end."""
    done: list[tuple[int, str]] = []

    def work(number: int) -> int:
        done.append((number, threading.current_thread().name))
        return number * 2

    with Workbench(IN_TIME, name="bench") as bench:
        futures = [bench.submit(work, number) for number in range(9)]
    assert [future.result() for future in futures] == [number * 2 for number in range(9)]
    assert done == [(number, "bench") for number in range(9)]


def test_what_work_raises_is_its_callers() -> None:
    """And the thread goes on."""
    with Workbench(IN_TIME) as bench:
        with pytest.raises(ZeroDivisionError):
            bench.submit(lambda: 1 / 0).result()
        with pytest.raises(SystemExit):
            bench.submit(exit, 3).result()
        assert bench.submit(max, 1, 2).result() == 2


def test_what_never_ends_is_given_up(endless: threading.Event) -> None:
    """Those who wait behind it get their turn from another thread; the bench can be closed all the same."""
    with Workbench(SOON) as bench:
        stuck = [bench.submit(endless.wait) for _ in range(2)]
        quick = bench.submit(max, 1, 2)
        for each in stuck:
            with pytest.raises(TimeoutError, match=r"given up after 0\.1 s"):
                each.result(IN_TIME)
        assert quick.result(IN_TIME) == 2


def test_what_never_ends_does_not_keep_the_bench_open(endless: threading.Event) -> None:
    """Closed in the middle of it: what waits behind is done, and that is all."""
    with Workbench(SOON) as bench:
        stuck, quick = bench.submit(endless.wait), bench.submit(max, 1, 2)
    assert isinstance(stuck.exception(), TimeoutError)
    assert quick.result() == 2


def test_what_comes_too_late_is_dropped(endless: threading.Event) -> None:
    """The thread that was left behind ends with its work, and takes nothing more."""
    threads: list[threading.Thread] = []

    def late() -> None:
        threads.append(threading.current_thread())
        endless.wait()

    with Workbench(SOON) as bench:
        with pytest.raises(TimeoutError):
            bench.submit(late).result(IN_TIME)
        endless.set()
        threads[0].join(IN_TIME)
        assert not threads[0].is_alive()
        assert bench.submit(max, 1, 2).result(IN_TIME) == 2


async def test_a_process_that_left_too_much_behind_should_end(endless: threading.Event) -> None:
    """Not before; and it is told while it goes on working."""
    with Workbench(SOON, most=2) as bench:
        told = asyncio.create_task(bench.wear())
        first, second = bench.submit(endless.wait), bench.submit(endless.wait)
        await asyncio.gather(asyncio.wrap_future(first), return_exceptions=True)
        assert not told.done()
        with pytest.raises(Worn, match="2 threads were left behind"):
            await asyncio.wait_for(told, IN_TIME)
        assert second.done()
        assert await asyncio.wrap_future(bench.submit(max, 1, 2)) == 2


async def test_a_process_that_ends_anyway_is_not_told(endless: threading.Event) -> None:
    """Whoever waited for it is gone."""
    with Workbench(SOON, most=1) as bench:
        told = asyncio.create_task(bench.wear())
        await asyncio.sleep(0)
        told.cancel()
        await asyncio.gather(told, return_exceptions=True)
        await asyncio.gather(asyncio.wrap_future(bench.submit(endless.wait)), return_exceptions=True)
        assert bench.submit(max, 1, 2).result(IN_TIME) == 2


def test_what_nobody_waits_for_any_more_is_passed_over(endless: threading.Event) -> None:
    """Cancelled while it was in the line."""
    done: list[int] = []
    with Workbench(IN_TIME) as bench:
        first = bench.submit(endless.wait)
        second = bench.submit(done.append, 2)
        assert second.cancel()
        endless.set()
        assert first.result(IN_TIME)
    assert done == []


def test_it_can_be_closed_without_waiting(endless: threading.Event) -> None:
    """What is in the line is finished by itself."""
    bench = Workbench(IN_TIME)
    last = bench.submit(endless.wait)
    bench.shutdown(wait=False)
    endless.set()
    assert last.result(IN_TIME)
