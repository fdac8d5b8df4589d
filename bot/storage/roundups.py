"""Who is told of what, each once: claims on telling and on roundups, and what waits for a roundup.

A claim belongs to a job, by its idempotency key, until the thing is done. A job that died between posting and settling
runs again, gets its claim again, and looks for its post before it posts; every other job is turned away. Of two
deliveries of one job at the same time only one may be at work: hold `Shelf.working_on` meanwhile.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, cast

from bot.storage import keys
from bot.storage.codec import WAITING, Waiting
from bot.storage.due import member_of
from bot.storage.guard import answering
from bot.storage.memory import Memory, if_still

if TYPE_CHECKING:
    from bot.model import Pace

MOST_WAITING = 500
"""How many articles wait for one roundup, the newest: no message shows more."""

_DONE = b""
"""What stands in a claim when the thing is done: no job's token."""


class Roundups(Memory):
    """Claims and what waits, by workspace and reader. Every method raises `StoreDown` when Redis fails.

    ``by`` is the idempotency key of the job that asks.
    """

    @answering()
    async def claim_told(self, workspace: str, reader: str, story: str, by: str) -> bool:
        """Whether this job is the one to tell a reader of a story: the first in 30 days, and not done with it yet."""
        return await self._claim(keys.desk(workspace, "told", reader, story), by, keys.STORY)

    @answering()
    async def mark_told(self, workspace: str, reader: str, story: str) -> None:
        """The reader knows of the story: nobody is to tell them again for 30 days, this job included."""
        await self._redis.set(keys.desk(workspace, "told", reader, story), _DONE, ex=keys.STORY)

    @answering()
    async def told(self, workspace: str, readers: Iterable[str], story: str) -> frozenset[str]:
        """Those of some readers who know of the story."""
        asked = tuple(readers)
        names = [keys.desk(workspace, "told", reader, story) for reader in asked]
        found = cast("list[bytes | None]", await self._redis.mget(names)) if names else []
        return frozenset(reader for reader, stands in zip(asked, found, strict=True) if stands == _DONE)

    @answering()
    async def unclaim(self, workspace: str, reader: str, story: str, by: str) -> bool:
        """Gives a claim back, since Slack took no message; what is told stays told. Tells whether it was given back."""
        return await self._release(keys.desk(workspace, "told", reader, story), by)

    @answering()
    async def pend(self, workspace: str, reader: str, pace: Pace, waiting: Waiting) -> None:
        """Puts an article by for a reader's next roundup; twice the same counts once, from the first time on."""
        name, due = keys.desk(workspace, "waiting", reader, pace), keys.desk(workspace, "due")
        async with self._pipeline() as pipe:
            pipe.zadd(name, {_member(waiting): waiting.at}, nx=True)
            pipe.zremrangebyrank(name, 0, -MOST_WAITING - 1)
            pipe.zadd(due, {member_of(reader, pace): waiting.at}, nx=True)
            for each in (name, due):
                pipe.expire(each, keys.STORY)
            await pipe.execute()

    @answering()
    async def pending(self, workspace: str, reader: str, pace: Pace, until: float) -> tuple[Waiting, ...]:
        """What waits for a roundup since ``until`` (seconds since 1970) or earlier, the newest first."""
        name = keys.desk(workspace, "waiting", reader, pace)
        found = await self._redis.zrange(name, until, "-inf", desc=True, byscore=True, withscores=True)
        pairs = cast("list[tuple[bytes, float]]", found)
        return tuple(replace(each, at=at) for blob, at in pairs if (each := WAITING.decode(blob)))

    @answering()
    async def discard(self, workspace: str, reader: str, pace: Pace, waiting: Iterable[Waiting]) -> None:
        """Lets these wait no more, without a roundup."""
        if members := [_member(each) for each in waiting]:
            await self._redis.zrem(keys.desk(workspace, "waiting", reader, pace), *members)

    @answering()
    async def claim_roundup(self, workspace: str, reader: str, pace: Pace, date: str, by: str) -> bool:
        """Whether this job is the one to send the roundup of a date: the first of all, and it isn't sent yet.

        ``date`` is the ISO 8601 date where the reader lives, so that a night of down-time or a change of the clocks
        makes no second one.
        """
        return await self._claim(keys.desk(workspace, "roundup", reader, pace, date), by, keys.ROUNDUP)

    @answering()
    async def complete_roundup(
        self, workspace: str, reader: str, pace: Pace, date: str, sent: Iterable[Waiting]
    ) -> None:
        """The roundup stands, or there was nothing to send: what it had waits no more, and it is not sent again.

        What was put by meanwhile waits for the next one.
        """
        members = [_member(waiting) for waiting in sent]
        async with self._pipeline() as pipe:
            pipe.set(keys.desk(workspace, "roundup", reader, pace, date), _DONE, ex=keys.ROUNDUP)
            if members:
                pipe.zrem(keys.desk(workspace, "waiting", reader, pace), *members)
            await pipe.execute()

    @answering()
    async def abandon_roundup(self, workspace: str, reader: str, pace: Pace, date: str, by: str) -> bool:
        """Gives a roundup back, since Slack took no message; one that was sent stays so. Tells whether it was."""
        return await self._release(keys.desk(workspace, "roundup", reader, pace, date), by)

    async def _claim(self, name: str, by: str, lives: timedelta) -> bool:
        return await self._set_first(name, _token(by), lives) == _token(by)

    async def _release(self, name: str, by: str) -> bool:
        return await if_still(self._redis, name, _token(by), lambda pipe: pipe.delete(name))


def _token(by: str) -> bytes:
    return b"by " + by.encode()


def _member(waiting: Waiting) -> bytes:
    """The same article of the same story and country is the same bytes, whenever it came."""
    return WAITING.encode(replace(waiting, at=0.0))
