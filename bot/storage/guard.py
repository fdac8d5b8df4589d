"""The one place where trouble with Redis becomes `StoreDown`."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from redis.exceptions import RedisError

from bot.errors import StoreDown

PATIENCE = 2.0
"""Seconds for one operation with all its retries: Slack waits 3 s for an acknowledgement, and the 503 has to arrive."""


@asynccontextmanager
async def answering(patience: float = PATIENCE) -> AsyncIterator[None]:
    """Turns every failure of Redis within it, or more than `patience` seconds, into `StoreDown`.

    Also a decorator of coroutine functions. Names the failure's class only: its text may hold an address.

    Raises:
        StoreDown: no connection, no answer in time, read-only, full, loading, or anything else that Redis refused.
    """
    try:
        async with asyncio.timeout(patience):
            yield
    except (RedisError, OSError) as error:
        raise StoreDown(f"Redis does not do what it should ({type(error).__name__}); try again.") from error
