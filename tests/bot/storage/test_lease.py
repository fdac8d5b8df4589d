from __future__ import annotations

import asyncio
import time
from datetime import timedelta

import pytest

from bot.storage import keys
from bot.storage.memory import Client
from bot.storage.store import Store
from tests.bot.storage.values import EDITION, PAGE
from tests.fakes.redis_server import RedisServer

MONTH = timedelta(days=30)
SHORT = timedelta(milliseconds=150)


async def test_two_workers_never_have_the_same_article_in_hand(redis: Client) -> None:
    """The second waits until the first is done."""
    stores = (Store(redis, MONTH), Store(redis, MONTH))
    inside: list[int] = []
    most = 0

    async def work(worker: int) -> None:
        nonlocal most
        async with stores[worker % 2].working_on(EDITION, PAGE, None):
            inside.append(worker)
            most = max(most, len(inside))
            await asyncio.sleep(0.01)
            inside.remove(worker)

    await asyncio.gather(*(work(n) for n in range(6)))
    assert most == 1


async def test_other_articles_and_other_shelves_are_not_waited_for(store: Store) -> None:
    """A private version of a page is another piece of work than the public one."""
    async with (
        asyncio.timeout(1),
        store.working_on(EDITION, PAGE, None),
        store.working_on(EDITION, PAGE, "T1"),
        store.working_on(EDITION, PAGE, "T2"),
        store.working_on("e2", PAGE, None),
        store.working_on(EDITION, f"{PAGE}-2", None),
    ):
        pass


async def test_the_claim_is_given_up_when_the_work_fails(store: Store, redis: Client) -> None:
    """The next one need not wait for the lease to lapse."""
    with pytest.raises(ZeroDivisionError):
        async with store.working_on(EDITION, PAGE, None):
            raise ZeroDivisionError
    assert await redis.dbsize() == 0


async def test_a_claim_outlives_its_lease_while_the_holder_lives(redis: Client) -> None:
    """A long article is not taken over in the middle: the claim is renewed."""
    holder = Store(redis, MONTH, lease=SHORT)
    async with holder.working_on(EDITION, PAGE, None):
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(3 * SHORT.total_seconds()), holder.working_on(EDITION, PAGE, None):
                pass


async def test_a_claim_is_not_waited_for_without_end(store: Store, redis: Client) -> None:
    """Whoever has patience for so long only is let in after it, and leaves the claim to its holder."""
    async with store.working_on(EDITION, PAGE, None):
        claim = await redis.get(keys.working(EDITION, PAGE, None))
        async with asyncio.timeout(5), store.working_on(EDITION, PAGE, None, SHORT):
            pass
        assert await redis.get(keys.working(EDITION, PAGE, None)) == claim


async def test_the_claim_of_a_dead_worker_lapses(store: Store, redis: Client) -> None:
    """Killed in the middle of its work: another one goes on after the lease, not before."""
    await redis.set(keys.working(EDITION, PAGE, None), b"a worker that is no more", px=SHORT)
    begun = time.monotonic()
    async with asyncio.timeout(5), store.working_on(EDITION, PAGE, None):
        assert time.monotonic() - begun > SHORT.total_seconds() - 0.05


async def test_a_claim_that_somebody_took_over_is_left_to_them(redis: Client) -> None:
    """A worker that slept through its lease gives nothing up that is no longer its own."""
    key = keys.working(EDITION, PAGE, None)
    async with Store(redis, MONTH, lease=SHORT).working_on(EDITION, PAGE, None):
        await redis.set(key, b"another worker", ex=60)
        await asyncio.sleep(SHORT.total_seconds())
    assert await redis.get(key) == b"another worker"


async def test_redis_that_dies_meanwhile_does_not_undo_the_work(own_server: RedisServer, own_redis: Client) -> None:
    """The work is finished; keeping its result is what fails then."""
    done = False
    async with Store(own_redis, MONTH, lease=SHORT).working_on(EDITION, PAGE, None):
        own_server.stop()
        await asyncio.sleep(SHORT.total_seconds() / 2)
        done = True
    assert done


async def test_a_claim_can_be_given_up_at_the_moment_of_its_renewal(redis: Client) -> None:
    """Whatever is under way just then: it is given up, a thousand times of a thousand."""
    store = Store(redis, MONTH, timedelta(milliseconds=6))

    async def hold(number: int) -> None:
        async with store.working_on(EDITION, f"{PAGE}/{number}", None):
            await asyncio.sleep(0.0015 + number % 7 / 1500)  # a renewal comes every two milliseconds

    for _ in range(50):
        async with asyncio.timeout(10):
            await asyncio.gather(*(hold(number) for number in range(20)))
