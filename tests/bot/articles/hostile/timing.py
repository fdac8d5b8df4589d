"""Servers that are slow, silent or never done, and those that break off."""

from __future__ import annotations

from bot.errors import BadUrl, HttpStatus, Timeout, TooLarge, Unreachable
from tests.bot.articles.hostile.behaviour import HEAD, READ, Behaviour, Place, article, breaks, drips, plain, sends
from tests.fakes.web import response

CHUNKED = f"{HEAD}Transfer-Encoding: chunked\r\n\r\n"
BODY = f"{HEAD}\r\n<p>"


def _tls(place: Place) -> str:
    """A TLS handshake that nobody answers."""
    return place.url.replace("http://", "https://")


def _dripping_redirects(place: Place) -> str:
    """Each hop within the limits, all of them together not."""
    for hop in range(5):
        head = f"HTTP/1.1 302 Found\r\nLocation: {place.path}-{hop + 1}\r\n"
        place.site.drip(f"{place.path}-{hop}", head.encode(), b"X: y\r\n", 0.1)
    return place.site.url(f"{place.path}-0")


TIMING = {
    "accepts and says nothing": Behaviour(drips("", b"", 0.1), Timeout, slow=True),
    "a TLS handshake without an answer": Behaviour(_tls, Timeout, slow=True),
    "a status line that drips": Behaviour(drips("HTTP/1.1 200 O", b"K", 0.1), Timeout, slow=True),
    "headers that drip": Behaviour(drips("HTTP/1.1 200 OK\r\nX: ", b"y", 0.1), Timeout, slow=True),
    "one header after the other": Behaviour(drips("HTTP/1.1 200 OK\r\n", b"X: y\r\n", 0.15), Timeout, slow=True),
    "a body that drips": Behaviour(drips(BODY, b"a", 0.1), Timeout, slow=True),
    "chunks that drip": Behaviour(drips(CHUNKED, b"1\r\na\r\n", 0.1), Timeout, slow=True),
    "the size of a chunk drips": Behaviour(drips(CHUNKED, b"0", 0.1), Timeout, slow=True),
    "a trailer that drips": Behaviour(drips(f"{CHUNKED}0\r\n", b"X: y\r\n", 0.15), Timeout, slow=True),
    "gzip that drips": Behaviour(drips(f"{HEAD}Content-Encoding: gzip\r\n\r\n", b"\x1f", 0.1), Unreachable),
    "a body that stops": Behaviour(drips(f"{HEAD}Content-Length: 900\r\n\r\n<p>", b"", 0.1), Timeout, slow=True),
    "an error page that drips": Behaviour(drips("HTTP/1.1 500 Oops\r\n\r\n", b"\n", 0.1), HttpStatus),
    "redirects that drip": Behaviour(_dripping_redirects, Timeout, slow=True),
    "100 Continue, again and again": Behaviour(drips("", b"HTTP/1.1 100 C\r\n\r\n", 0.1), Timeout, slow=True),
    "100 Continue, as fast as it can": Behaviour(drips("", b"HTTP/1.1 100 C\r\n\r\n" * 20_000, 0), Timeout, slow=True),
    "103 Early Hints, as fast as it can": Behaviour(
        drips("", b"HTTP/1.1 103 E\r\nLink: <x>\r\n\r\n" * 9_000, 0), Timeout, slow=True
    ),
    "a body without an end": Behaviour(drips(BODY, b"a" * 65_536, 0), TooLarge),
    "chunks without an end": Behaviour(drips(CHUNKED, b"10000\r\n" + b"a" * 65_536 + b"\r\n", 0), TooLarge),
    "chunks of one byte without an end": Behaviour(drips(CHUNKED, b"1\r\na\r\n" * 20_000, 0), (TooLarge, Timeout)),
    "headers without an end": Behaviour(drips("HTTP/1.1 200 OK\r\n", b"X: y\r\n" * 9_000, 0), Unreachable),
    "a header without an end": Behaviour(drips("HTTP/1.1 200 OK\r\nX: ", b"y" * 65_536, 0), Unreachable),
    "a status line without an end": Behaviour(drips("HTTP/1.1 200 ", b"O" * 65_536, 0), Unreachable),
    "a trailer without an end": Behaviour(drips(f"{CHUNKED}0\r\n", b"X: y\r\n" * 9_000, 0), Unreachable),
    "an extension of a chunk without an end": Behaviour(drips(f"{CHUNKED}5;", b"x" * 65_536, 0), Timeout, slow=True),
    "empty lines without an end": Behaviour(drips("", b"\r\n" * 30_000, 0), Timeout, slow=True),
    "closes at once": Behaviour(breaks(b""), Unreachable),
    "closes after the head": Behaviour(breaks(f"{HEAD}Content-Length: 900\r\n\r\n".encode()), Unreachable),
    "closes in the middle of the page": Behaviour(breaks(plain(article())[:700]), Unreachable),
    "closes in the middle of a chunk": Behaviour(breaks(f"{CHUNKED}400\r\n<p>".encode()), Unreachable),
    "closes in the middle of a header": Behaviour(breaks(HEAD[:-9].encode()), Unreachable),
    "does not close after the page": Behaviour(drips(plain(article()).decode("latin-1"), b"", 0.1), READ),
    "a second answer behind the first": Behaviour(
        sends(plain(article()) + response(b"other", "500 Oops")), Unreachable
    ),
    "a port that is none": Behaviour(lambda place: place.url.replace(f":{place.site.port}", ":99999"), BadUrl),
}
