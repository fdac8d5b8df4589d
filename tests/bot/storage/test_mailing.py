"""The pace of messages to readers, kept by all workers together: everybody in a line, and nobody twice in it."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from bot.storage import keys
from bot.storage.mailing import EVERY, GAP, LATE
from bot.storage.store import Store
from tests.bot.storage.values import ANNA, BEN

if TYPE_CHECKING:
    from bot.storage.memory import Client

MONTH = timedelta(days=30)


class Clock:
    """A clock that is set."""

    def __init__(self) -> None:
        self.now = 1_741_089_600.0

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
    return Store(redis, MONTH, clock=clock)


def about(*times: float) -> object:
    """These times, as floats near 1.7 billion tell them."""
    return pytest.approx(list(times), abs=1e-4)


async def turns(worker: Store, *messages: str, workspace: str = "T1") -> list[float]:
    """What each message asks for and is told, one after the other; each has a reader of its own."""
    return [await worker.mail_turn(workspace, f"U-{message}", message) for message in messages]


async def test_one_after_the_other(worker: Store, clock: Clock) -> None:
    """Each a quarter of a second after the one before; whoever comes again keeps the place."""
    assert await turns(worker, "a", "b", "c", "b") == about(0, EVERY, 2 * EVERY, EVERY)
    clock.now += EVERY
    assert await turns(worker, "b", "c", "d") == about(0, EVERY, 2 * EVERY)


async def test_one_reader_waits_longer(worker: Store, clock: Clock) -> None:
    """A second between two messages; meanwhile others of the workspace are sent theirs."""
    assert await worker.mail_turn("T1", ANNA, "a") == 0
    clock.now += EVERY
    assert await worker.mail_turn("T1", ANNA, "b") == pytest.approx(GAP - EVERY, abs=1e-4)
    clock.now += GAP - EVERY
    assert await worker.mail_turn("T1", ANNA, "b") == 0
    assert await worker.mail_turn("T1", BEN, "c") == pytest.approx(EVERY, abs=1e-4)


async def test_many_line_up_at_once(worker: Store, redis: Client, clock: Clock) -> None:
    """Behind all others, whatever worker they come from; those in the line already keep their places."""
    assert list(await worker.line_up("T1", ("a", "b", "c"))) == about(0, EVERY, 2 * EVERY)
    other = Store(redis, MONTH, clock=clock)
    assert list(await other.line_up("T1", ("d", "b", "e"))) == about(3 * EVERY, EVERY, 4 * EVERY)
    assert await worker.line_up("T1", ()) == ()
    assert await turns(worker, "a", "f") == about(0, 5 * EVERY)


async def test_a_place_is_good_for_a_moment(worker: Store, clock: Clock) -> None:
    """A worker that is a little late sends at once; after down-time all line up anew."""
    await worker.line_up("T1", ("a", "b", "c", "d"))
    clock.now += EVERY + LATE / 2
    assert await turns(worker, "a", "b") == about(0, 0)
    clock.now += 30
    assert await turns(worker, "c", "d", "e") == about(0, EVERY, 2 * EVERY)


async def test_slack_says_to_wait(worker: Store, clock: Clock) -> None:
    """Whoever heard so is the first then; all others keep their order, and new ones come behind them."""
    await worker.line_up("T1", ("a", "b", "c"))
    assert await turns(worker, "a") == [0]
    await worker.hold_mail("T1", "a", 30)
    await worker.hold_mail("T1", "a", 30)
    told = await turns(worker, "a", "b", "c", "d")
    assert told[0] == pytest.approx(30, abs=1e-4)
    assert told == sorted(told)
    assert told[-1] < 32
    assert await turns(worker, "x", workspace="T2") == [0]
    clock.now += 30
    assert await turns(worker, "a") == [0]


async def test_slack_says_to_wait_when_nobody_does(worker: Store) -> None:
    """Only the one message is in the line."""
    await worker.hold_mail("T1", "a", 5)
    assert await turns(worker, "a", "b") == about(5, 5 + EVERY)


async def test_workers_at_once_keep_one_line(redis: Client, clock: Clock) -> None:
    """Twenty messages in the same moment have twenty moments."""
    workers = [Store(redis, MONTH, clock=clock) for _ in range(4)]
    told = await asyncio.gather(*(workers[n % 4].mail_turn("T1", f"U{n}", str(n)) for n in range(20)))
    assert sorted(told) == about(*(n * EVERY for n in range(20)))


async def test_the_line_is_forgotten_when_it_is_over(worker: Store, redis: Client) -> None:
    """A minute after its last message."""
    await worker.line_up("T1", ("a", "b", "c"))
    assert 58 < await redis.ttl(keys.desk("T1", "mail")) <= 61
