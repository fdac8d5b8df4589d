"""Names become addresses, and every address is judged before a socket opens: once when resolved, once at the socket."""

from __future__ import annotations

import asyncio
import contextlib
import errno
import socket
from collections.abc import Awaitable, Callable
from ipaddress import ip_address

from aiohttp.abc import AbstractResolver, ResolveResult

from bot.articles.address import Address, is_public, unmapped
from bot.errors import ForbiddenAddress, Timeout, Unreachable

Lookup = Callable[[str, int], Awaitable[tuple[str, ...]]]
MOST_ANSWERS = 8


async def system_lookup(host: str, port: int) -> tuple[str, ...]:
    """The addresses of a host, as the machine's resolver gives them.

    Raises:
        OSError: there is no such host.
    """
    answers = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(str(answer[4][0]) for answer in answers)


def is_own(address: Address) -> bool:
    """Whether an address is one of this machine's: only those can be bound. Nothing is sent."""
    family = socket.AF_INET if address.version == 4 else socket.AF_INET6  # noqa: PLR2004  the version of IP
    try:
        with socket.socket(family, socket.SOCK_DGRAM) as probe:
            probe.bind((str(address), 0))
    except OSError:
        return False
    return True


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
        addresses = tuple(dict.fromkeys(await self._answers(host.strip("[]"), port)))
        if not self._exempt and not all(is_public(address) and not is_own(address) for address in addresses):
            raise ForbiddenAddress(forbidden(host))
        self._judged.update(addresses)
        return addresses[:MOST_ANSWERS]

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
        except TimeoutError:
            raise Timeout(f"The name servers took too long to find {host}: try again in a minute.") from None
        except (OSError, UnicodeError):
            answers = ()
        if not answers:
            raise Unreachable(f"There is no host named {host}: check the link's spelling.")
        return tuple(unmapped(ip_address(answer.partition("%")[0])) for answer in answers)


def forbidden(host: str) -> str:
    """The sentence for a host off the public internet; it never names the address behind it."""
    return f"{host} is not on the public internet, so it is not opened: paste the article's text instead."


def _family(address: Address) -> socket.AddressFamily:
    return socket.AF_INET if address.version == 4 else socket.AF_INET6  # noqa: PLR2004  the version of IP


def _result(host: str, address: Address, port: int) -> ResolveResult:
    flags = socket.AI_NUMERICHOST | socket.AI_NUMERICSERV
    return ResolveResult(hostname=host, host=str(address), port=port, family=_family(address), proto=0, flags=flags)
