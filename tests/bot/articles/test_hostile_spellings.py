from __future__ import annotations

import socket
from ipaddress import ip_address

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.articles.urls.hosts import normal
from bot.articles.urls.links import parse
from bot.articles.web.address import unmapped
from bot.articles.web.fetch import Web
from bot.errors import BadUrl, ForbiddenAddress, Unreachable
from tests.bot.articles.resolvers import Names
from tests.bot.articles.sockets import recorded
from tests.bot.articles.spellings import inside_six, of_four, of_six

# The first and the last address of every IPv4 block that is not public, and what clouds keep inside them.
PRIVATE_4 = """
    0.0.0.0 0.255.255.255 10.0.0.0 10.255.255.255 100.64.0.0 100.100.100.200 100.127.255.255 127.0.0.1 127.255.255.255
    168.63.129.16 169.254.0.0 169.254.169.254 169.254.170.2 169.254.255.255 172.16.0.0 172.31.255.255 192.0.0.0
    192.0.0.192 192.0.2.0 192.0.2.255 192.88.99.0 192.88.99.255 192.168.0.0 192.168.255.255 198.18.0.0 198.19.255.255
    198.51.100.0 203.0.113.255 224.0.0.0 239.255.255.255 240.0.0.0 255.255.255.255
"""
PRIVATE_6 = """
    :: ::1 ::ffff:ffff ::ffff:0:0 ::ffff:0:0:0 64:ff9b:: 64:ff9b::ffff:ffff 64:ff9b:1::
    64:ff9b:1:ffff:ffff:ffff:ffff:ffff
    100:: 100::ffff 100:0:0:1:: 2001:: 2001:0:ffff:ffff:ffff:ffff:ffff:ffff 2001:2:: 2001:5:: 2001:10:: 2001:1ff::
    2001:db8:: 2001:db8:ffff:ffff:ffff:ffff:ffff:ffff 2002:: 2002:ffff:ffff:ffff:ffff:ffff:ffff:ffff 3fff:: 3fff:fff::1
    4000:: 5f00:: 5f00:ffff::1 8000:: c000:: e000:: f000:: fbff::1 fc00:: fd00:ec2::254 fd20:ce::254 fdff:ffff::1
    fe00::1
    fe80:: fe80::1 febf:ffff::1 fec0:: feff:ffff::1 ff00:: ff02::1 ff0e::1 ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff
    1fff::1
"""
PUBLIC_4 = """
    1.1.1.1 9.255.255.255 11.0.0.0 100.63.255.255 100.128.0.0 126.255.255.255 128.0.0.0 168.63.129.15 169.253.255.255
    169.255.0.0 172.15.255.255 172.32.0.0 192.0.1.0 192.88.98.255 192.167.255.255 198.20.0.0 203.0.114.0 223.255.255.255
"""


async def outcomes(host: str) -> list[tuple[str, int]]:
    """Every connection that a link to the host makes, on both ports; it must be refused as what it is."""
    with recorded(closed=True) as tried:
        async with Web(lookup=Names(("127.0.0.1",))) as web:
            for url in (f"http://{host}/", f"https://{host}:443/a?b=c#d"):
                with pytest.raises((BadUrl, ForbiddenAddress)):
                    await web.get(parse(url))
    return tried


@pytest.mark.parametrize("address", PRIVATE_4.split())
async def test_no_spelling_of_a_private_address_is_dialled(address: str) -> None:
    """Decimal, octal, hexadecimal, short, long, mixed, in other scripts, and inside IPv6 by every mechanism."""
    hosts = (*of_four(address), *inside_six(address))
    assert len(set(hosts)) > 60
    for host in hosts:
        assert await outcomes(host) == [], host


@pytest.mark.parametrize("address", PRIVATE_6.split())
async def test_no_spelling_of_a_private_version_6_address_is_dialled(address: str) -> None:
    """Short, in full, in capitals."""
    for spelling in of_six(address):
        assert await outcomes(f"[{spelling}]") == [], spelling


@pytest.mark.parametrize("address", PUBLIC_4.split())
async def test_every_spelling_of_a_public_address_is_dialled_at_that_address(address: str) -> None:
    """What is read as an address is exactly the address that is connected to."""
    for host in of_four(address):
        with recorded(closed=True) as tried:
            async with Web(lookup=Names(("10.0.0.1",))) as web:
                with pytest.raises(Unreachable):
                    await web.get(parse(f"http://{host}/"))
        assert tried == [(address, 80)], host


def numeric() -> st.SearchStrategy[str]:
    """Hosts that might be read as addresses."""
    pieces = st.sampled_from(
        "0 1 7 8 9 127 255 256 0x 0X7f 0177 00 . .. : :: ffff [ ] % + - _ e a 0b1 0o7 1e3 g".split()
    )
    return st.lists(pieces | st.text("0123456789abcdefxX.:", max_size=4), min_size=1, max_size=8).map("".join)


@given(numeric())
@example("127.0.0.1")
@example("0x7f.1")
@example("::ffff:127.1")
def test_no_host_is_read_as_another_address_than_the_resolver_reads(host: str) -> None:
    """What the system takes for an address is the same address here, or no host at all."""
    try:
        found = socket.getaddrinfo(host.strip("[]"), None, flags=socket.AI_NUMERICHOST)
    except (OSError, UnicodeError):
        return
    read = {unmapped(ip_address(str(answer[4][0]).partition("%")[0])) for answer in found}
    ours = normal(f"[{host.strip('[]')}]" if ":" in host else host)
    assert ours is None or {ip_address(ours.strip("[]"))} == read
