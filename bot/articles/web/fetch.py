"""The only door to the web: one page at a time, within limits, from public addresses only."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from types import TracebackType
from typing import TYPE_CHECKING, Self
from urllib.parse import urljoin

import aiohttp
from yarl import URL

from bot.articles.urls import hosts, links
from bot.articles.web import body, charset, kinds, status
from bot.articles.web.lookup import Lookup, SystemLookup
from bot.articles.web.resolver import Door, forbidden
from bot.errors import BadUrl, ForbiddenAddress, Timeout, TooLarge, Unreachable

if TYPE_CHECKING:
    from bot.articles.web.kinds import Kind
    from bot.model import Link

CONTACT = "https://github.com/dateline-bot/dateline"
PRODUCT = "Dateline/0.1"
USER_AGENT = f"{PRODUCT} (+{CONTACT})"
# Brotli and zstd are not asked for, and so not read: every server must do without them, and their bombs need a library
# each that counts what it makes (of two for brotli one can't).
_HEADERS = {
    "Accept": "text/html,application/xhtml+xml,text/plain;q=0.8",
    "Accept-Encoding": "gzip, deflate",
    "Accept-Language": "en;q=1, *;q=0.5",
}
_REDIRECTS = frozenset({301, 302, 303, 307, 308})


@dataclass(frozen=True, slots=True)
class Limits:
    """How long and how much: seconds over all hops (DNS, connect and read within one), bytes of a body, redirects.

    The figures are those of larger fetchers, measured (Mastodon, Discourse, Synapse), at the strict end; the total is
    half a second short of 12, so that whoever waits has the outcome within them.
    """

    total: float = 11.5
    dns: float = 3.0
    connect: float = 4.0
    read: float = 5.0
    wire: int = 3_000_000
    decoded: int = 5_000_000
    redirects: int = 5
    ports: tuple[int, ...] = (80, 443)


LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Page:
    """What an anonymous fetch returned: the final address, the decoded text, and what it is.

    ``private`` tells that the answer, or the address that led to it, is not to be shared between workspaces.
    """

    url: str
    text: str
    kind: Kind
    private: bool


class Web:
    """Fetches pages. Keeps no cookies, no connections and no answers; reads no proxy from the environment.

    ``allow`` holds ``host:port`` that are exempt from the address rule and the ports; ``proxy`` is an egress proxy that
    every connection goes to, which then judges the names (addresses in links, and names that only a network's inside
    knows, are still judged here). ``contact`` is an address of whoever runs the bot, told to every site.
    """

    def __init__(
        self,
        limits: Limits = LIMITS,
        allow: tuple[str, ...] = (),
        proxy: str | None = None,
        lookup: Lookup | None = None,
        contact: str | None = None,
    ) -> None:
        self._limits = limits
        self._allow = frozenset(entry.lower() for entry in allow)
        self._proxy = proxy
        self._lookup = lookup or SystemLookup()
        self._headers = {"User-Agent": f"{PRODUCT} (+{contact})" if contact else USER_AGENT, **_HEADERS}
        self._timeout = aiohttp.ClientTimeout(total=None, sock_connect=limits.connect, sock_read=limits.read)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Nothing is held open between pages."""

    async def get(self, link: Link) -> Page:
        """Fetch one page, following redirects, each judged as if it had been posted.

        Raises:
            Refusal: one of its kinds, with the sentence for a person.
        """
        host = links.place(link).host
        try:
            async with asyncio.timeout(self._limits.total):
                return await self._follow(link)
        except TimeoutError:
            raise Timeout(f"{host} took too long to answer: try again later, or paste the article's text.") from None

    async def _follow(self, link: Link) -> Page:
        secret = link.secret
        for _ in range(self._limits.redirects + 1):
            outcome = await self._hop(link)
            if isinstance(outcome, Page):
                return Page(outcome.url, outcome.text, outcome.kind, outcome.private or secret)
            link, secret = outcome, secret or outcome.secret
        raise Unreachable(f"{links.place(link).host} redirects too many times: paste the article's text instead.")

    async def _hop(self, link: Link) -> Page | Link:
        where = links.place(link)
        exempt = f"{where.host}:{where.port}" in self._allow
        if where.port not in self._limits.ports and not exempt:
            raise BadUrl(f"The link to {where.host} names an unusual port: only pages on ports 80 and 443 are read.")
        door = Door(self._lookup, self._limits.dns, exempt=exempt or self._proxy is not None)
        await self._judge(where, door, exempt=exempt)
        try:
            async with self._answer(link, door) as response:
                return await self._outcome(link, response)
        except (aiohttp.ClientError, OSError, ValueError) as error:
            raise status.broken(where.host, error) from None

    async def _judge(self, where: links.Place, door: Door, *, exempt: bool) -> None:
        """Judge what aiohttp asks no resolver for: an address in the link itself, and the one of the proxy."""
        literal = where.host.startswith("[") or where.host.replace(".", "").isdigit()
        if self._proxy:
            proxy = URL(self._proxy)
            await door.judge(proxy.host or "", proxy.port or 0)
            door = Door(self._lookup, self._limits.dns, exempt=exempt)
            if hosts.is_inside(where.host) and not exempt:
                raise ForbiddenAddress(forbidden(where.host))
        if literal:
            await door.judge(where.host, where.port)

    @asynccontextmanager
    async def _answer(self, link: Link, door: Door) -> AsyncIterator[aiohttp.ClientResponse]:
        connector = aiohttp.TCPConnector(resolver=door, socket_factory=door.open, use_dns_cache=False, force_close=True)
        session = aiohttp.ClientSession(
            connector=connector,
            cookie_jar=aiohttp.DummyCookieJar(),
            timeout=self._timeout,
            trust_env=False,
            auto_decompress=False,
            headers=self._headers,
        )
        url = URL(link.url, encoded=True)
        async with session, session.get(url, allow_redirects=False, proxy=self._proxy) as response:
            yield response

    async def _outcome(self, link: Link, response: aiohttp.ClientResponse) -> Page | Link:
        host, headers = links.place(link).host, response.headers
        if response.status in _REDIRECTS and "Location" in headers:
            return _target(link, headers["Location"])
        status.refuse(host, response.status, headers)
        content_type = headers.get("Content-Type", "")
        kinds.refuse_type(host, content_type)
        if (response.content_length or 0) > self._limits.wire:
            raise TooLarge(body.too_large(host))
        packed = tuple(name.strip().lower() for name in headers.get("Content-Encoding", "identity").split(","))
        chunks = response.content.iter_any()
        content = await body.read(host, chunks, packed, self._limits.wire, self._limits.decoded)
        kind = kinds.sniff(host, content_type, content)
        private = any(word in headers.get("Cache-Control", "").lower() for word in ("private", "no-store"))
        return Page(link.url, charset.decode(content, kinds.charset_of(content_type)), kind, private)


def _target(link: Link, location: str) -> Link:
    """Where a redirect leads, parsed as strictly as a posted link."""
    try:
        return links.parse(urljoin(link.url, location.strip().replace(" ", "%20")))
    except (BadUrl, ValueError):
        host = links.place(link).host
        raise BadUrl(f"{host} redirects to something that is not a web page: paste the article's text.") from None
