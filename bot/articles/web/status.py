"""What went wrong, in a sentence that names the host and what to do, and never an address or an exception. Pure."""

from __future__ import annotations

import errno
import ssl
from collections.abc import Mapping

import aiohttp

from bot.articles.web.resolver import forbidden
from bot.errors import Blocked, ForbiddenAddress, HttpStatus, Refusal, Timeout, Unreachable

_OK = range(200, 300)
_TURNED_AWAY = frozenset({401, 402, 403, 407, 451})
_GONE = frozenset({404, 410})
_TOO_MANY = 429
_FAULTS = range(500, 600)
_INSTEAD = "or paste the article's text"
_FAILURES: tuple[tuple[tuple[type[Exception], ...], str], ...] = (
    (
        (aiohttp.ClientSSLError, ssl.SSLError),
        "{} has no valid certificate, so it is not trusted: check the link, {}.",
    ),
    (
        (aiohttp.ClientConnectorError,),
        "{} can't be reached: check the link or try again later, {}.",
    ),
    (
        (aiohttp.ClientPayloadError, aiohttp.ServerDisconnectedError, aiohttp.ClientOSError),
        "{} broke off in the middle: try again later, {}.",
    ),
    ((Exception,), "{} does not answer as a web server does: check the link, {}."),
)


def refuse(host: str, status: int, headers: Mapping[str, str]) -> None:
    """Let a page pass, and nothing else.

    Raises:
        Blocked: 401, 403, 451, or a challenge that only a browser passes.
        HttpStatus: any other status but success.
    """
    if status in _OK:
        return
    if status in _TURNED_AWAY or headers.get("cf-mitigated", "").lower() == "challenge":
        raise Blocked(f"{host} turns programs away ({status}): open it yourself and paste the article's text.")
    if status in _GONE:
        raise HttpStatus(f"{host} has no page at this address ({status}): check the link, {_INSTEAD}.", status)
    if status == _TOO_MANY:
        raise HttpStatus(f"{host} is asked too often ({status}): try again later, {_INSTEAD}.", status)
    if status in _FAULTS:
        raise HttpStatus(f"{host} has a fault of its own ({status}): try again later, {_INSTEAD}.", status)
    raise HttpStatus(f"{host} did not give the page ({status}): check the link, {_INSTEAD}.", status)


def broken(host: str, error: Exception) -> Refusal:
    """The refusal for a connection that failed."""
    if isinstance(error, TimeoutError):
        return Timeout(f"{host} took too long to answer: try again later, {_INSTEAD}.")
    denied = isinstance(error, aiohttp.ClientConnectorError) and error.os_error.errno == errno.EACCES
    if denied or isinstance(error, aiohttp.ClientHttpProxyError):
        return ForbiddenAddress(forbidden(host))
    return Unreachable(next(words for kinds, words in _FAILURES if isinstance(error, kinds)).format(host, _INSTEAD))
