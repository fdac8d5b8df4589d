"""A digest that is known already, from a real Redis server."""

from __future__ import annotations

import asyncio
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from functools import cache

from bot.articles.web.fetch import Web
from bot.model import Submission
from bot.newsdesk import Newsdesk
from bot.storage.connect import open_redis
from bot.storage.store import Store
from tests.bench.benchmark import Benchmark
from tests.bench.clock import editor, percentile
from tests.bench.newswire import PUBLISHED, Story, stories
from tests.bench.redis import redis

STORIES, ROUNDS = 12, 40


@cache
def _recalls() -> tuple[float, ...]:
    """Seconds of each digest out of memory."""
    with redis() as url, ThreadPoolExecutor(1) as thread:
        return asyncio.run(_recall(url, thread))


async def _recall(url: str, thread: ThreadPoolExecutor) -> tuple[float, ...]:
    client = open_redis(url)
    desk = Newsdesk(Web(), editor(), Store(client, timedelta(days=30)), thread)
    known = [_submission(story) for story in stories(STORIES)]
    for submission in known:
        await desk.digest(submission)
    took = [await _seconds(desk, submission) for _ in range(ROUNDS) for submission in known]
    await client.aclose()
    return tuple(took)


async def _seconds(desk: Newsdesk, submission: Submission) -> float:
    began = time.perf_counter()
    briefing = await desk.digest(submission)
    took = time.perf_counter() - began
    if not briefing.remembered:
        sys.exit("a digest was made that should have been remembered")
    return took


def _submission(story: Story) -> Submission:
    return Submission(text=story.text, title=story.title, published=PUBLISHED, workspace="T1")


BENCHMARKS = (
    Benchmark("cached digest: p50", lambda: percentile(_recalls(), 0.5) * 1e3, 5, "ms"),
    Benchmark("cached digest: p95", lambda: percentile(_recalls(), 0.95) * 1e3, None, "ms"),
)
