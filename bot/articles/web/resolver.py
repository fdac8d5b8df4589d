"""Names become addresses, and every address is judged before a socket opens: once when resolved, once at the socket."""

from __future__ import annotations

import asyncio
import contextlib
import errno
import socket
from collections.abc import Mapping
from ipaddress import IPv4Address, IPv6Address, ip_address

from aiohttp.abc import AbstractResolver, ResolveResult

from bot.articles.web.address import Address, is_public, unmapped
from bot.articles.web.lookup import Lookup
from bot.errors import ForbiddenAddress, Timeout, Unreachable

MOST_ANSWERS = 8  # of a host's addresses: those that are tried
_NOBODYS: Mapping[int, Address] = {
    4: IPv4Address("192.0.2.1"),
    6: IPv6Address("2001:db8::1"),
}  # documentation: on no machine


def is_own(address: Address, nobodys: Mapping[int, Address] = _NOBODYS) -> bool:
    """Whether an address is one of this machine's: only those can be bound. Nothing is sent.

    Some kernels let processes bind any address (``ip_nonlocal_bind``), so ``nobodys`` are tried too, by IP version.
    There the routing table tells: the way to an own address begins at that address.
    """
    return _binds(address) and (not _binds(nobodys[address.version]) or _source(address) == str(address))


def _binds(address: Address) -> bool:
    try:
        with socket.socket(_family(address), socket.SOCK_DGRAM) as probe:
            probe.bind((str(address), 0))
    except OSError:
        return False
    return True


def _source(address: Address) -> str:
    with socket.socket(_family(address), socket.SOCK_DGRAM) as probe, contextlib.suppress(OSError):
        probe.connect((str(address), 9))  # a datagram socket: this looks up the route, and no more
        return str(probe.getsockname()[0])
    return ""


class Door(AbstractResolver):
    """The resolver and the socket factory of one hop.

    All answers for a host must be public, else none is used; the socket opens only to an address that was judged here.
    ``exempt`` doors let everything through: for the hosts of ``DATELINE_FETCH_ALLOW`` and the egress proxy.
    """

    def __init__(self, lookup: Lookup, seconds: float, *, exempt: bool = False) -> None:
        self._lookup = lookup
        self._seconds = seconds
        self._exempt = exempt
        self._judged: set[Address] = set()

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        """The addresses of a host, judged; at most eight of them.

        Raises:
            ForbiddenAddress: one of the answers is not public.
            Unreachable: there is no such host.
            Timeout: the name servers are too slow.
        """
        addresses = await self.judge(host, port)
        return [_result(host, address, port) for address in addresses if family in {socket.AF_UNSPEC, _family(address)}]

    async def judge(self, host: str, port: int) -> tuple[Address, ...]:
        """The same addresses as values; ``host`` may be an address itself, in brackets or not."""
        answers = tuple(dict.fromkeys(await self._answers(host.strip("[]"), port)))
        tried = answers[:MOST_ANSWERS]
        if not self._exempt and (not all(map(is_public, answers)) or any(map(is_own, tried))):
            raise ForbiddenAddress(forbidden(host))
        self._judged.update(tried)
        return tried

    def open(self, info: tuple[int, int, int, str, tuple[object, ...]]) -> socket.socket:
        """A socket for an address that was judged before; for any other the connection fails.

        Raises:
            PermissionError: nobody judged that address.
        """
        family, kind, protocol, _, target = info
        if unmapped(ip_address(str(target[0]))) not in self._judged:
            raise PermissionError(errno.EACCES, "address was not judged")
        return socket.socket(family, kind, protocol)

    async def close(self) -> None:
        """Nothing is held open."""

    async def _answers(self, host: str, port: int) -> tuple[Address, ...]:
        with contextlib.suppress(ValueError):
            return (unmapped(ip_address(host)),)
        try:
            async with asyncio.timeout(self._seconds):
                answers = await self._lookup(host, port)
            addresses = tuple(unmapped(ip_address(answer.partition("%")[0])) for answer in answers)
        except TimeoutError:
            raise Timeout(f"The name servers took too long to find {host}: try again in a minute.") from None
        except (OSError, ValueError):  # no such host, no such name, or an answer that is no address
            addresses = ()
        if not addresses:
            raise Unreachable(f"There is no host named {host}: check the link's spelling.")
        return addresses


def forbidden(host: str) -> str:
    """The sentence for a host off the public internet; it never names the address behind it."""
    return f"{host} is not on the public internet, so it is not opened: paste the article's text instead."


def _family(address: Address) -> socket.AddressFamily:
    return socket.AF_INET if address.version == 4 else socket.AF_INET6  # noqa: PLR2004  the version of IP


def _result(host: str, address: Address, port: int) -> ResolveResult:
    flags = socket.AI_NUMERICHOST | socket.AI_NUMERICSERV
    return ResolveResult(hostname=host, host=str(address), port=port, family=_family(address), proto=0, flags=flags)
