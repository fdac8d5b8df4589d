"""What it costs to find out whom an article concerns, of 10,000 subscriptions, from a real Redis server."""

from __future__ import annotations

import asyncio
import sys
import time
from dataclasses import replace
from datetime import timedelta
from functools import cache
from random import Random

from bot.model import Country, Digest, Subscription
from bot.newsdesk.telling import Followers
from bot.storage.connect import open_redis
from bot.storage.store import Store
from bot.topics import gazetteer, name_of
from tests.bench.benchmark import Benchmark
from tests.bench.clock import percentile
from tests.bench.redis import redis

READERS, EACH, COUNTRIES, ROUNDS = 500, 20, 5, 40
CROWDED = 60  # countries that all the world follows, where it follows no others
SHARE = 0.5  # p50


@cache
def _costs(among: int | None) -> tuple[float, ...]:
    """Seconds of each article about five countries, with readers who follow 20 countries among so many (all: None)."""
    with redis() as url:
        return asyncio.run(_matching(url, among))


async def _matching(url: str, among: int | None) -> tuple[float, ...]:
    client, chance = open_redis(url), Random(5)
    store = Store(client, timedelta(days=30))
    codes = sorted(gazetteer.load().names)[:among]
    for number in range(READERS):
        reader = f"U{number:010}"
        await store.follow_all("T1", tuple(Subscription(reader, code) for code in chance.sample(codes, EACH)))
        if number % 5 == 0:
            await store.mark_told("T1", reader, "s1")
    took = [await _seconds(Followers(store, time.time), chance.sample(codes, COUNTRIES)) for _ in range(ROUNDS)]
    await client.aclose()
    return tuple(took)


async def _seconds(followers: Followers, codes: list[str]) -> float:
    known = Country("", "", "actor", 0.9, about=True, evidence=None)
    digest = Digest("e1", "Five of them meet", countries=tuple(replace(known, code=c, name=name_of(c)) for c in codes))
    began = time.perf_counter()
    concerned = await followers.of("T1", digest, "s1")
    took = time.perf_counter() - began
    if not concerned or len(concerned) >= READERS:
        sys.exit("matching found nobody, or those who know the story already")
    return took


BENCHMARKS = (
    Benchmark("whom an article concerns, of 10,000: p50", lambda: percentile(_costs(None), SHARE) * 1e3, 10, "ms"),
    Benchmark("the same, all in 60 countries: p50", lambda: percentile(_costs(CROWDED), SHARE) * 1e3, 10, "ms"),
)
