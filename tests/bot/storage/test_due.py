"""For whom something waits, and in which workspaces anybody follows anything: what a tick asks every minute."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.model import Subscription
from bot.storage.codec import Waiting
from bot.storage.due import Due
from tests.bot.storage.values import ANNA, BEN, KOREA, PAGE

if TYPE_CHECKING:
    from bot.storage.memory import Client
    from bot.storage.store import Store

NOW = 1_772_434_800.0
FERRY = Waiting("NO", "ferry-returns", PAGE, NOW - 3600)
ANNAS, BENS, WEEKLY = Due("T1", ANNA, "daily"), Due("T2", BEN, "daily"), Due("T1", ANNA, "weekly")


async def put_by(store: Store, *all_of: Due, waiting: Waiting = FERRY) -> None:
    """Something waits for each of them."""
    for each in all_of:
        await store.pend(each.workspace, each.reader, each.pace, waiting)


async def test_those_for_whom_something_waits_are_looked_at(store: Store) -> None:
    """In the workspaces that are asked for, from the moment on at which it came; others cost nothing."""
    assert await store.due(["T1", "T2"], NOW) == await store.due([], NOW) == ()
    await put_by(store, ANNAS, BENS, WEEKLY)
    assert await store.due(["T1", "T2"], NOW - 7200) == ()
    assert await store.due(["T1", "T2"], NOW) == (ANNAS, WEEKLY, BENS)
    assert await store.due(["T2"], NOW) == (BENS,)
    assert await store.waiting_since([ANNAS, Due("T1", BEN, "daily")]) == {ANNAS: FERRY.at}
    assert await store.waiting_since([]) == {}


async def test_looking_again_later(store: Store) -> None:
    """What comes meanwhile does not hurry it; whoever has left is not called back."""
    await put_by(store, ANNAS)
    await store.look_again({ANNAS: NOW + 60, BENS: NOW + 60})
    await store.look_again({})
    await put_by(store, ANNAS, waiting=replace(FERRY, identity="https://gazette.example/ferry", at=NOW))
    assert await store.due(["T1", "T2"], NOW + 59) == ()
    assert await store.due(["T1", "T2"], NOW + 60) == (ANNAS,)


async def test_whoever_has_nothing_leaves(store: Store) -> None:
    """Once it was sent; whoever has something stays."""
    await put_by(store, ANNAS, WEEKLY)
    await store.complete_roundup("T1", ANNA, "daily", "2026-03-02", [FERRY])
    for each in (ANNAS, WEEKLY):
        await store.nothing_waits(each)
    assert await store.due(["T1"], NOW) == (WEEKLY,)


async def test_nobody_leaves_while_something_comes(store: Store, other: Store) -> None:
    """Two workers: whatever is put by is looked at."""
    for number in range(25):
        found = replace(FERRY, identity=str(number))
        await asyncio.gather(other.nothing_waits(ANNAS), put_by(store, ANNAS, waiting=found))
        assert await store.due(["T1"], NOW) == (ANNAS,)
        await store.complete_roundup("T1", ANNA, "daily", str(number), [found])


async def test_the_list_of_workspaces(store: Store, redis: Client) -> None:
    """Those where somebody follows something; not those where nobody does any more, or that are gone."""
    for workspace in ("T2", "T1"):
        await store.follow(workspace, KOREA)
    await store.follow("T1", Subscription(BEN, "JP"))
    await store.unfollow("T1", ANNA, "KP")
    assert await store.workspaces() == ("T1", "T2")
    await store.unfollow_all("T1", BEN)
    assert await store.workspaces() == ("T2",)
    await store.forget_workspace("T2")
    assert await store.workspaces() == ()
    assert await redis.dbsize() == 0


async def test_no_workspace_with_a_reader_is_missing(store: Store, other: Store) -> None:
    """One unfollows the last country while another follows the first."""
    for _ in range(25):
        await store.follow("T1", KOREA)
        await asyncio.gather(store.unfollow("T1", ANNA, "KP"), other.follow("T1", Subscription(BEN, "JP")))
        assert await store.workspaces() == ("T1",)
        await other.unfollow("T1", BEN, "JP")
