"""Rates that all workers keep together: at most so many fetches in any minute, and nobody loses his place."""

from __future__ import annotations

import asyncio
import time
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.settings import PACE, Pace
from bot.storage import keys
from bot.storage.connect import open_redis
from bot.storage.memory import Client
from bot.storage.store import Store
from bot.storage.turns import when

MONTH = timedelta(days=30)
NOON = 1_741_089_600.0


class Clock:
    """A clock that is set."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> float:
        """What it shows."""
        return self.now


@pytest.fixture
def clock() -> Clock:
    """At noon."""
    return Clock()


@pytest.fixture
def worker(redis: Client, clock: Clock) -> Store:
    """A worker's store; others may have theirs in the same Redis."""
    return Store(redis, MONTH, pace=Pace(host=3, workspace=5), clock=clock)


async def turns(worker: Store, names: str, host: str = "wire.example", workspace: str | None = "T1") -> list[float]:
    """What each asks for and is told, one after the other."""
    return [await worker.turn(host, workspace, name) for name in names]


async def test_the_figures_are_those_that_were_promised() -> None:
    """A minute, 20 a host, 30 a workspace."""
    assert Pace(20, 30, timedelta(minutes=1)) == PACE


async def test_who_is_over_a_hosts_rate_is_told_when_to_come(worker: Store, clock: Clock) -> None:
    """A minute after the third before him; he keeps that place, however often he asks and whoever comes meanwhile."""
    assert await turns(worker, "abc", workspace="T1") == [0, 0, 0]
    clock.now += 20
    assert await turns(worker, "dedf", workspace="T2") == [40, 40, 40, 40]
    clock.now += 40
    assert await turns(worker, "g", workspace="T3") == [60]
    assert await turns(worker, "fed", workspace="T2") == [0, 0, 0]


async def test_another_host_and_another_workspace_go_on(worker: Store) -> None:
    """A workspace is slowed down by others at a host only, and by itself everywhere."""
    assert await turns(worker, "abc") == [0, 0, 0]
    assert await turns(worker, "abc", "gazette.example") == [0, 0, 60]  # the sixth page of a workspace that has five
    assert await turns(worker, "x", "gazette.example", "T2") == [0]
    assert await turns(worker, "y", "wire.example", "T2") == [60]


async def test_nobody_in_particular_has_no_rate_of_his_own(worker: Store) -> None:
    """Only the host's."""
    for host in "ABC":
        assert await turns(worker, "abc", host, None) == [0, 0, 0]


async def test_a_turn_of_the_workspace_that_the_host_does_not_take_is_kept_for_then(
    worker: Store, clock: Clock
) -> None:
    """It is not used up, and no other link of the workspace takes it away."""
    await turns(worker, "abc", workspace="T2")
    assert await turns(worker, "d") == [60]
    assert await turns(worker, "12345", "gazette.example") == [0, 0, 0, 60, 60]
    clock.now += 60
    assert await turns(worker, "d") == [0]
    assert await turns(worker, "45", "gazette.example") == [0, 0]
    assert await turns(worker, "67", "gazette.example") == [0, 60]


async def test_whoever_comes_late_does_not_break_the_rate(worker: Store, clock: Clock) -> None:
    """After an hour without workers all come at once: still three a minute."""
    assert await turns(worker, "abcdef") == [0, 0, 0, 60, 60, 60]
    clock.now += 3600
    assert await turns(worker, "defghi") == [0, 0, 0, 60, 60, 60]


async def test_a_little_late_costs_no_place(worker: Store, clock: Clock) -> None:
    """The second wave waits as much longer as the first was late, not behind the third."""
    await turns(worker, "abcdefghi", workspace=None)
    clock.now += 60.5
    assert await turns(worker, "def", workspace=None) == [0, 0, 0]
    clock.now += 59.5
    assert await turns(worker, "ghi", workspace=None) == [0.5, 0.5, 0.5]
    clock.now += 0.5
    assert await turns(worker, "ghi", workspace=None) == [0, 0, 0]


async def test_where_redirects_lead_is_counted(worker: Store) -> None:
    """Short links make no site's rate higher."""
    for _ in range(3):
        await worker.count("wire.example")
    assert await turns(worker, "a") == [60]


async def test_many_workers_at_once_keep_one_rate(redis: Client) -> None:
    """Forty of them in the same moment."""
    workers = [Store(redis, MONTH) for _ in range(4)]
    told = await asyncio.gather(*(workers[n % 4].turn("wire.example", None, str(n)) for n in range(40)))
    assert sum(wait == 0 for wait in told) == 20
    assert all(58 < wait <= 60 for wait in told if wait)


async def test_turns_are_forgotten_when_they_are_over(worker: Store, redis: Client, clock: Clock) -> None:
    """A minute after the last of them; the names tell no address."""
    await turns(worker, "abcd")
    for name in (keys.fetches_from("wire.example"), keys.fetches_for("T1")):
        assert 115 < await redis.ttl(name) <= 120
    clock.now += 600
    await turns(worker, "x")
    assert [await redis.zcard(name) for name in (keys.fetches_from("wire.example"), keys.fetches_for("T1"))] == [1, 1]
    assert not await redis.keys("*wire*")


async def test_in_the_memory_of_this_process() -> None:
    """Without a server the rates hold as well."""
    redis = open_redis("memory://")
    worker = Store(redis, MONTH, pace=Pace(host=1))
    assert await worker.turn("wire.example", "T1", "a") == 0
    assert 59 < await worker.turn("wire.example", "T1", "b") <= 60
    await redis.aclose()


@given(st.lists(st.tuples(st.integers(0, 9), st.floats(0, 40)), max_size=60))
def test_no_minute_has_more_than_its_share(asked: list[tuple[int, float]]) -> None:
    """Whoever asks whenever, early, late or never again: never more than three within a minute."""
    now, used, promised = 0.0, list[float](), dict[int, float]()
    for name, later in asked:
        now += later
        known = [(at, None) for at in used] + [(at, who) for who, at in promised.items()]
        others = sorted(at for at, who in known if at > now - 60 and who != name)
        own = promised.get(name, -99.0)
        at = when(others, own if own > now - 60 else None, now, 3, 60)
        promised.pop(name, None)
        if at <= now:
            used.append(now)
        else:
            promised[name] = at
    assert all(later - earlier >= 60 for earlier, later in zip(used, used[3:], strict=False))


async def test_a_turn_costs_little(redis: Client) -> None:
    """A few exchanges with Redis: under 20 ms each even on a busy machine, with a full queue."""
    worker = Store(redis, MONTH)
    for number in range(60):
        await worker.turn("wire.example", "T1", str(number))
    took = []
    for number in range(20):
        begun = time.perf_counter()
        await worker.turn("wire.example", "T1", str(number + 30))
        took.append(time.perf_counter() - begun)
    assert sorted(took)[10] < 0.02
