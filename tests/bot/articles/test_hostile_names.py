from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import pytest

from bot.articles.urls.links import parse
from bot.articles.web.fetch import Limits, Web
from bot.errors import Refusal
from tests.bot.articles.resolvers import Aliases, Failing, Names
from tests.bot.articles.sockets import recorded
from tests.fakes.web import Website

PUBLIC, PUBLIC_6 = "93.184.216.34", "2606:4700:4700::1111"
MANY = tuple(f"151.101.{part}.{host}" for part in range(4) for host in range(1, 200))
QUICK = Limits(total=5, dns=0.05)
FORBIDDEN, GONE, SLOW = "forbidden_address", "unreachable", "timeout"


@dataclass(frozen=True, slots=True)
class Row:
    """What a name server does, and what is to become of a link to its host: the refusals of two readings."""

    does: str
    lookup: Callable[[], Names | Aliases | Failing]
    refused: tuple[str, str]
    dialled: tuple[str, ...] = ()


ROWS = (
    *(
        Row(f"answers with {answer} only", partial(Names, (answer,)), (FORBIDDEN, FORBIDDEN))
        for answer in "127.0.0.1 10.1.2.3 169.254.169.254 100.100.100.200 168.63.129.16 0.0.0.0 ::1 ::".split()
    ),
    *(
        Row(f"hides a private address in {answer}", partial(Names, (answer,)), (FORBIDDEN, FORBIDDEN))
        for answer in (
            "::ffff:10.0.0.1",
            "::7f00:1",
            "64:ff9b::a9fe:a9fe",
            "2002:7f00:1::",
            "2001:0:7f00:1::",
            "fd00:ec2::254",
        )
    ),
    Row("mixes, private first", lambda: Names(("10.0.0.1", PUBLIC)), (FORBIDDEN, FORBIDDEN)),
    Row("mixes, private last", lambda: Names((PUBLIC, "10.0.0.1")), (FORBIDDEN, FORBIDDEN)),
    Row("mixes families", lambda: Names((PUBLIC, "fe80::1")), (FORBIDDEN, FORBIDDEN)),
    Row("mixes in the other family", lambda: Names((PUBLIC_6, "192.168.0.1")), (FORBIDDEN, FORBIDDEN)),
    Row("changes to private", lambda: Names((PUBLIC,), ("127.0.0.1",)), (GONE, FORBIDDEN), (PUBLIC,)),
    Row("changes to public", lambda: Names(("127.0.0.1",), (PUBLIC,)), (FORBIDDEN, GONE), (PUBLIC,)),
    Row("changes every time", lambda: Names((PUBLIC,), ("1.1.1.1",)), (GONE, GONE), (PUBLIC, "1.1.1.1")),
    Row("answers, then knows no such host", lambda: Names((PUBLIC,), ()), (GONE, GONE), (PUBLIC,)),
    Row("answers with hundreds", lambda: Names(MANY), (GONE, GONE), MANY[:8]),
    Row("hides one among hundreds", lambda: Names((*MANY[:400], "10.0.0.1", *MANY[400:])), (FORBIDDEN, FORBIDDEN)),
    Row("hides one behind hundreds", lambda: Names((*MANY, "169.254.169.254")), (FORBIDDEN, FORBIDDEN)),
    Row("repeats itself", lambda: Names((PUBLIC,) * 300), (GONE, GONE), (PUBLIC,)),
    Row("repeats itself mapped", lambda: Names((PUBLIC, f"::ffff:{PUBLIC}")), (GONE, GONE), (PUBLIC,)),
    Row("has a long chain of aliases", lambda: Aliases(60, (PUBLIC,)), (GONE, GONE), (PUBLIC,)),
    Row("has a long chain that ends inside", lambda: Aliases(60, ("10.0.0.1",)), (FORBIDDEN, FORBIDDEN)),
    Row("has aliases in a circle", lambda: Aliases(-1, ()), (GONE, GONE)),
    Row("knows no such host", lambda: Names(()), (GONE, GONE)),
    Row("answers with nothing", lambda: Aliases(0, ()), (GONE, GONE)),
    Row("is slow", lambda: Names((PUBLIC,), seconds=30), (SLOW, SLOW)),
    Row("is slow and private", lambda: Names(("127.0.0.1",), seconds=30), (SLOW, SLOW)),
    Row("gives up by itself", lambda: Failing(TimeoutError()), (SLOW, SLOW)),
    Row("fails for now", lambda: Failing(socket.gaierror(socket.EAI_AGAIN, "later")), (GONE, GONE)),
    Row("can't spell the name", lambda: Failing(UnicodeError("label too long")), (GONE, GONE)),
    Row("is out of reach", lambda: Failing(ConnectionRefusedError()), (GONE, GONE)),
    Row("puts a zone behind", lambda: Names(("fe80::1%eth0",)), (FORBIDDEN, FORBIDDEN)),
    Row("puts a zone behind loopback", lambda: Names(("::1%lo", "::ffff:127.0.0.1%lo")), (FORBIDDEN, FORBIDDEN)),
    *(
        Row(f"answers with {garbage!r}", partial(Names, (garbage, PUBLIC)), (GONE, GONE))
        for garbage in (
            "",
            "localhost",
            "2130706433",
            "0x7f.1",
            "127.1",
            "010.0.0.1",
            "127.0.0.1:80",
            "[::1]",
            "1.2.3.4.5",
            "%",
        )
    ),
)


@pytest.mark.parametrize("row", [pytest.param(row, id=row.does) for row in ROWS])
async def test_a_name_server_leads_nowhere_off_the_public_internet(row: Row) -> None:
    """Whatever it answers, twice: only public addresses are dialled, and only those judged in that reading."""
    kinds = []
    with recorded(closed=True) as tried:
        async with Web(QUICK, lookup=row.lookup()) as web:
            for _ in range(2):
                with pytest.raises(Refusal) as refused:
                    await web.get(parse("https://example.com/story"))
                kinds.append(refused.value.kind)
                assert "example.com" in refused.value.message
    assert tuple(kinds) == row.refused
    assert tuple(dict.fromkeys(host for host, _ in tried)) == row.dialled


async def test_a_name_that_changes_while_redirects_are_followed(site: Website) -> None:
    """Every hop asks anew, and every answer is judged: what was public a moment ago counts for nothing."""
    names = Names((PUBLIC,), ("127.0.0.1",))
    async with Web(QUICK, (site.allow,), lookup=names) as web:
        start = parse(site.redirect("/from", "http://rebind.example/"))
        with recorded(closed=False) as tried:
            await names("rebind.example", 80)
            with pytest.raises(Refusal) as refused:
                await web.get(start)
    assert refused.value.kind == FORBIDDEN
    assert {place for place in tried if place[1] != site.port} == set()


async def test_a_machines_own_address_is_not_dialled() -> None:
    """Under whatever name it comes, and whichever of them it is."""
    own = {str(info[4][0]) for info in socket.getaddrinfo(socket.gethostname(), 80)}
    for address in own:
        with recorded(closed=True) as tried:
            async with Web(QUICK, lookup=Names((PUBLIC, address))) as web:
                with pytest.raises(Refusal) as refused:
                    await web.get(parse("http://example.com/"))
        assert (refused.value.kind, tried) == (FORBIDDEN, [])


async def test_slow_name_servers_of_many_links_are_waited_for_together() -> None:
    """Twenty links at once cost the time of one."""
    async with Web(Limits(total=5, dns=0.2), lookup=Names((PUBLIC,), seconds=30)) as web:
        links = [parse(f"http://{name}.example/") for name in "abcdefghijklmnopqrst"]
        started = asyncio.get_running_loop().time()
        outcomes = await asyncio.gather(*map(web.get, links), return_exceptions=True)
        assert asyncio.get_running_loop().time() - started < 3
    assert {getattr(outcome, "kind", None) for outcome in outcomes} == {SLOW}
