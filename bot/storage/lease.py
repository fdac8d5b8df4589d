"""A claim on a piece of work, held by one worker at a time, that outlives its holder only by a moment."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import timedelta
from math import inf
from typing import TYPE_CHECKING, cast
from uuid import uuid4

from bot.errors import StoreDown
from bot.storage.guard import answering
from bot.storage.memory import Client, if_still

if TYPE_CHECKING:
    from redis.asyncio.client import Pipeline

_POLL = 0.05
"""Seconds between two looks at a claim that somebody else has."""


class Lease:
    """A claim under `key`: lapses `length` after its last renewal, and is renewed three times in that time."""

    def __init__(self, redis: Client, key: str, length: timedelta) -> None:
        self._redis = redis
        self._key = key
        self._length = length
        self._token = uuid4().hex.encode()

    @asynccontextmanager
    async def held(self, patience: timedelta | None = None) -> AsyncIterator[None]:
        """Waits for the claim, keeps it while the body runs, and gives it up; after ``patience``, goes on without it.

        Raises:
            StoreDown: Redis fails while waiting. Failures later on are not raised: the claim lapses by itself.
        """
        clock = asyncio.get_running_loop().time
        until = clock() + patience.total_seconds() if patience else inf
        while not await self._take():  # the holder may be on another machine: no event to wait for
            if clock() > until:
                yield
                return
            await asyncio.sleep(_POLL)
        over = asyncio.Event()
        renewal = asyncio.create_task(self._keep(over))
        try:
            yield
        finally:
            over.set()
            await asyncio.gather(renewal, return_exceptions=True)
            with suppress(StoreDown):
                await self._give_up()

    @answering()
    async def _take(self) -> bool:
        # Read back and not judged by the reply to SET: that is lost when the connection breaks, and SET is sent again.
        async with cast("Pipeline", self._redis.pipeline(transaction=True)) as pipe:
            pipe.set(self._key, self._token, nx=True, px=self._length)
            pipe.get(self._key)
            return bool((await pipe.execute())[1] == self._token)

    async def _keep(self, over: asyncio.Event) -> None:
        # Told to end and not cancelled: on Python 3.11 redis-py's `wait_for` loses a cancellation that comes as a
        # command has just been sent, and the claim would be renewed for ever.
        ours = True
        while ours:
            with suppress(TimeoutError):
                async with asyncio.timeout(self._length.total_seconds() / 3):
                    await over.wait()
            if over.is_set():
                return
            with suppress(StoreDown):
                ours = await self._renew()

    @answering()
    async def _renew(self) -> bool:
        return await if_still(self._redis, self._key, self._token, lambda pipe: pipe.pexpire(self._key, self._length))

    @answering()
    async def _give_up(self) -> bool:
        return await if_still(self._redis, self._key, self._token, lambda pipe: pipe.delete(self._key))
