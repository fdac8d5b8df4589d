"""Whose turn it is to fetch: a host's and a workspace's rates, kept by all workers together.

A sliding window with a place in the queue. Each key holds the moments of the fetches of the last period, and of those
that were promised a turn: whoever is over the rate is told when to come back, and no one who asks later is let in
before. A promise is checked again when it is taken up, so that a rate holds even when everybody comes late.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Mapping
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

Moments = Mapping[bytes, float]
"""What a key holds of the last period and for later: moments, by what they are kept by."""


@dataclass(frozen=True, slots=True)
class Turn:
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
        own = ((keys.fetches_for(workspace), self._window(self._pace.workspace)),) if workspace else ()
        return await self._turn(token, *own, (keys.fetches_from(host), self._window(self._pace.host)))

    @answering()
    async def count(self, host: str) -> None:
        """Counts a fetch from a host that a redirect led to."""
        await self._place(keys.fetches_from(host), b"", lambda _others, _own, now: now)

    def _window(self, most: int) -> Moment:
        period = self._pace.period.total_seconds()
        return lambda others, own, now: when(others, own, now, most, period)

    async def _turn(self, token: bytes, *rates: tuple[str, Moment]) -> float:
        """Seconds until it is the token's turn by all of several rates, each with its key; 0 means now."""
        taken: list[Turn] = []
        for key, moment in rates:
            turn = await self._place(key, token, moment)
            if wait := turn.wait:
                for own in taken:  # a turn that can't be used yet becomes a promise for when it can
                    await self._place(own.key, token, lambda _others, _own, now: now + wait, own.mark)
                return wait
            taken.append(turn)
        return 0.0

    async def _place(self, key: str, token: bytes, moment: Moment, gone: bytes = b"") -> Turn:
        """Writes down the moment that is found for a token; ``gone`` is the mark of one that counts no more."""
        used = uuid4().hex.encode()

        def placed(known: Moments, now: float) -> Moments:
            taken = {mark: at for mark, at in known.items() if mark != gone}
            own = taken.pop(token, None)
            at = moment(sorted(taken.values()), own, now)
            return taken | {token if at > now else used: at}

        kept, now = await self._rearrange(key, placed)
        return Turn(key, token, kept[token] - now) if token in kept else Turn(key, used, 0.0)

    async def _rearrange(self, key: str, change: Callable[[Moments, float], Moments]) -> tuple[Moments, float]:
        """What a key holds after a change of it, and the time of the change.

        Nothing else may change meanwhile; only the first of several at once gets through, so that within a process they
        come one by one.
        """
        lock = self._locks.setdefault(key, asyncio.Lock())
        while True:
            async with lock, cast("Pipeline", self._redis.pipeline(transaction=True)) as pipe:
                await pipe.watch(key)
                now, period = self._clock(), self._pace.period.total_seconds()
                found = await pipe.zrangebyscore(key, now - period, "+inf", withscores=True)
                known = {mark: at for mark, at in cast("list[tuple[bytes, float]]", found) if at > now - period}
                kept = change(known, now)
                if kept == known:  # it stands as it was
                    return kept, now
                pipe.multi()  # type: ignore[no-untyped-call]  # redis-py leaves it untyped
                pipe.zremrangebyscore(key, "-inf", now - period)
                if gone := known.keys() - kept.keys():
                    pipe.zrem(key, *gone)
                pipe.zadd(key, {mark: at for mark, at in kept.items() if known.get(mark) != at})
                pipe.pexpire(key, ceil((max(kept.values()) + period - now) * 1000))
                with suppress(WatchError):
                    await pipe.execute()
                    return kept, now


def when(others: list[float], own: float | None, now: float, most: int, period: float) -> float:
    """The moment of the next turn, ``now`` or later; ``others`` are the moments of the last period and all to come.

    ``own`` is what was promised before: it stands until it is due, and then only what is past counts before it.
    Whoever has no promise goes behind all who have one.
    """
    if own is not None and own > now:
        return own
    before = others if own is None else [at for at in others if at <= now]
    return max(now, before[-most] + period) if len(before) >= most else now
