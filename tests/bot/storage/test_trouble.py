from __future__ import annotations

import asyncio
import re
import time
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.errors import NoArticle, StoreDown
from bot.storage.codec import Waiting
from bot.storage.memory import Client, if_still
from bot.storage.store import Store
from bot.storage.stories import Filed
from tests.bot.storage.values import ANNA, EDITION, KOREA, PAGE, dossier, embedded, post
from tests.fakes.redis_server import RedisServer

if TYPE_CHECKING:
    from redis.asyncio.client import Pipeline

IN_TIME = 2.7
"""Seconds in which the web process must know, so that its 503 arrives within Slack's 3 s."""

Action = Callable[[Store], Awaitable[object]]
WRITING: tuple[Action, ...] = (
    lambda store: store.write(),
    lambda store: store.keep(EDITION, PAGE, None, dossier()),
    lambda store: store.keep_refusal(PAGE, NoArticle("There is no article on this page.")),
    lambda store: store.record("T1", "C1", "1.0", post()),
    lambda store: store.claim_first("T1", "C1", PAGE, post()),
    lambda store: store.mark_handled("T1:C1:1.0"),
    lambda store: store.attempts("T1:C1:1.0"),
    lambda store: store.excuse("T1:C1:1.0"),
    lambda store: store.mark_done("T1:C1:1.0", PAGE, PAGE),
    lambda store: store.turn("wire.example", "T1", PAGE),
    lambda store: store.count("wire.example"),
    lambda store: store.hold("T1:C1:1.0", timedelta(seconds=30)),
    lambda store: store.working_on(EDITION, PAGE, None).__aenter__(),
    lambda store: store.follow("T1", KOREA),
    lambda store: store.keep_zone("T1", ANNA, "Asia/Kathmandu"),
    lambda store: store.file("T1", ("ferry",), Filed("s1", PAGE, b""), 0),
    lambda store: store.report("T1", "s1", post()),
    lambda store: store.claim_told("T1", ANNA, "s1", "T1:C1:1.0"),
    lambda store: store.mark_told("T1", ANNA, "s1"),
    lambda store: store.pend("T1", ANNA, "daily", Waiting("KP", "s1", PAGE)),
    lambda store: store.claim_roundup("T1", ANNA, "daily", "2026-03-02", "tick"),
    lambda store: store.complete_roundup("T1", ANNA, "daily", "2026-03-02", ()),
)
READING: tuple[Action, ...] = (
    lambda store: store.ping(),
    lambda store: store.recall(EDITION, PAGE, "T1"),
    lambda store: store.reading(EDITION, PAGE, "T1"),
    lambda store: store.grammar(EDITION, PAGE, "T1"),
    lambda store: store.keep_vectors(EDITION, PAGE, None, embedded()),
    lambda store: store.recall_refusal(PAGE),
    lambda store: store.posts("T1", "C1", "1.0"),
    lambda store: store.first("T1", "C1", PAGE),
    lambda store: store.thread("T1", "C1", "1.0"),
    lambda store: store.handled("T1:C1:1.0"),
    lambda store: store.done("T1:C1:1.0"),
    lambda store: store.ahead("T1:C1:1.0"),
    lambda store: store.leave("T1:C1:1.0"),
    lambda store: store.forget("T1", "C1", "1.0"),
    lambda store: store.following("T1", ANNA),
    lambda store: store.followers("T1", ["KP"]),
    lambda store: store.unfollow("T1", ANNA, "KP"),
    lambda store: store.unfollow_all("T1", ANNA),
    lambda store: store.readers("T1"),
    lambda store: store.zones("T1", [ANNA]),
    lambda store: store.snooze("T1", ANNA, None, None),
    lambda store: store.mute("T1", ANNA, None),
    lambda store: store.unmute("T1", ANNA, None),
    lambda store: store.candidates("T1", ("ferry",), 0),
    lambda store: store.story_of("T1", PAGE),
    lambda store: store.reports("T1", "s1"),
    lambda store: store.retract("T1", "s1", "C1", "1.0"),
    lambda store: store.pending("T1", ANNA, "daily", 0),
    lambda store: store.unclaim("T1", ANNA, "s1", "T1:C1:1.0"),
    lambda store: store.abandon_roundup("T1", ANNA, "daily", "2026-03-02", "tick"),
    lambda store: store.forget_workspace("T1"),
)


async def all_fail_in_time(store: Store, actions: tuple[Action, ...]) -> None:
    """Each of the actions, all at once, raises `StoreDown` in time."""
    begun = time.monotonic()
    outcomes = await asyncio.gather(*(action(store) for action in actions), return_exceptions=True)
    assert time.monotonic() - begun < IN_TIME
    assert [type(outcome) for outcome in outcomes] == [StoreDown] * len(actions)
    for outcome in outcomes:  # and what is said holds no address
        assert re.fullmatch(r"Redis does not do what it should \(\w+\); try again\.", str(outcome))


async def test_gone(own_server: RedisServer, own_store: Store) -> None:
    """Nobody listens: everything says so in time."""
    own_server.stop()
    await all_fail_in_time(own_store, WRITING + READING)


async def test_silent(own_server: RedisServer, own_store: Store) -> None:
    """It takes connections and answers nothing: everything gives up in time."""
    await own_store.ping()
    own_server.freeze()
    await all_fail_in_time(own_store, WRITING + READING[:-1])


async def test_read_only(own_server: RedisServer, own_store: Store) -> None:
    """After a failover: what is remembered can be read, nothing can be written, until it is a master again."""
    await own_store.record("T1", "C1", "1.0", post())
    own_server.make_read_only()
    await all_fail_in_time(own_store, WRITING)
    assert await own_store.posts("T1", "C1", "1.0") == (post(),)
    own_server.make_writable()
    await own_store.mark_handled("T1:C1:1.0")


async def test_full(own_server: RedisServer, own_store: Store) -> None:
    """No memory left: nothing new is remembered and nothing old is dropped, until there is room again."""
    await own_store.record("T1", "C1", "1.0", post())
    own_server.fill()
    await all_fail_in_time(own_store, WRITING)
    assert await own_store.posts("T1", "C1", "1.0") == (post(),)
    own_server.make_room()
    assert await own_store.attempts("T1:C1:1.0") == 1


async def test_loading(own_server: RedisServer, own_store: Store) -> None:
    """It reads its file after a restart: not yet there counts as down."""
    own_server.say("CONFIG", "SET", "rdbcompression", "no")
    for n in range(60):
        own_server.say("SET", str(n), "x" * 100_000)
    own_server.say("SAVE")
    own_server.stop()
    own_server.start("--appendonly", "no", "--key-load-delay", "50000", ready=False)
    await all_fail_in_time(own_store, READING[:-1])


async def test_killed_and_started_again_it_has_everything(own_server: RedisServer, own_store: Store) -> None:
    """After kill -9 nothing that was acknowledged is lost, and the same client goes on."""
    for n in range(100):
        await own_store.mark_handled(f"T1:C1:{n}")
    own_server.kill()
    own_server.start()
    assert all([await own_store.handled(f"T1:C1:{n}") for n in range(100)])


async def test_a_quick_restart_is_ridden_out(own_server: RedisServer, own_store: Store) -> None:
    """Who asks while the server restarts waits for a moment and gets an answer."""
    await own_store.ping()
    own_server.stop()
    asking = asyncio.create_task(own_store.attempts("T1:C1:1.0"))
    await asyncio.sleep(0.1)
    own_server.start()
    assert await asking == 1


async def test_a_change_to_a_value_that_is_no_longer_there(redis: Client, redis_server: RedisServer) -> None:
    """Somebody else was quicker, before the look or just after it: nothing is changed."""

    def change(pipe: Pipeline) -> None:
        redis_server.say("SET", "key", "another")
        pipe.delete("key")

    await redis.set("key", b"mine", ex=60)
    assert not await if_still(redis, "key", b"mine", change)
    assert not await if_still(redis, "key", b"mine", change)
    assert await redis.get("key") == b"another"
