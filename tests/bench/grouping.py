"""What it costs to find an article's story among thousands, from a real Redis server."""

from __future__ import annotations

import asyncio
import sys
import time
from datetime import timedelta
from functools import cache
from typing import TYPE_CHECKING

from bot.model import Briefing
from bot.newsdesk.stories import Storydesk
from bot.storage.connect import open_redis
from bot.storage.store import Store
from tests.bench.benchmark import Benchmark
from tests.bench.clock import percentile
from tests.bench.redis import redis
from tests.bot.stories.made import variants

if TYPE_CHECKING:
    from bot.model import Article, Digest

ARTICLES, THOUSAND = 10_000, 1_000
SHARE = 0.5  # p50


class Nobody:
    """Who remembers no article: filing needs none."""

    async def recall(self, identity: str, workspace: str | None) -> Briefing | None:
        """Nothing."""
        sys.exit(f"filing asked {workspace} for {identity}")


@cache
def _costs() -> tuple[float, ...]:
    """Seconds of each of 10,000 articles, one filed after the other."""
    with redis() as url:
        return asyncio.run(_filing(url))


async def _filing(url: str) -> tuple[float, ...]:
    client = open_redis(url)
    desk = Storydesk(Nobody(), Store(client, timedelta(days=30)), time.time)
    took = [await _seconds(desk, number, *made) for number, made in enumerate(variants(ARTICLES))]
    await client.aclose()
    return tuple(took)


async def _seconds(desk: Storydesk, number: int, article: Article, digest: Digest) -> float:
    briefing = Briefing(f"https://news.example/{number}", article, digest)
    began = time.perf_counter()
    await desk.file("T1", briefing)
    return time.perf_counter() - began


def _ratio() -> float:
    """The last thousand over the seventh: from there on every trait knows as many articles as it ever will."""
    took = _costs()
    return percentile(took[-THOUSAND:], SHARE) / percentile(took[6 * THOUSAND : 7 * THOUSAND], SHARE)


BENCHMARKS = (
    Benchmark("an article's story among 10,000: p50", lambda: percentile(_costs(), SHARE) * 1e3, 5, "ms"),
    Benchmark("the same, of all on average", lambda: sum(_costs()) / len(_costs()) * 1e3, None, "ms"),
    Benchmark("the tenth thousand over the seventh: p50", _ratio, 1.15, "x"),
)
