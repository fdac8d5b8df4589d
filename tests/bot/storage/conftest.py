"""What tests of the store share."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from bot.storage.connect import open_redis
from bot.storage.store import Store


@pytest.fixture
async def other(redis_url: str) -> AsyncIterator[Store]:
    """Another worker's memory, over a connection of its own to the same server."""
    client = open_redis(redis_url)
    yield Store(client, timedelta(days=30))
    await client.aclose()
