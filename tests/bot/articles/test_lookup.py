from __future__ import annotations

import asyncio
import socket
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from bot.articles.web.lookup import SystemLookup
from bot.articles.web.resolver import Door
from bot.errors import Timeout, Unreachable

if TYPE_CHECKING:
    from collections.abc import Iterator

PUBLIC = "93.184.216.34"


@contextmanager
def hanging() -> Iterator[tuple[SystemLookup, threading.Event]]:
    """A look-up of two places whose name servers hang until the event, but for the host ``quick``."""
    let_go = threading.Event()

    def ask(host: str, port: int) -> tuple[str, ...]:
        if host != "quick":
            let_go.wait(60)
        return (PUBLIC,) if port else ()

    try:
        yield SystemLookup(ask, most=2), let_go
    finally:
        let_go.set()


async def test_name_servers_that_hang_hold_up_nobody_else() -> None:
    """The loop's own threads stay free, readers wait no longer than their limit, and no more than two look-ups hang."""
    with hanging() as (lookup, let_go):
        for host in ("hung-1", "hung-2", "hung-3", "hung-4"):
            with pytest.raises(Timeout):
                await Door(lookup, 0.05).resolve(host, 80)
        assert await asyncio.to_thread(lambda: "free") == "free"
        hung = [thread for thread in threading.enumerate() if thread.name.startswith("dns hung-")]
        assert len(hung) <= 2
        assert all(thread.daemon for thread in hung)  # they don't keep the process from ending
        let_go.set()
        assert (await Door(lookup, 30).resolve("quick", 80))[0]["host"] == PUBLIC


async def test_an_answer_that_comes_too_late_is_dropped() -> None:
    """Nobody waits for it any more; the place is free again."""
    with hanging() as (lookup, let_go):
        with pytest.raises(Timeout):
            await Door(lookup, 0.01).resolve("a", 80)
        let_go.set()
        assert await asyncio.gather(*(lookup("quick", 80) for _ in range(20))) == [(PUBLIC,)] * 20


def test_an_answer_for_a_loop_that_has_ended_goes_nowhere() -> None:
    """The thread ends quietly."""
    with hanging() as (lookup, let_go):
        with pytest.raises(TimeoutError):
            asyncio.run(asyncio.wait_for(lookup("a", 80), 0.01))
        let_go.set()
        for thread in threading.enumerate():
            if thread.name == "dns a":
                thread.join(30)
                assert not thread.is_alive()


@pytest.mark.parametrize("failure", [socket.gaierror(socket.EAI_NONAME, "x"), UnicodeError("label too long")])
async def test_what_the_resolver_can_not_find_is_no_host(failure: OSError | UnicodeError) -> None:
    """Its failures come out as if it had been asked directly."""

    def ask(_: str, __: int) -> tuple[str, ...]:
        raise failure

    with pytest.raises(Unreachable, match=r"no host named example\.com"):
        await Door(SystemLookup(ask), 30).resolve("example.com", 80)


async def test_the_machines_resolver_knows_itself() -> None:
    """Without a script it is the system that is asked."""
    assert set(await SystemLookup()("localhost", 80)) & {"127.0.0.1", "::1"}


async def test_a_resolver_that_breaks_is_no_host_either() -> None:
    """Nobody waits for it for ever, and its place is free again."""

    def ask(_: str, __: int) -> tuple[str, ...]:
        raise IndexError

    lookup = SystemLookup(ask, most=1)
    for _ in range(3):
        with pytest.raises(Unreachable):
            await Door(lookup, 30).resolve("example.com", 80)
