"""From a URL to a client: one server, a cluster, Sentinel, or the memory of this process."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from redis.asyncio import Redis, RedisCluster
from redis.asyncio.retry import Retry
from redis.backoff import ExponentialBackoff

from bot.errors import BadSettings
from bot.storage.sentinel import open_sentinel

if TYPE_CHECKING:
    from bot.storage.memory import Client

_CONNECT = 1.0
"""Seconds to reach a server: `guard.PATIENCE` bounds the whole operation."""

_REPLY = 1.5
"""Seconds until a reply. Set on purpose: redis-py 8's own 5 s are too long for Slack. Nothing here reads blockingly
(the job engine does, over connections of its own)."""

_RETRIES, _FIRST_PAUSE, _LONGEST_PAUSE = 5, 0.05, 0.4
"""A server that restarts is back within a second: broken connections are tried again that long."""

_FAULT = (
    "REDIS_URL can't be read: write redis://host:6379/0, rediss://…, unix:///path/to/socket, redis+cluster://host:6379 "
    "or redis+sentinel://host:26379/service."
)


def open_redis(url: str) -> Client:
    """A client for the URL; connects with the first command, `aclose` gives its connections back.

    ``redis://``, ``rediss://``, ``unix://``; ``redis+cluster://`` and ``redis+sentinel://`` (and their ``rediss+``) as
    pydocket reads them; options in the query win over ours. ``memory://`` is a Redis inside this process, new with each
    call and gone with it: whoever opens it tells people that it is not durable.

    Raises:
        BadSettings: the URL has another scheme, or a part that can't be read.
    """
    try:
        return _open(url, url.partition("://")[0])
    except ValueError:
        raise BadSettings((_FAULT,)) from None


def faults(url: str | None) -> tuple[str, ...]:
    """What is wrong with a ``REDIS_URL``, without connecting; nothing when it is not set."""
    try:
        open_redis(url or "unix:///private")
    except BadSettings as error:
        return error.faults
    return ()


def _open(url: str, scheme: str) -> Client:
    if scheme == "memory":
        return _in_memory()
    if scheme in {"redis+sentinel", "rediss+sentinel"}:
        return open_sentinel(url, _options())
    if scheme in {"redis+cluster", "rediss+cluster"}:
        return RedisCluster.from_url(url.replace("+cluster", "", 1), **_options())
    return Redis.from_url(url, **_options())


def _options() -> dict[str, Any]:
    pauses = ExponentialBackoff(base=_FIRST_PAUSE, cap=_LONGEST_PAUSE)
    return {"socket_connect_timeout": _CONNECT, "socket_timeout": _REPLY, "retry": Retry(pauses, _RETRIES)}


def _in_memory() -> Redis:
    from fakeredis import FakeServer  # 10 MB that only a machine without a server binary needs
    from fakeredis.aioredis import FakeRedis

    return FakeRedis(server=FakeServer())
