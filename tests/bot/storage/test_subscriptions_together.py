"""Subscriptions under two workers, a power cut, an update taken back and a crowd of readers."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING

from bot.model import Subscription
from bot.storage import keys
from bot.storage.codec import FORMAT, SUBSCRIPTION
from bot.storage.subscriptions import MOST
from tests.bot.storage.values import ANNA, BEN, CODES, KOREA, wishes

if TYPE_CHECKING:
    from bot.storage.memory import Client
    from bot.storage.store import Store
    from tests.fakes.redis_server import RedisServer


async def agree(store: Store) -> bool:
    """Whether readers and countries tell the same, and those are readers who follow something."""
    readers = await store.readers("T1")
    theirs = {each for reader in readers for each in await store.following("T1", reader)}
    found = await store.followers("T1", (*CODES, KOREA.country))
    return set(found) == theirs and {each.reader for each in theirs} == set(readers)


async def test_two_workers_never_give_a_reader_too_many(store: Store, other: Store) -> None:
    """Sixty wishes at once, half by each: fifty are granted, and both sides agree which."""
    workers = (store, other)
    came = await asyncio.gather(
        *(workers[n % 2].follow("T1", Subscription(ANNA, CODES[n])) for n in range(MOST + 10)),
    )
    assert sorted(came) == ["full"] * 10 + ["new"] * MOST
    assert len(await store.following("T1", ANNA)) == MOST
    assert await agree(store)


async def test_two_workers_at_odds_leave_no_half(store: Store, other: Store) -> None:
    """Follow, unfollow, mute and snooze at the same time: whoever comes last wins, on both sides."""
    await asyncio.gather(
        *(store.follow_all("T1", wishes(ANNA, *CODES[n : n + 5])) for n in range(8)),
        *(other.unfollow("T1", ANNA, CODES[n], CODES[n + 1]) for n in range(8)),
        *(other.mute("T1", ANNA, None) for _ in range(4)),
        *(store.snooze("T1", ANNA, CODES[n], "2026-03-01") for n in range(4)),
        other.unfollow_all("T1", ANNA),
        store.follow("T1", Subscription(BEN, CODES[0])),
    )
    assert await agree(store)


async def test_one_who_follows_twice_at_once_is_new_once(store: Store, other: Store) -> None:
    """A double click."""
    came = await asyncio.gather(store.follow("T1", KOREA), other.follow("T1", KOREA))
    assert sorted(came) == ["new", "same"]


async def test_what_a_newer_bot_wrote_stays(store: Store, redis: Client) -> None:
    """It is passed over, also by changes beside it: after an update taken back, nobody has lost a subscription."""
    newer = SUBSCRIPTION.encode(KOREA).replace(b"%d:" % FORMAT, b"%d:" % (FORMAT + 1), 1)
    for name, field in ((keys.desk("T1", "follows", ANNA), "KP"), (keys.desk("T1", "followers", "KP"), ANNA)):
        await redis.hset(name, field, newer)
    assert await store.following("T1", ANNA) == await store.followers("T1", ["KP"]) == ()
    await store.follow("T1", Subscription(ANNA, "JP"))
    await store.mute("T1", ANNA, None)
    assert await redis.hget(keys.desk("T1", "follows", ANNA), "KP") == newer


async def test_subscriptions_outlive_a_power_cut(own_server: RedisServer, own_store: Store) -> None:
    """They are durable: whatever was acknowledged is there after kill -9."""
    await own_store.follow_all("T1", (KOREA, *wishes(ANNA, "JP")))
    own_server.kill()
    own_server.start()
    assert await own_store.following("T1", ANNA) == (*wishes(ANNA, "JP"), KOREA)


async def test_an_article_finds_its_followers_at_once(store: Store) -> None:
    """Of 10,000 subscriptions by 500 readers, for an article that concerns five countries: 10 ms at most."""
    for n in range(500):
        await store.follow_all("T1", wishes(f"U{n:03}", *CODES[n % 5 :: 5]))
    assert len(await store.followers("T1", CODES[40:45])) == 500
    took = []
    for _ in range(20):
        begun = time.perf_counter()
        await store.followers("T1", CODES[40:45])
        took.append(time.perf_counter() - begun)
    assert min(took) < 0.01
