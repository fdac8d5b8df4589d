from __future__ import annotations

import time
from typing import TYPE_CHECKING

from bot.storage.codec import Asked
from tests.bot.storage.values import PAGE, post

if TYPE_CHECKING:
    from bot.storage.store import Store


async def test_the_latest_questions_of_a_thread_are_remembered(store: Store) -> None:
    """The oldest first, five at most, by thread and by workspace."""
    for number in range(7):
        await store.keep_asked("T1", "C1", "1.0", Asked(f"question {number}", PAGE))
    kept = await store.asked("T1", "C1", "1.0")
    assert [each.words for each in kept] == [f"question {number}" for number in range(2, 7)]
    assert await store.asked("T1", "C1", "2.0") == await store.asked("T2", "C1", "1.0") == ()


async def test_answers_come_in_the_order_of_the_questions(store: Store) -> None:
    """Whoever asked first is next, whatever was begun first; a question that is let be makes room."""
    first, second, third = (f"{time.time() - ago:.6f}" for ago in (3, 2, 1))
    for ts in (second, first, third):
        await store.take_place("T1", "C1", "1.0", ts)
    assert await store.is_next("T1", "C1", "1.0", first)
    assert not await store.is_next("T1", "C1", "1.0", second)
    await store.give_place("T1", "C1", "1.0", first)
    assert await store.is_next("T1", "C1", "1.0", second)
    assert await store.is_next("T1", "C1", "2.0", third), "nobody asks in that thread"


async def test_nobody_waits_for_ever_for_who_asked_before(store: Store) -> None:
    """Its worker may have died."""
    dead, asked = (f"{time.time() - ago:.6f}" for ago in (61, 1))
    for ts in (dead, asked):
        await store.take_place("T1", "C1", "1.0", ts)
    assert await store.is_next("T1", "C1", "1.0", asked)


async def test_a_channel_knows_its_latest_digests(store: Store) -> None:
    """Of all its threads; words of ours are no digest, and one that was taken back is gone."""
    ferry, bridge = post("2.0"), post("6.0", f"{PAGE}/bridge", thread="5.0")
    await store.record("T1", "C1", "1.0", ferry)
    await store.record("T1", "C1", "5.0", bridge)
    await store.record("T1", "C1", "5.0", post("7.0", "", thread="5.0"))
    assert await store.digests("T1", "C1") == (ferry, bridge)
    assert await store.digests("T1", "C1", "1.0") == (ferry,)
    await store.drop("T1", "C1", "5.0", bridge)
    assert await store.digests("T1", "C1") == (ferry,)
    assert await store.digests("T1", "C2") == ()
