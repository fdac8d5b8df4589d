"""The clock's tick, each minute in each worker: 500 readers with 10,000 subscriptions, and it is nobody's hour."""

from __future__ import annotations

import asyncio
import sys
import time
from datetime import timedelta
from functools import cache
from typing import TYPE_CHECKING

from bot.model import Subscription
from bot.storage.codec import Waiting
from bot.storage.connect import open_redis
from bot.storage.due import Due
from bot.storage.store import Store
from handlers.clockwork import Clockwork
from tests.bench.benchmark import Benchmark
from tests.bench.clock import percentile
from tests.bench.redis import redis

if TYPE_CHECKING:
    from slack_sdk.web.async_client import AsyncWebClient

    from handlers.note import Note

READERS, EACH, ROUNDS = 500, 20, 200
WORKSPACE = "T1"


class Nobody:
    """Neither a queue nor Slack: a tick with nothing to do asks for neither."""

    async def add(self, note: Note, after: float = 0.0) -> None:
        """There is nothing to queue."""
        sys.exit(f"a roundup was queued ({note.key}, {after})")

    async def of(self, workspace: str) -> AsyncWebClient:
        """There is nothing to ask."""
        sys.exit(f"Slack was asked something ({workspace})")


@cache
def _ticks(*, waiting: bool) -> tuple[float, ...]:
    """Seconds of each tick; ``waiting``: something waits for every reader, and it is not their hour."""
    with redis() as url:
        return asyncio.run(_tick(url, waiting=waiting))


async def _tick(url: str, *, waiting: bool) -> tuple[float, ...]:
    client, nobody, now = open_redis(url), Nobody(), time.time()
    store = Store(client, timedelta(days=30))
    for number in range(READERS):
        wishes = tuple(Subscription(f"U{number}", f"{country:02}", pace="daily") for country in range(EACH))
        await store.follow_all(WORKSPACE, wishes)
        if waiting:
            await store.pend(WORKSPACE, f"U{number}", "daily", Waiting("00", "s1", "https://wire.example/1", now))
            await store.look_again({Due(WORKSPACE, f"U{number}", "daily"): now + 3600})
    clockwork, took = Clockwork(store, nobody, nobody), []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        await clockwork.tick()
        took.append(time.perf_counter() - began)
    await client.aclose()
    return tuple(took)


BENCHMARKS = (
    Benchmark("roundups: a tick over 500 readers, nothing waiting, p50", lambda: _p50(waiting=False), 5, "ms"),
    Benchmark("roundups: the same, all waiting for tomorrow, p50", lambda: _p50(waiting=True), 5, "ms"),
)


def _p50(*, waiting: bool) -> float:
    return percentile(_ticks(waiting=waiting), 0.5) * 1e3
