"""Told once, and one roundup: whatever two workers, a crash, a refusal of Slack or a night of down-time do."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.storage import keys
from bot.storage.codec import FORMAT, Waiting
from bot.storage.roundups import MOST_WAITING
from tests.bot.storage.values import ANNA, BEN, PAGE

if TYPE_CHECKING:
    from bot.storage.memory import Client
    from bot.storage.store import Store

FERRY, STRIKE = "ferry-returns", "harbour-strike"
JOB, LATER = "T1:C1:1.0", "T1:C1:2.0"
TODAY, EIGHT = "2026-03-02", 1_772_434_800.0
FIRST = Waiting("NO", FERRY, PAGE, EIGHT - 3600)
SECOND = Waiting("NO", FERRY, "https://gazette.example/ferry", EIGHT - 60)


async def test_a_reader_is_told_of_a_story_once(store: Store, redis: Client) -> None:
    """The next article of it tells them nothing for 30 days; others are told."""
    assert await store.claim_told("T1", ANNA, FERRY, JOB)
    await store.mark_told("T1", ANNA, FERRY)
    assert not await store.claim_told("T1", ANNA, FERRY, LATER)
    assert not await store.claim_told("T1", ANNA, FERRY, JOB), "the same job, queued again"
    assert await store.claim_told("T1", BEN, FERRY, LATER)
    assert await store.claim_told("T1", ANNA, STRIKE, LATER)
    assert await store.claim_told("T2", ANNA, FERRY, "T2:C1:1.0")
    assert 29 * 86_400 < await redis.ttl(keys.desk("T1", "told", ANNA, FERRY)) <= 30 * 86_400


async def test_of_two_workers_one_tells(store: Store, other: Store) -> None:
    """Two articles of a story in the same moment."""
    claims = [(store, other)[n % 2].claim_told("T1", ANNA, FERRY, f"T1:C1:{n}.0") for n in range(20)]
    assert sum(await asyncio.gather(*claims)) == 1


async def test_a_job_that_died_tells_when_it_runs_again(store: Store, other: Store) -> None:
    """Killed between its claim and its post, or before it said so: it has its claim still, and nobody else gets it."""
    assert await store.claim_told("T1", ANNA, FERRY, JOB)
    assert not await other.claim_told("T1", ANNA, FERRY, LATER)
    assert await other.claim_told("T1", ANNA, FERRY, JOB)


async def test_what_slack_did_not_take_is_told_by_the_next(store: Store) -> None:
    """A claim is given back by whoever has it; what was told stays told."""
    await store.claim_told("T1", ANNA, FERRY, JOB)
    assert not await store.unclaim("T1", ANNA, FERRY, LATER)
    assert await store.unclaim("T1", ANNA, FERRY, JOB)
    assert await store.claim_told("T1", ANNA, FERRY, LATER)
    await store.mark_told("T1", ANNA, FERRY)
    assert not await store.unclaim("T1", ANNA, FERRY, LATER)
    assert not await store.claim_told("T1", ANNA, FERRY, JOB)


async def test_who_knows_of_a_story(store: Store) -> None:
    """Those who were told, by a post or otherwise; not yet whoever is just being told."""
    await store.mark_told("T1", ANNA, FERRY)
    await store.claim_told("T1", BEN, FERRY, JOB)
    assert await store.told("T1", [ANNA, BEN, "U-CEM"], FERRY) == {ANNA}
    assert await store.told("T1", [ANNA], STRIKE) == await store.told("T1", [], FERRY) == frozenset()


async def test_who_shared_a_story_knows_it(store: Store) -> None:
    """They are marked without having been told."""
    await store.mark_told("T1", ANNA, FERRY)
    assert not await store.claim_told("T1", ANNA, FERRY, JOB)


async def test_what_waits_for_a_roundup(store: Store) -> None:
    """The newest first, until its moment; by reader and pace; the same once, since it came first."""
    late = Waiting("SE", STRIKE, "https://wire.example/strike", EIGHT + 1)
    for each in (FIRST, SECOND, late, replace(FIRST, at=EIGHT)):
        await store.pend("T1", ANNA, "daily", each)
    assert await store.pending("T1", ANNA, "daily", EIGHT) == (SECOND, FIRST)
    assert await store.pending("T1", ANNA, "daily", EIGHT + 1) == (late, SECOND, FIRST)
    assert await store.pending("T1", ANNA, "weekly", EIGHT) == await store.pending("T1", BEN, "daily", EIGHT) == ()
    assert await store.pending("T2", ANNA, "daily", EIGHT) == ()


async def test_one_roundup_a_date(store: Store, redis: Client) -> None:
    """Sent once, at whatever hour and by whatever worker; the next date and the other pace have their own."""
    assert await store.claim_roundup("T1", ANNA, "daily", TODAY, JOB)
    await store.complete_roundup("T1", ANNA, "daily", TODAY, ())
    assert not await store.claim_roundup("T1", ANNA, "daily", TODAY, JOB)
    assert not await store.claim_roundup("T1", ANNA, "daily", TODAY, LATER)
    assert await store.claim_roundup("T1", ANNA, "weekly", TODAY, JOB)
    assert await store.claim_roundup("T1", ANNA, "daily", "2026-03-03", JOB)
    assert await store.claim_roundup("T1", BEN, "daily", TODAY, JOB)
    assert 7 * 86_400 < await redis.ttl(keys.desk("T1", "roundup", ANNA, "daily", TODAY)) <= 8 * 86_400


async def test_of_two_workers_one_sends_the_roundup(store: Store, other: Store) -> None:
    """Both wake up at eight."""
    claims = [(store, other)[n % 2].claim_roundup("T1", ANNA, "daily", TODAY, f"tick {n}") for n in range(20)]
    assert sum(await asyncio.gather(*claims)) == 1


async def test_a_roundup_whose_worker_died_has_the_same_in_it(store: Store, other: Store) -> None:
    """Nobody else gets it; the job that runs again finds what waited until eight, and not what came since."""
    await store.pend("T1", ANNA, "daily", FIRST)
    await store.claim_roundup("T1", ANNA, "daily", TODAY, JOB)
    await store.pend("T1", ANNA, "daily", replace(SECOND, at=EIGHT + 5))
    assert not await other.claim_roundup("T1", ANNA, "daily", TODAY, LATER)
    assert await other.claim_roundup("T1", ANNA, "daily", TODAY, JOB)
    assert await other.pending("T1", ANNA, "daily", EIGHT) == (FIRST,)


async def test_what_came_after_the_claim_is_in_the_next_one(store: Store) -> None:
    """Even when its moment lies before eight, because its worker was slow."""
    await store.pend("T1", ANNA, "daily", FIRST)
    await store.claim_roundup("T1", ANNA, "daily", TODAY, JOB)
    sent = await store.pending("T1", ANNA, "daily", EIGHT)
    await store.pend("T1", ANNA, "daily", SECOND)
    await store.complete_roundup("T1", ANNA, "daily", TODAY, sent)
    assert await store.pending("T1", ANNA, "daily", EIGHT + 86_400) == (SECOND,)


async def test_a_roundup_that_slack_did_not_take(store: Store) -> None:
    """It is given back with all that waited; one that was sent is not."""
    await store.pend("T1", ANNA, "daily", FIRST)
    await store.claim_roundup("T1", ANNA, "daily", TODAY, JOB)
    assert not await store.abandon_roundup("T1", ANNA, "daily", TODAY, LATER)
    assert await store.abandon_roundup("T1", ANNA, "daily", TODAY, JOB)
    assert await store.claim_roundup("T1", ANNA, "daily", TODAY, LATER)
    await store.complete_roundup("T1", ANNA, "daily", TODAY, await store.pending("T1", ANNA, "daily", EIGHT))
    assert not await store.abandon_roundup("T1", ANNA, "daily", TODAY, LATER)
    assert not await store.claim_roundup("T1", ANNA, "daily", TODAY, JOB)


async def test_no_roundup_waits_without_end(store: Store, redis: Client) -> None:
    """The newest are kept; what another bot wrote is passed over."""
    await redis.zadd(keys.desk("T1", "waiting", ANNA, "daily"), {b"%d:{}" % (FORMAT + 1): EIGHT - 1})
    for n in range(MOST_WAITING):
        await store.pend("T1", ANNA, "daily", replace(SECOND, identity=str(n), at=EIGHT - 9999 + n))
    found = await store.pending("T1", ANNA, "daily", EIGHT)
    assert len(found) == MOST_WAITING - 1
    assert (found[0].identity, found[-1].identity) == (str(MOST_WAITING - 1), "1")
