"""For whom something waits, and when to look whether it is their hour: so that a tick asks nobody else.

Each workspace has one sorted set. Whatever is put by for a reader's roundup enters the reader, with the moment at which
it came; whoever looks says when to look again, at the next roundup's hour. A reader for whom nothing waits any more
leaves when somebody looks for the next time.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from redis.exceptions import WatchError

from bot.storage import keys
from bot.storage.guard import answering
from bot.storage.memory import Memory

if TYPE_CHECKING:
    from bot.model import Pace

MOST_DUE = 500
"""How many readers of a workspace are looked at in one go, those first who have waited longest."""


@dataclass(frozen=True, slots=True)
class Due:
    """A reader for whom something waits for the roundup of a pace."""

    workspace: str
    reader: str
    pace: Pace


class Mornings(Memory):
    """Who is to be looked at. Every method raises `StoreDown` when Redis fails. Times are seconds since 1970."""

    @answering()
    async def due(self, workspaces: Iterable[str], now: float) -> tuple[Due, ...]:
        """Those of some workspaces at whom it is time to look; costs one round trip, however many others there are."""
        asked = tuple(workspaces)
        async with self._pipeline(atomic=False) as pipe:
            for workspace in asked:
                pipe.zrangebyscore(keys.desk(workspace, "due"), "-inf", now, 0, MOST_DUE)
            found = cast("list[list[bytes]]", await pipe.execute()) if asked else []
        return tuple(
            _read(workspace, member) for workspace, members in zip(asked, found, strict=True) for member in members
        )

    @answering()
    async def waiting_since(self, due: Iterable[Due]) -> dict[Due, float]:
        """Since when something waits for each of them; those for whom nothing does are left out."""
        asked = tuple(due)
        async with self._pipeline(atomic=False) as pipe:
            for each in asked:
                pipe.zrange(_waiting(each), 0, 0, withscores=True)
            found = cast("list[list[tuple[bytes, float]]]", await pipe.execute()) if asked else []
        return {each: first[0][1] for each, first in zip(asked, found, strict=True) if first}

    @answering()
    async def look_again(self, moments: Mapping[Due, float]) -> None:
        """Looks at them again at those moments, and not before; those who have left stay away."""
        async with self._pipeline(atomic=False) as pipe:
            for each, at in moments.items():
                pipe.zadd(keys.desk(each.workspace, "due"), {member_of(each.reader, each.pace): at}, xx=True)
            if moments:
                await pipe.execute()

    @answering()
    async def nothing_waits(self, each: Due) -> None:
        """Lets a reader leave for whom nothing waits, unless something came in this moment."""
        name = _waiting(each)
        async with self._pipeline() as pipe:
            await pipe.watch(name)
            if await pipe.exists(name):
                return
            pipe.multi()  # type: ignore[no-untyped-call]  # redis-py leaves it untyped
            pipe.zrem(keys.desk(each.workspace, "due"), member_of(each.reader, each.pace))
            with suppress(WatchError):
                await pipe.execute()


def member_of(reader: str, pace: Pace) -> bytes:
    """What a reader is entered as."""
    return f"{pace}:{reader}".encode()


def _read(workspace: str, member: bytes) -> Due:
    pace, _, reader = member.decode().partition(":")
    return Due(workspace, reader, cast("Pace", pace))


def _waiting(each: Due) -> str:
    return keys.desk(each.workspace, "waiting", each.reader, each.pace)
