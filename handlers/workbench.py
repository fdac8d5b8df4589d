"""One thread for what is slow, which one piece of work can't hold for ever."""

from __future__ import annotations

import asyncio
import threading
from concurrent.futures import Executor, Future
from functools import partial
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

import structlog

if TYPE_CHECKING:
    from collections.abc import Callable

P = ParamSpec("P")
T = TypeVar("T")
_LOOK = 0.1  # seconds between two looks which thread there is to wait for
_log = structlog.get_logger(__name__)


class Worn(Exception):
    """Too many threads were left behind: the process is slow by now, and a new one would not be."""


class _Hand:
    """A thread at the bench: what it has in hand, and whether it was left behind with it."""

    def __init__(self) -> None:
        self.work: Future[Any] | None = None
        self.left = False
        self.lock = threading.Lock()

    def take(self, work: Future[Any] | None) -> bool:
        """Put something into this hand, or nothing; False when it was left behind."""
        with self.lock:
            self.work = work
            return not self.left

    def leave(self, work: Future[Any]) -> bool:
        """Leave it behind, if it still has that work."""
        with self.lock:
            self.left = self.left or self.work is work
            return self.left


class Workbench(Executor):
    """An executor with one thread. What takes longer than ``patience`` seconds fails with `TimeoutError`.

    A thread can't be ended, so that one is left behind with its work, and another one goes on with what waits. It ends
    with its work, or with the process, whose end is due when ``most`` of them were left behind. Work that never lets
    any other thread run (a loop in C) can't be given up.
    """

    def __init__(self, patience: float, most: int = 3, name: str = "newsdesk") -> None:
        self._patience, self._most, self._name = patience, most, name
        self._left = 0
        self._worn: Future[None] = Future()
        self._line: SimpleQueue[tuple[Future[Any], Callable[[], Any]] | None] = SimpleQueue()
        self._thread = self._begin()

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Put work into the line."""
        work: Future[T] = Future()
        self._line.put((work, partial(fn, *args, **kwargs)))
        return work

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002  # the standard library's signature
        """Let the line be finished, and wait for that; not for what was left behind."""
        self._line.put(None)
        while wait and (thread := self._thread).is_alive():
            thread.join(_LOOK)  # it may be left behind meanwhile

    async def wear(self) -> None:
        """Wait until the process should end, so that another one takes over.

        Raises:
            Worn: now.
        """
        await asyncio.wrap_future(self._worn)

    def _begin(self) -> threading.Thread:
        thread = threading.Thread(target=self._serve, args=(_Hand(),), name=self._name, daemon=True)
        thread.start()
        return thread

    def _serve(self, hand: _Hand) -> None:
        while (item := self._line.get()) is not None:
            work, call = item
            if not work.set_running_or_notify_cancel():
                continue
            hand.take(work)
            watch = threading.Timer(self._patience, self._give_up, (hand, work))
            watch.daemon = True
            watch.start()
            outcome = _tried(call)
            watch.cancel()
            if not hand.take(None):
                return
            outcome(work)

    def _give_up(self, hand: _Hand, work: Future[Any]) -> None:
        if hand.leave(work):
            _log.error("work given up; its thread goes on until the process ends", seconds=self._patience)
            self._thread = self._begin()
            work.set_exception(TimeoutError(f"given up after {self._patience:g} s"))
            self._left += 1
            if self._left == self._most and self._worn.set_running_or_notify_cancel():
                self._worn.set_exception(Worn(f"{self._left} threads were left behind: the process has to start anew"))


def _tried(call: Callable[[], Any]) -> Callable[[Future[Any]], None]:
    try:
        result = call()
    except BaseException as error:  # noqa: BLE001  # it belongs to whoever waits for the work
        return partial(_failed, error=error)
    return lambda work: work.set_result(result)


def _failed(work: Future[Any], error: BaseException) -> None:
    work.set_exception(error)
