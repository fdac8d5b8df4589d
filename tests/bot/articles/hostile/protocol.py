"""Servers that don't speak HTTP as it is written, and those that say odd things in it."""

from __future__ import annotations

import zlib

from bot.errors import Blocked, HttpStatus, NoArticle, TooLarge, Unreachable
from tests.bot.articles.hostile.behaviour import HEAD, READ, Behaviour, article, chunked, page, sends
from tests.fakes.web import response

PAGE = article().encode()
SIZED = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {len(PAGE)}\r\n"
LENGTH = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {}\r\n\r\n"
CHUNKED = f"{HEAD}Transfer-Encoding: chunked\r\n\r\n".encode()


def _length(words: str) -> bytes:
    return LENGTH.format(words).encode() + PAGE


def _with(header: str) -> bytes:
    return f"{SIZED}{header}\r\n\r\n".encode("latin-1") + PAGE


PROTOCOL = {
    "a length that is too long": Behaviour(sends(_length("999999")), Unreachable),
    "a length that is too short": Behaviour(sends(_length("900")), Unreachable),
    "a negative length": Behaviour(sends(_length("-5")), Unreachable),
    "a length in words": Behaviour(sends(_length("many")), Unreachable),
    "a length with a plus": Behaviour(sends(_length("+100")), Unreachable),
    "a length beyond all numbers": Behaviour(sends(_length("9" * 30)), Unreachable),
    "a length of four gigabytes": Behaviour(sends(_length("4000000000")), TooLarge),
    "two lengths": Behaviour(sends(_length("100\r\nContent-Length: 200")), Unreachable),
    "a length and chunks": Behaviour(
        sends(chunked(PAGE).replace(b"Transfer-", b"Content-Length: 3\r\nTransfer-", 1)), Unreachable
    ),
    "a chunk of no size": Behaviour(sends(CHUNKED + b"zz\r\n<p>\r\n"), Unreachable),
    "a chunk of a negative size": Behaviour(sends(CHUNKED + b"-5\r\n<p>\r\n"), Unreachable),
    "a chunk of a huge size": Behaviour(sends(CHUNKED + b"f" * 30 + b"\r\n<p>\r\n"), Unreachable),
    "a chunk of a size that is a lie": Behaviour(sends(CHUNKED + b"5\r\n<p>hello there\r\n0\r\n\r\n"), Unreachable),
    "chunks without the last": Behaviour(sends(chunked(PAGE, end=b"")), Unreachable),
    "a trailer of a megabyte": Behaviour(
        sends(chunked(PAGE, end=b"0\r\nX: " + b"y" * 1_000_000 + b"\r\n\r\n")), Unreachable
    ),
    "three thousand headers": Behaviour(sends(HEAD.encode() + b"X: y\r\n" * 3_000 + b"\r\n"), Unreachable),
    "a header of three megabytes": Behaviour(sends(lambda: _with("X: " + "y" * 3_000_000)), Unreachable),
    "a header without a name": Behaviour(sends(_with(": y")), Unreachable),
    "a header without a colon": Behaviour(sends(_with("nonsense")), Unreachable),
    "a header with a null byte": Behaviour(sends(_with("X: a\0b")), Unreachable),
    "a header in bytes of no charset": Behaviour(sends(_with("X: \xff\xfe\x80")), READ),
    "a folded header": Behaviour(sends(_with("X: a\r\n b")), READ),
    "a hundred cookies": Behaviour(
        sends(_with("\r\n".join(f"Set-Cookie: c{n}={'x' * 400}" for n in range(100)))), READ
    ),
    "a flood of cookies": Behaviour(
        sends(_with("\r\n".join(f"Set-Cookie: c{n}={'x' * 400}" for n in range(5_000)))), Unreachable
    ),
    "a status line without a number": Behaviour(sends(b"HTTP/1.1 OK\r\n\r\n"), Unreachable),
    "a status of 999": Behaviour(sends(response(PAGE, "999 Denied")), HttpStatus),
    "a status of four digits": Behaviour(sends(response(PAGE, "2000 OK")), Unreachable),
    "a status below zero": Behaviour(sends(response(PAGE, "-200 OK")), Unreachable),
    "HTTP 9.9": Behaviour(sends(response(PAGE).replace(b"HTTP/1.1", b"HTTP/9.9", 1)), Unreachable),
    "HTTP 0.9, a page without a head": Behaviour(sends(PAGE), Unreachable),
    "HTTP 1.0, a page until it closes": Behaviour(
        sends(b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE), READ
    ),
    "line ends without returns": Behaviour(sends(response(PAGE).replace(b"\r\n", b"\n")), READ),
    "the preface of HTTP 2": Behaviour(sends(b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0"), Unreachable),
    "a frame of HTTP 2": Behaviour(sends(b"\0\0\x12\4\0\0\0\0\0\0\3\0\0\0\x64" * 40), Unreachable),
    "another protocol": Behaviour(sends(b"SSH-2.0-OpenSSH_9.6\r\n"), Unreachable),
    "random bytes": Behaviour(sends(zlib.compress(PAGE, 9)), Unreachable),
    "switches protocols": Behaviour(
        sends(b"HTTP/1.1 101 Switching\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n\x81\5hello"), HttpStatus
    ),
    "an upgrade in passing": Behaviour(sends(_with("Upgrade: h2c")), READ),
    "204 without a page": Behaviour(sends(b"HTTP/1.1 204 No Content\r\n\r\n"), NoArticle),
    "205 without a page": Behaviour(sends(response(b"", "205 Reset")), NoArticle),
    "206, a part of a page": Behaviour(
        page(PAGE[: len(PAGE) // 2], "206 Partial", Content_Range="bytes 0-9/99"), "Port Selwyn"
    ),
    "304, though nobody asked": Behaviour(sends(b"HTTP/1.1 304 Not Modified\r\n\r\n"), HttpStatus),
    "200 with nothing in it": Behaviour(page(""), NoArticle),
    **{
        f"{status} with the page": Behaviour(page(PAGE, f"{status} No"), outcome)
        for status, outcome in (
            *((code, Blocked) for code in (401, 402, 403, 407, 451)),
            *(
                (code, HttpStatus)
                for code in (300, 400, 404, 405, 408, 410, 418, 421, 426, 429, 500, 502, 503, 504, 511)
            ),
        )
    },
    "429, come back in a billion years": Behaviour(page("", "429 Slow", Retry_After="9" * 40), HttpStatus),
    "a challenge that only a browser passes": Behaviour(page("", "503 Busy", cf_mitigated="challenge"), Blocked),
    "a challenge sent as a page": Behaviour(
        page("<title>Just a moment...</title><p>Checking your browser. Enable JavaScript and cookies to continue."),
        Blocked,
    ),
    "a download": Behaviour(page(PAGE, Content_Disposition="attachment; filename=../../x"), READ),
    "a refresh to an internal service": Behaviour(page(PAGE, Refresh="0; url=http://127.0.0.1/"), READ),
}
