"""What every part of the store stands on: a client, a retention time, and changes that only happen to known values."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, Any, TypeAlias, cast

from redis.asyncio import Redis, RedisCluster
from redis.exceptions import WatchError

from bot.storage.keys import LIST_LENGTH

if TYPE_CHECKING:
    from redis.asyncio.client import Pipeline

Client: TypeAlias = Redis | RedisCluster
"""A client of one server, of Sentinel's master or of a cluster, with ``decode_responses=False``."""


class Memory:
    """A Redis client and how long things are remembered in it."""

    def __init__(self, redis: Client, retention: timedelta) -> None:
        self._redis = redis
        self._retention = retention

    async def _get(self, key: str) -> bytes | None:
        return cast("bytes | None", await self._redis.get(key))

    async def _get_all(self, keys: Sequence[str]) -> list[bytes | None]:
        async with self._pipeline(atomic=False) as pipe:
            for key in keys:
                pipe.get(key)
            return cast("list[bytes | None]", await pipe.execute())

    async def _list(self, key: str) -> list[bytes]:
        return cast("list[bytes]", await self._redis.lrange(key, 0, -1))

    async def _set_first(self, key: str, value: bytes, lives: timedelta) -> bytes:
        """Sets what nothing is set for yet; tells what stands there now."""
        # Read back and not judged by the reply to SET: that is lost when the connection breaks, and SET is sent again.
        async with self._pipeline() as pipe:
            pipe.set(key, value, nx=True, ex=lives)
            pipe.get(key)
            return cast("bytes", (await pipe.execute())[1])

    def _pipeline(self, *, atomic: bool = True) -> Pipeline:
        return cast("Pipeline", self._redis.pipeline(transaction=atomic))


def append(pipe: Pipeline, key: str, value: bytes, lives: timedelta) -> None:
    """Puts a value at the end of a list, once, and lets the list live on; of a long one the oldest go."""
    pipe.lrem(key, 0, value)  # type: ignore[arg-type]  # redis-py says str, and takes bytes
    pipe.rpush(key, value)
    pipe.ltrim(key, -LIST_LENGTH, -1)
    pipe.expire(key, lives)


async def if_still(redis: Client, key: str, value: bytes | None, change: Callable[[Pipeline], Any]) -> bool:
    """Makes the change if `key` holds `value` and nobody alters it meanwhile; tells whether it was made.

    Optimistic locking and no Lua script: fakeredis has none without a further package.
    """
    async with cast("Pipeline", redis.pipeline(transaction=True)) as pipe:
        await pipe.watch(key)
        if await pipe.get(key) != value:
            return False
        pipe.multi()  # type: ignore[no-untyped-call]  # redis-py leaves it untyped
        change(pipe)
        try:
            await pipe.execute()
        except WatchError:
            return False
        return True
