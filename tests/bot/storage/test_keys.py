from __future__ import annotations

import re
import time
from datetime import timedelta

import pytest

from bot.errors import NoArticle
from bot.storage import keys
from bot.storage.codec import Asked, Waiting
from bot.storage.memory import Client
from bot.storage.store import Store
from bot.storage.stories import Filed
from tests.bot.storage.values import ANNA, EDITION, KOREA, PAGE, dossier, embedded, post

DURABLE = {"follows", "followers", "readers"}
"""Kinds of keys that may stand without a lifetime: what people follow, and, beside them, in which workspaces."""


async def names(redis: Client) -> set[str]:
    """Every key there is."""
    return {key.decode() for key in await redis.keys("*") if isinstance(key, bytes)}


async def use_everything(store: Store, workspace: str) -> None:
    """Everything that can be remembered of a workspace, and on the shared shelf."""
    for shelf in (None, workspace):
        await store.keep(EDITION, PAGE, shelf, dossier())
        await store.keep_vectors(EDITION, PAGE, shelf, embedded())
    for shelf in (None, workspace):
        await store.keep_refusal(PAGE, NoArticle("There is no article on this page."), shelf)
    await store.write()
    await store.turn("wire.example", workspace, PAGE)
    await store.count("gazette.example")
    await store.mark_done(f"{workspace}:C1:1.0", PAGE, PAGE)
    await store.hold(f"{workspace}:C1:1.0", timedelta(seconds=30))
    await store.ahead(f"{workspace}:C1:2.0")
    await store.record(workspace, "C1", "1.0", post())
    await store.claim_first(workspace, "C1", PAGE, post())
    await store.mark_handled(f"{workspace}:C1:1.0")
    await store.attempts(f"{workspace}:C1:1.0")
    await store.latest(f"{workspace}:C1:1.0", "")
    await store.keep_asked(workspace, "C1", "1.0", Asked("Why?", PAGE))
    await store.take_place(workspace, "C1", "1.0", "3.0")
    await follow_everything(store, workspace)


async def follow_everything(store: Store, workspace: str) -> None:
    """Everything that is remembered for those who follow."""
    await store.follow(workspace, KOREA)
    await store.keep_zone(workspace, ANNA, "Asia/Kathmandu")
    await store.file(workspace, ("ferry",), Filed("s1", PAGE, b""), time.time())
    await store.report(workspace, "s1", post())
    await store.claim_told(workspace, ANNA, "s1", f"{workspace}:C1:1.0")
    await store.mail_turn(workspace, ANNA, f"{workspace}:{ANNA}:1.0")
    await store.pend(workspace, ANNA, "daily", Waiting("KP", "s1", PAGE, time.time()))
    await store.claim_roundup(workspace, ANNA, "daily", "2026-03-02", "tick")


async def test_every_key_has_a_lifetime(store: Store, redis: Client) -> None:
    """Nothing stays for ever by accident, whatever is done with the store."""
    await use_everything(store, "T1")
    await redis.set(keys.first("T1", "C2", PAGE), b"0:{}", ex=60)
    await store.claim_first("T1", "C2", PAGE, post())
    async with store.working_on(EDITION, PAGE, None), store.working_on(EDITION, PAGE, "T1"):
        found = await names(redis)
        for key in found:
            durable = key == keys.WORKSPACES or (
                key.startswith(keys.of_workspace("T1")) and key.split(":")[2] in DURABLE
            )
            assert (await redis.ttl(key) == -1) if durable else (await redis.ttl(key) > 0), key
    assert len(found) == 41, "a key that this story does not see: let it use what writes that"


@pytest.mark.parametrize("workspace", ["T1", "T*", "T?", "[T]", "{T}", "T}x", "T\\", "E9/T1", "ø"])
async def test_uninstalling_leaves_no_key_of_the_workspace(store: Store, redis: Client, workspace: str) -> None:
    """All of one workspace is gone, all of the others is there, whatever its id looks like."""
    await use_everything(store, workspace)
    await use_everything(store, "T")
    before = await names(redis)
    await store.forget_workspace(workspace)
    gone = before - await names(redis)
    assert len(gone) == 30
    assert {key.startswith(keys.of_workspace(workspace)) for key in gone} == {True}
    assert await store.recall(EDITION, PAGE, workspace), "the shared shelf stays"
    assert await store.posts("T", "C1", "1.0") == (post(),)
    assert await store.following("T", ANNA) == (KOREA,)
    assert await store.workspaces() == ("T",)


async def test_the_page_of_keys_names_every_kind(store: Store, redis: Client) -> None:
    """Each key that is written stands in the table of `keys`, with its type; those without a lifetime as durable."""
    await use_everything(store, "T1")
    rows = re.findall(r"^``dateline:\{W\}:(\w+)\S*`` +(\w+) .* (\S+)$", keys.__doc__ or "", re.MULTILINE)
    table = {kind: (name, life == "durable") for kind, name, life in rows}
    for key in await names(redis):
        if key.startswith(prefix := keys.of_workspace("T1")):
            stated, durable = table[key.removeprefix(prefix).split(":")[0]]
            kind = {"integer": "string"}.get(stated, stated)
            assert await redis.type(key) == kind.encode(), key
            assert durable == (await redis.ttl(key) == -1), key


async def test_uninstalling_a_large_workspace(store: Store, redis: Client) -> None:
    """More keys than one step of the scan looks at."""
    async with redis.pipeline(transaction=False) as pipe:
        for n in range(1200):
            pipe.set(keys.posts("T1", "C1", str(n)), b"", ex=60)
        await pipe.execute()
    await store.forget_workspace("T1")
    assert await redis.dbsize() == 0


async def test_uninstalling_what_was_never_there(store: Store, redis: Client) -> None:
    """Nothing happens."""
    await store.forget_workspace("T1")
    assert await redis.dbsize() == 0
