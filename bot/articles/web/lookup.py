"""The machine's own resolver, asked in threads of its own: name servers that hang keep nobody else waiting."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import threading
from collections.abc import Awaitable, Callable
from typing import TypeAlias

_Future: TypeAlias = asyncio.Future[tuple[str, ...]]
Lookup = Callable[[str, int], Awaitable[tuple[str, ...]]]
"""From a host and a port to the host's addresses; an OSError where there is no such host."""

MOST_AT_ONCE = 16  # look-ups; whoever comes later waits for a place, as long as its own limit lets it


def _system(host: str, port: int) -> tuple[str, ...]:
    return tuple(str(answer[4][0]) for answer in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))


class SystemLookup:
    """Asks ``ask``, which blocks for as long as the resolver's own configuration says: a minute is not unheard of.

    A look-up that nobody waits for any more keeps its place until it ends. So at most ``most`` hang, and they hold no
    place in the loop's executor, nor do they keep the process from ending: that is why these are threads and no pool.
    """

    def __init__(self, ask: Callable[[str, int], tuple[str, ...]] = _system, most: int = MOST_AT_ONCE) -> None:
        self._ask = ask
        self._places = asyncio.Semaphore(most)

    async def __call__(self, host: str, port: int) -> tuple[str, ...]:
        """The addresses of a host, as the machine's resolver gives them.

        Raises:
            OSError: there is no such host.
        """
        await self._places.acquire()
        loop = asyncio.get_running_loop()
        future: _Future = loop.create_future()
        threading.Thread(target=self._work, args=(loop, future, host, port), name=f"dns {host}", daemon=True).start()
        return await future

    def _work(self, loop: asyncio.AbstractEventLoop, future: _Future, host: str, port: int) -> None:
        answers: tuple[str, ...] = ()
        failure: OSError | None = None
        try:
            answers = self._ask(host, port)
        except Exception as error:  # noqa: BLE001  whatever a resolver comes to, who waits must hear of it
            failure = error if isinstance(error, OSError) else OSError(str(error))
        with contextlib.suppress(RuntimeError):  # the loop has ended, and with it whoever asked
            loop.call_soon_threadsafe(self._tell, future, answers, failure)

    def _tell(self, future: _Future, answers: tuple[str, ...], failure: OSError | None) -> None:
        self._places.release()
        if future.done():  # given up meanwhile
            return
        if failure:
            future.set_exception(failure)
        else:
            future.set_result(answers)
