"""The same message only once: at the door, before anything is queued."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Protocol

from bot.storage.guard import answering

if TYPE_CHECKING:
    from bot.storage.store import Store
    from handlers.note import Note


AT_ONCE = 40  # notes on their way to Redis; each holds a connection, and a pool of a hundred refuses rather than waits


class Queue(Protocol):
    """Where notes wait for a worker."""

    async def add(self, note: Note, after: float = 0.0) -> None:
        """Queue it, for in so many seconds; raises `StoreDown` when that fails."""


class Once:
    """Lets a note through to the queue unless its event was dealt with already; of a burst, some at a time.

    Slack delivers an event up to four times. While a note waits or runs, the queue itself knows its key; afterwards
    the store does.
    """

    def __init__(self, store: Store, queue: Queue) -> None:
        self._store, self._queue = store, queue
        self._turns = asyncio.Semaphore(AT_ONCE)

    @answering()
    async def queue(self, note: Note | None) -> None:
        """Queue the note, once; nothing for None. All steps together take no longer than Slack waits.

        A question gets its place among those of its thread here, since workers may begin with it in any order.

        Raises:
            StoreDown: Redis is out of reach; acknowledge nothing, Slack delivers again.
        """
        if note is None:
            return
        async with self._turns:
            if not await self._store.handled(note.key):
                if note.want == "question":
                    await self._store.take_place(*note.place)
                await self._queue.add(note)
