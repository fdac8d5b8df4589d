"""Redis behind Sentinel: ``redis+sentinel://[user:password@]host[:port][,host…]/service[/db][?option=…]``.

The same form as pydocket's, so that one `REDIS_URL` serves both. Credentials and options are the data server's;
``sentinel_username`` and ``sentinel_password`` are the sentinels'. With ``rediss+sentinel`` both sides speak TLS, with
the same ``ssl_…`` options.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs, unquote, urlencode, urlsplit

from redis.asyncio import Redis
from redis.asyncio.connection import parse_url
from redis.asyncio.retry import Retry
from redis.asyncio.sentinel import Sentinel, SentinelConnectionPool
from redis.backoff import NoBackoff

_PORT = 26379
"""Where sentinels listen when the address doesn't say."""

_NEXT = 0.4
"""Seconds until the next sentinel is asked instead, so that a dead one or two cost no operation its time."""


class OwningPool(SentinelConnectionPool):
    """Connections to the current master that take those to the sentinels along when they are closed."""

    sentinel_manager: Sentinel

    async def disconnect(self, inuse_connections: bool = True) -> None:  # noqa: FBT001, FBT002  # redis-py's signature
        """Closes the connections to the master and to the sentinels."""
        await super().disconnect(inuse_connections)
        await self.sentinel_manager.aclose()


def open_sentinel(url: str, defaults: dict[str, Any]) -> Redis:
    """A client of the service's master, wherever it moves; options in the URL win over `defaults`.

    Raises:
        ValueError: no host, no service name, or a port, database or option that can't be read.
    """
    scheme, _, rest = url.partition("://")
    netloc, _, tail = rest.partition("/")
    path, _, query = tail.partition("?")
    service, _, database = path.strip("/").partition("/")
    credentials, _, hosts = netloc.rpartition("@")
    if not service:
        raise ValueError("no service name")
    theirs, ours = _options(query)
    tls: dict[str, Any] = {"ssl": True} if scheme == "rediss+sentinel" else {}
    shared = {name: value for name, value in ours.items() if tls and name.startswith("ssl_")}
    members = [_address(host) for host in hosts.split(",")]
    options = defaults | {"retry": Retry(NoBackoff(), 0), "socket_connect_timeout": _NEXT} | shared | theirs | tls
    manager = Sentinel(members, sentinel_kwargs=options)  # type: ignore[no-untyped-call]  # untyped in redis-py
    master = defaults | ours | _credentials(credentials) | tls | {"db": int(database or 0)}
    pool = OwningPool(service, manager, **master)  # type: ignore[no-untyped-call]  # untyped in redis-py
    return Redis.from_pool(pool)


def _address(host: str) -> tuple[str, int]:
    parts = urlsplit(f"//{host.strip()}")
    if not parts.hostname:
        raise ValueError("no host")
    return parts.hostname, parts.port or _PORT


def _credentials(pair: str) -> dict[str, str]:
    user, _, password = pair.partition(":")
    return {name: unquote(value) for name, value in (("username", user), ("password", password)) if value}


def _options(query: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """The sentinels' credentials, and the options of the data server as redis-py reads them in any URL."""
    values = {name: value for name, (value, *_) in parse_qs(query).items()}
    theirs = {name: values.pop(f"sentinel_{name}", None) for name in ("username", "password")}
    ours = dict(parse_url(f"redis:///?{urlencode(values)}"))
    return {name: value for name, value in theirs.items() if value}, ours
