"""Whose turn it is in a channel that is told to wait: first come, first served, by all workers together.

While nobody is told to wait there is nothing here, and everybody goes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from bot.storage import keys
from bot.storage.guard import answering
from bot.storage.turns import Turns

if TYPE_CHECKING:
    from datetime import timedelta

GAP = 1.0
"""Seconds from one to the next when the wait is over: Slack takes about one post a second in a channel (slack.md)."""


class Lanes(Turns):
    """Lanes of channels, by the idempotency keys ``workspace:channel:ts…`` of those who wait.

    Every method raises `StoreDown` when Redis fails.
    """

    @answering()
    async def hold(self, event: str, wait: timedelta) -> None:
        """The channel takes nothing for so long; whoever found that out is the next one then, or keeps his place."""
        async with self._pipeline() as pipe:
            pipe.set(keys.held(event), b"", px=wait)
            pipe.zadd(keys.lane(event), {event: self._clock()}, nx=True)
            pipe.expire(keys.lane(event), keys.LANE)
            await pipe.execute()

    @answering()
    async def ahead(self, event: str) -> float:
        """Seconds until an event may post in its channel: 0 means now. Whoever has to wait gets a place in the lane.

        A place is kept for ten minutes: somebody may have died in it.
        """
        lane, now = keys.lane(event), self._clock()
        async with self._pipeline() as pipe:
            pipe.zremrangebyscore(lane, "-inf", now - keys.LANE.total_seconds())
            pipe.zrange(lane, 0, -1)
            pipe.pttl(keys.held(event))
            _, found, left = await pipe.execute()
        waiting = [place.decode() for place in cast("list[bytes]", found)]
        place = waiting.index(event) if event in waiting else len(waiting)
        wait: float = max(0, left) / 1000 + place * GAP
        if wait and event not in waiting:
            async with self._pipeline() as pipe:
                pipe.zadd(lane, {event: now}, nx=True)
                pipe.expire(lane, keys.LANE)
                await pipe.execute()
        return wait

    @answering()
    async def leave(self, event: str) -> None:
        """Gives a place up, where there is one: what was to be said is said."""
        await self._redis.zrem(keys.lane(event), event)
