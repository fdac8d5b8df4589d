from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from redis.asyncio import Redis

from bot.errors import BadSettings
from bot.storage.codec import Waiting
from bot.storage.connect import open_redis
from bot.storage.sentinel import OwningPool
from bot.storage.store import Store
from bot.storage.stories import Filed
from tests.bot.storage.values import ANNA, EDITION, KOREA, PAGE, dossier, post, wishes
from tests.fakes.redis_server import RedisServer, free_port, running


async def remembers_everything(url: str) -> None:
    """What the store promises holds over this URL."""
    redis = open_redis(url)
    store = Store(redis, timedelta(days=30))
    await store.ping()
    async with store.working_on(EDITION, PAGE, "T1"), store.working_on(EDITION, PAGE, None):
        await store.keep(EDITION, PAGE, None, dossier())
    assert await store.recall(EDITION, PAGE, "T1") == (dossier().article, dossier().digest)
    await store.record("T1", "C1", "1.0", post())
    assert await store.claim_first("T1", "C1", PAGE, post()) == post()
    assert await store.forget("T1", "C1", "1.0") == (post(),)
    assert await store.first("T1", "C1", PAGE) is None
    assert [await store.attempts("T1:C1:1.0"), await store.attempts("T1:C1:1.0")] == [1, 2]
    assert [await store.turn("wire.example", "T1", str(n)) for n in range(20)] == [0] * 20
    assert 55 < await store.turn("wire.example", "T1", PAGE) <= 60
    await store.hold("T1:C1:1.0", timedelta(seconds=30))
    assert 29 < await store.ahead("T1:C1:1.0") <= 30 < await store.ahead("T1:C1:2.0") <= 31
    await store.leave("T1:C1:1.0")
    assert 29 < await store.ahead("T1:C1:2.0") <= 30
    await remembers_who_follows(store)
    await store.forget_workspace("T1")
    assert await store.attempts("T1:C1:1.0") == 1
    assert await store.followers("T1", ["KP", "JP"]) == ()
    await redis.aclose()


async def remembers_who_follows(store: Store) -> None:
    """The same for subscriptions, stories and roundups."""
    assert await store.follow_all("T1", (KOREA, *wishes(ANNA, "JP"))) == ("new", "new")
    assert await store.mute("T1", ANNA, "JP")
    assert await store.followers("T1", ["KP", "JP"]) == (KOREA, replace(*wishes(ANNA, "JP"), muted=True))
    ours, theirs = Filed("s1", PAGE, b"payload"), Filed("s2", "text:1", b"")
    await store.file("T1", ("ferry", "Runde"), ours, 1000.0)
    await store.file("T1", ("ferry",), theirs, 1001.0)
    assert await store.candidates("T1", ("ferry", "Runde"), 1002.0) == (ours, theirs)
    assert await store.claim_told("T1", ANNA, "s1", "job")
    assert await store.unclaim("T1", ANNA, "s1", "job")
    await store.pend("T1", ANNA, "daily", Waiting("KP", "s1", PAGE, 1000.0))
    assert await store.claim_roundup("T1", ANNA, "daily", "2026-03-02", "tick")
    await store.complete_roundup("T1", ANNA, "daily", "2026-03-02", await store.pending("T1", ANNA, "daily", 1000.0))
    assert await store.pending("T1", ANNA, "daily", 1000.0) == ()


@pytest.fixture
def on_a_port(server_binary: Path) -> Iterator[tuple[RedisServer, int]]:
    """A server that also listens on a port of the loopback address, with a password."""
    port = free_port()
    with running(server_binary, "--port", str(port), "--bind", "127.0.0.1") as server:
        server.say("CONFIG", "SET", "requirepass", "p@ss/word")
        yield server, port


async def test_a_unix_socket(redis_url: str) -> None:
    """The form of the private server."""
    await remembers_everything(redis_url)


async def test_a_port_and_a_database(on_a_port: tuple[RedisServer, int]) -> None:
    """The usual form, with a password in it."""
    await remembers_everything(f"redis://:p%40ss%2Fword@127.0.0.1:{on_a_port[1]}/3?max_connections=5")


async def test_the_memory_of_this_process() -> None:
    """Without any server the bot remembers as well, for as long as it runs; each opening is a memory of its own."""
    await remembers_everything("memory://")
    one, other = open_redis("memory://"), open_redis("memory://")
    await Store(one, timedelta(days=1)).mark_handled("T1:C1:1.0")
    assert not await Store(other, timedelta(days=1)).handled("T1:C1:1.0")
    await one.aclose()
    await other.aclose()


async def test_a_cluster(server_binary: Path) -> None:
    """Keys that are written together lie in one slot, so everything works in a cluster, here one of one node."""
    port = free_port(below=55_000)  # the nodes talk to each other 10,000 above
    with running(server_binary, "--port", str(port), "--bind", "127.0.0.1", "--cluster-enabled", "yes") as server:
        server.say("CLUSTER", "ADDSLOTS", *map(str, range(16384)))
        server.wait_for("cluster_state:ok", "CLUSTER", "INFO")
        await remembers_everything(f"redis+cluster://127.0.0.1:{port}")


async def test_sentinel(server_binary: Path, on_a_port: tuple[RedisServer, int]) -> None:
    """The master's address comes from a sentinel; the URL names the sentinels and the service."""
    port = free_port()
    with running(server_binary, "--sentinel", "--port", str(port), "--bind", "127.0.0.1") as sentinel:
        sentinel.say("SENTINEL", "MONITOR", "desk", "127.0.0.1", str(on_a_port[1]), "1")
        sentinel.say("SENTINEL", "SET", "desk", "auth-pass", "p@ss/word")
        await remembers_everything(f"redis+sentinel://:p%40ss%2Fword@127.0.0.1:1,127.0.0.1:{port}/desk/2")


def test_sentinel_with_everything() -> None:
    """TLS holds for both sides, credentials for their own; ports and timeouts have defaults."""
    url = (
        "rediss+sentinel://anna:p%40ss@[::1],s2.example:7/desk/4"
        "?sentinel_password=s%26cret&sentinel_username=eve&ssl_ca_certs=/ca.pem&max_connections=9&socket_timeout=0.5"
    )
    pool = open_redis(url).connection_pool  # type: ignore[union-attr]  # Sentinel's client is no cluster's
    assert isinstance(pool, OwningPool)
    master = pool.connection_kwargs
    assert (master["username"], master["password"], master["db"]) == ("anna", "p@ss", 4)
    assert (pool.service_name, pool.max_connections, master["socket_timeout"]) == ("desk", 9, 0.5)
    first, second = (each.connection_pool.connection_kwargs for each in pool.sentinel_manager.sentinels)
    assert [(each["host"], each["port"]) for each in (first, second)] == [("::1", 26379), ("s2.example", 7)]
    assert (first["username"], first["password"]) == ("eve", "s&cret")
    assert first["ssl_ca_certs"] == master["ssl_ca_certs"] == "/ca.pem"
    assert first["socket_connect_timeout"] < master["socket_connect_timeout"] == 1.0


@pytest.mark.parametrize("url", ["redis://redis.example", "rediss://redis.example/2", "unix:///run/redis.sock"])
def test_timeouts_are_ours_unless_the_url_has_others(url: str) -> None:
    """Not redis-py's 5 s, which are too long for Slack, nor none at all."""
    for query, expected in (("", 1.5), ("?socket_timeout=0.5", 0.5)):
        redis = open_redis(url + query)
        assert isinstance(redis, Redis)
        assert redis.connection_pool.connection_kwargs["socket_timeout"] == expected


@pytest.mark.parametrize(
    "url",
    [
        "",
        "localhost:6379",
        "http://localhost",
        "redis://localhost:port",
        "redis://localhost?socket_timeout=soon",
        "redis+cluster://localhost:port",
        "redis+sentinel://localhost",
        "redis+sentinel:///desk",
        "redis+sentinel://localhost:port/desk",
        "redis+sentinel://localhost/desk/first",
        "redis+sentinel://localhost/desk?socket_timeout=soon",
    ],
)
def test_an_address_that_is_none(url: str) -> None:
    """One sentence with the forms that there are, and without what stood there: it may hold a password."""
    with pytest.raises(BadSettings, match=r"^REDIS_URL can't be read: write redis://host:6379/0") as caught:
        open_redis(url)
    assert len(caught.value.faults) == 1
