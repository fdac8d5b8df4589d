"""Whose turn it is to fetch: a host's and a workspace's rates, kept by all workers together.

A sliding window with a place in the queue. Each key holds the moments of the fetches of the last period, and of those
that were promised a turn: whoever is over the rate is told when to come back, and no one who asks later is let in
before. A promise is checked again when it is taken up, so that a rate holds even when everybody comes late.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256
from math import ceil
from typing import TYPE_CHECKING, cast
from uuid import uuid4
from weakref import WeakValueDictionary

from redis.exceptions import WatchError

from bot.settings import PACE, Pace
from bot.storage import keys
from bot.storage.guard import answering
from bot.storage.memory import Client, Memory

if TYPE_CHECKING:
    from redis.asyncio.client import Pipeline

Clock = Callable[[], float]
"""Seconds since 1970. The workers' clocks are taken to agree within a second, as the job engine does."""

Moment = Callable[[list[float], float | None, float], float]
"""From the moments of all others, sorted, what was promised before, and now: the moment that it is to be."""


@dataclass(frozen=True, slots=True)
class _Turn:
    """A moment in a key: now, or promised for later; ``mark`` is what it is kept by."""

    key: str
    mark: bytes
    wait: float


class Turns(Memory):
    """Turns at hosts and of workspaces. Every method raises `StoreDown` when Redis fails."""

    def __init__(self, redis: Client, retention: timedelta, pace: Pace = PACE, clock: Clock = time.time) -> None:
        super().__init__(redis, retention)
        self._pace, self._clock = pace, clock
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    @answering()
    async def turn(self, host: str, workspace: str | None, identity: str) -> float:
        """Seconds until a page of ``host`` may be fetched for a workspace: 0 means now, and counts as done.

        Otherwise its place in the queue is kept until a minute after that: ask again then, under the same identity.
        """
        token = sha256(identity.encode("utf-8", "surrogatepass")).hexdigest().encode()
        own = await self._take(keys.fetches_for(workspace), token, self._pace.workspace) if workspace else None
        if own and own.wait:
            return own.wait
        theirs = await self._take(keys.fetches_from(host), token, self._pace.host)
        if own and theirs.wait:  # a turn that can't be used yet becomes a promise for when it can
            await self._place(own.key, token, lambda _others, _own, now: now + theirs.wait, own.mark)
        return theirs.wait

    @answering()
    async def count(self, host: str) -> None:
        """Counts a fetch from a host that a redirect led to."""
        await self._place(keys.fetches_from(host), b"", lambda _others, _own, now: now)

    async def _take(self, key: str, token: bytes, most: int) -> _Turn:
        period = self._pace.period.total_seconds()
        return await self._place(key, token, lambda others, own, now: when(others, own, now, most, period))

    async def _place(self, key: str, token: bytes, moment: Moment, gone: bytes = b"") -> _Turn:
        """Writes down the moment that is found for a token.

        Nothing else may change meanwhile; only the first of several at once gets through, so that within a process they
        come one by one.
        """
        lock = self._locks.setdefault(key, asyncio.Lock())
        while True:
            async with lock, cast("Pipeline", self._redis.pipeline(transaction=True)) as pipe:
                await pipe.watch(key)
                now, period = self._clock(), self._pace.period.total_seconds()
                known = await pipe.zrangebyscore(key, now - period, "+inf", withscores=True)
                found = cast("list[tuple[bytes, float]]", known)
                taken = {mark: at for mark, at in found if at > now - period and mark != gone}
                own = taken.pop(token, None)
                at = moment(sorted(taken.values()), own, now)
                if own is not None and at == own > now:  # it stands as it was
                    return _Turn(key, token, at - now)
                mark = token if at > now else uuid4().hex.encode()
                pipe.multi()  # type: ignore[no-untyped-call]  # redis-py leaves it untyped
                pipe.zremrangebyscore(key, "-inf", now - period)
                pipe.zrem(key, token, gone)
                pipe.zadd(key, {mark: at})
                pipe.pexpire(key, ceil((max([at, *taken.values()]) + period - now) * 1000))
                with suppress(WatchError):
                    await pipe.execute()
                    return _Turn(key, mark, at - now)


def when(others: list[float], own: float | None, now: float, most: int, period: float) -> float:
    """The moment of the next turn, ``now`` or later; ``others`` are the moments of the last period and all to come.

    ``own`` is what was promised before: it stands until it is due, and then only what is past counts before it.
    Whoever has no promise goes behind all who have one.
    """
    if own is not None and own > now:
        return own
    before = others if own is None else [at for at in others if at <= now]
    return max(now, before[-most] + period) if len(before) >= most else now
