from __future__ import annotations

import errno
import socket
from ipaddress import ip_address

import pytest

from bot.articles.web.lookup import SystemLookup
from bot.articles.web.resolver import Door, is_own
from bot.errors import ForbiddenAddress, Timeout, Unreachable
from tests.bot.articles.resolvers import Names

PUBLIC = "93.184.216.34"
MANY = tuple(f"151.101.{part}.{host}" for part in range(4) for host in range(1, 200))


@pytest.mark.parametrize(
    "answers",
    [
        ("127.0.0.1",),
        ("10.1.2.3",),
        ("169.254.169.254",),
        ("::1",),
        ("fe80::1%eth0",),
        ("::ffff:192.168.0.1",),
        ("64:ff9b::a00:1",),
        ("2002:7f00:1::",),
        (PUBLIC, "127.0.0.1"),
        ("127.0.0.1", PUBLIC),
        (PUBLIC, "2001:db8::1"),
        (*MANY, "10.0.0.1"),
    ],
)
async def test_one_answer_off_the_public_internet_spoils_them_all(answers: tuple[str, ...]) -> None:
    """Private and mixed answers are refused, wherever the private one stands, and the sentence names no address."""
    door = Door(Names(answers), 1)
    with pytest.raises(ForbiddenAddress) as refused:
        await door.resolve("example.com", 443)
    assert refused.value.message.startswith("example.com is not on the public internet")
    assert answers[0] not in refused.value.message


async def test_public_answers_are_given_once_each_and_a_few_at_most() -> None:
    """Hundreds of answers are all judged, and the first eight are tried."""
    assert [found["host"] for found in await Door(Names((PUBLIC, PUBLIC)), 1).resolve("example.com", 443)] == [PUBLIC]
    found = await Door(Names(MANY), 1).resolve("example.com", 443)
    assert tuple(answer["host"] for answer in found) == MANY[:8]


async def test_only_the_family_that_was_asked_for() -> None:
    """Whoever asks for IPv6 gets no IPv4 address."""
    door = Door(Names((PUBLIC, "2606:4700::1111")), 1)
    found = await door.resolve("example.com", 443, socket.AF_INET6)
    assert [answer["host"] for answer in found] == ["2606:4700::1111"]


async def test_the_socket_opens_only_to_what_was_judged() -> None:
    """An address that changed between look-up and connection is no way in."""
    door = Door(Names((PUBLIC,), ("127.0.0.1",)), 1)
    await door.resolve("example.com", 443)
    stream = (socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP, "")
    door.open((*stream, (PUBLIC, 443))).close()
    with pytest.raises(PermissionError) as refused:
        door.open((*stream, ("127.0.0.1", 443)))
    assert refused.value.errno == errno.EACCES
    with pytest.raises(ForbiddenAddress):
        await door.resolve("example.com", 443)
    await door.close()


async def test_no_such_host_and_slow_name_servers() -> None:
    """Both are told apart, and both name the host."""
    with pytest.raises(Unreachable, match=r"no host named example\.com"):
        await Door(Names(()), 1).resolve("example.com", 443)
    with pytest.raises(Timeout, match=r"too long to find example\.com"):
        await Door(Names((PUBLIC,), seconds=5), 0.01).resolve("example.com", 443)


async def test_an_exempt_door_lets_everything_through() -> None:
    """For hosts of DATELINE_FETCH_ALLOW, and for the egress proxy."""
    found = await Door(Names(("127.0.0.1",)), 1, exempt=True).resolve("localhost", 8000)
    assert [answer["host"] for answer in found] == ["127.0.0.1"]


async def test_an_address_in_the_link_asks_no_name_server() -> None:
    """It is judged as it stands, in brackets or not."""
    names = Names((PUBLIC,))
    with pytest.raises(ForbiddenAddress):
        await Door(names, 1).judge("[::1]", 80)
    assert await Door(names, 1).judge(PUBLIC, 80) == (ip_address(PUBLIC),)
    assert names.asked == []


async def test_the_machines_own_addresses_are_known() -> None:
    """The machine's resolver finds localhost, which is its own; a host of the internet is not."""
    found = await SystemLookup()("localhost", 80)
    assert all(is_own(ip_address(address)) for address in found)
    assert not is_own(ip_address(PUBLIC))


def test_a_machine_that_lets_every_address_be_bound_still_knows_its_own() -> None:
    """Some are set up so for their failover; there the routes tell. Else no page could be read on them."""
    everything = {4: ip_address("127.0.0.1")}  # as if a stranger's address could be bound
    assert is_own(ip_address("127.0.0.1"), everything)
    assert not is_own(ip_address("127.9.9.9"), everything)
    assert not is_own(ip_address("255.255.255.255"), everything)
