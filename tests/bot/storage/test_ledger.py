from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from bot.model import Post
from bot.storage import keys
from tests.bot.storage.values import PAGE, post

if TYPE_CHECKING:
    from bot.storage.memory import Client
    from bot.storage.store import Store

FERRY, BRIDGE = "https://wire.example/ferry", "https://wire.example/bridge"


async def test_posts_of_a_message_are_remembered_in_their_order(store: Store) -> None:
    """A message with two links led to two digests."""
    ferry, bridge = post("2.0", FERRY), post("3.0", BRIDGE)
    await store.record("T1", "C1", "1.0", ferry)
    await store.record("T1", "C1", "1.0", bridge)
    assert await store.posts("T1", "C1", "1.0") == (ferry, bridge)
    assert await store.posts("T1", "C1", "9.0") == ()
    assert await store.posts("T2", "C1", "1.0") == ()


async def test_recording_twice_counts_once(store: Store) -> None:
    """A job that runs again after a crash records the post that it found in the thread."""
    await store.record("T1", "C1", "1.0", post())
    await store.record("T1", "C1", "1.0", post())
    assert await store.posts("T1", "C1", "1.0") == (post(),)
    assert await store.thread("T1", "C1", "1.0") == (FERRY,)


async def test_a_thread_knows_its_articles_latest_last(store: Store) -> None:
    """A follow-up question is about the article that was digested last, whoever's message led to it."""
    await store.record("T1", "C1", "1.0", post("2.0", FERRY))
    await store.record("T1", "C1", "5.0", post("6.0", BRIDGE))
    assert await store.thread("T1", "C1", "1.0") == (FERRY, BRIDGE)
    await store.record("T1", "C1", "7.0", post("8.0", FERRY))
    assert await store.thread("T1", "C1", "1.0") == (BRIDGE, FERRY)
    assert await store.thread("T2", "C1", "1.0") == ()


async def test_a_post_outside_a_thread_begins_one(store: Store) -> None:
    """Questions under a digest that stands by itself, as after a command, find its article."""
    await store.record("T1", "C1", "command-1", post("4.0", thread=None))
    assert await store.thread("T1", "C1", "4.0") == (FERRY,)


async def test_the_first_post_of_a_channel_stands(store: Store) -> None:
    """Two messages with the same link: the one who comes second learns of the first."""
    early, late = post("2.0"), post("8.0")
    assert await store.first("T1", "C1", FERRY) is None
    assert await store.claim_first("T1", "C1", FERRY, early) == early
    assert await store.claim_first("T1", "C1", FERRY, late) == early
    assert await store.first("T1", "C1", FERRY) == early
    assert await store.first("T1", "C2", FERRY) is None
    assert await store.first("T2", "C1", FERRY) is None


async def test_of_many_at_once_one_is_the_first(store: Store) -> None:
    """All of them agree which one."""
    claims = [store.claim_first("T1", "C1", FERRY, post(f"{n}.0")) for n in range(20)]
    assert len(set(await asyncio.gather(*claims))) == 1


async def test_forgetting_a_message_takes_everything_along(store: Store) -> None:
    """A deleted message: its posts are named for deletion, and neither thread nor channel remember them."""
    await store.record("T1", "C1", "1.0", post())
    await store.claim_first("T1", "C1", FERRY, post())
    assert await store.forget("T1", "C1", "1.0") == (post(),)
    assert await store.posts("T1", "C1", "1.0") == ()
    assert await store.thread("T1", "C1", "1.0") == ()
    assert await store.first("T1", "C1", FERRY) is None
    assert await store.forget("T1", "C1", "1.0") == ()


async def test_forgetting_leaves_what_others_led_to(store: Store) -> None:
    """A second link in the thread stays, and so does a first digest of another message."""
    await store.claim_first("T1", "C1", FERRY, post("2.0"))
    await store.record("T1", "C1", "1.0", post("2.0"))
    pointer, bridge = post("6.0", thread="5.0"), post("7.0", BRIDGE, thread="5.0")
    await store.record("T1", "C1", "5.0", pointer)
    await store.record("T1", "C1", "5.5", bridge)
    assert await store.forget("T1", "C1", "5.0") == (pointer,)
    assert await store.first("T1", "C1", FERRY) == post("2.0")
    assert await store.thread("T1", "C1", "5.0") == (BRIDGE,)
    assert await store.posts("T1", "C1", "5.5") == (bridge,)


async def test_a_digest_sent_elsewhere_is_forgotten_there(store: Store) -> None:
    """The shortcut in one channel led to a direct message: the pointer there goes too."""
    elsewhere = post(channel="D7", thread=None)
    await store.record("T1", "C1", "1.0", elsewhere)
    await store.claim_first("T1", "D7", FERRY, elsewhere)
    assert await store.forget("T1", "C1", "1.0") == (elsewhere,)
    assert await store.first("T1", "D7", FERRY) is None


async def test_posts_of_another_format_are_passed_over(store: Store, redis: Client) -> None:
    """What an older bot wrote is neither shown nor in the way, and is swept out with the rest."""
    await redis.set(keys.first("T1", "C1", FERRY), b"0:{}", ex=60)
    assert await store.first("T1", "C1", FERRY) is None
    assert await store.claim_first("T1", "C1", FERRY, post()) == post()
    for key in (keys.posts("T1", "C1", "1.0"), keys.thread("T1", "C1", "1.0")):
        await redis.execute_command("RPUSH", key, b"0:{}")
    await store.record("T1", "C1", "1.0", post())
    assert await store.posts("T1", "C1", "1.0") == (post(),)
    assert await store.thread("T1", "C1", "1.0") == (FERRY,)
    assert await store.forget("T1", "C1", "1.0") == (post(),)
    assert await redis.exists(keys.posts("T1", "C1", "1.0")) == 0


async def test_a_thread_without_end_keeps_its_latest_posts(store: Store) -> None:
    """A list never grows beyond its length."""
    for n in range(keys.LIST_LENGTH + 5):
        await store.record("T1", "C1", "1.0", Post("C1", f"{n}.5", "1.0", str(n), "x"))
    assert (await store.thread("T1", "C1", "1.0"))[-1] == str(keys.LIST_LENGTH + 4)
    assert len(await store.posts("T1", "C1", "1.0")) == keys.LIST_LENGTH


async def test_an_event_is_handled_once(store: Store) -> None:
    """The same event delivered again is known, for its kind and its workspace only."""
    assert not await store.handled("T1:C1:1.0")
    await store.mark_handled("T1:C1:1.0")
    await store.mark_handled("T1:C1:1.0")
    assert await store.handled("T1:C1:1.0")
    assert not await store.handled("T2:C1:1.0")
    assert not await store.handled("T1:C1:1.0:deleted")


async def test_attempts_are_counted_from_one(store: Store) -> None:
    """A job that kills its process is given up after some tries."""
    assert [await store.attempts("T1:C1:1.0") for _ in range(3)] == [1, 2, 3]
    assert await store.attempts("T1:C1:2.0") == 1


async def test_the_latest_edition_of_a_message_counts(store: Store, redis: Client) -> None:
    """Whatever order the editions are heard of; a deletion comes after all of them; one entry a message is kept."""
    message, heard = "T1:C1:1.0", ("", "1741089700.000200", "1741089700.000100", "", "gone", "1741089800.000000")
    assert [await store.latest(message, edition) for edition in heard] == [
        "",
        heard[1],
        heard[1],
        heard[1],
        "gone",
        "gone",
    ]
    assert await store.latest("T1:C1:2.0", "") == ""
    assert await redis.zcard(keys.event("editions", message)) == 1


async def test_an_attempt_that_was_none_is_taken_back(store: Store) -> None:
    """Whoever waits for a turn dies no death."""
    assert await store.attempts("T1:C1:1.0") == 1
    await store.excuse("T1:C1:1.0")
    assert await store.attempts("T1:C1:1.0") == 1


async def test_what_came_of_each_link_of_an_event(store: Store) -> None:
    """So that the second half of a message goes on where the first one ended."""
    assert await store.done("T1:C1:1.0") == {}
    await store.mark_done("T1:C1:1.0", PAGE, "2.0")
    await store.mark_done("T1:C1:1.0", f"{PAGE}/ø", "")
    assert await store.done("T1:C1:1.0") == {PAGE: "2.0", f"{PAGE}/ø": ""}
    assert await store.done("T1:C1:2.0") == {}
