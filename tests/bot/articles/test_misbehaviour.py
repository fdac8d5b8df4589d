from __future__ import annotations

import asyncio
import gzip
import zlib

import pytest

from bot.articles.urls.links import parse
from bot.articles.web.fetch import Web
from bot.errors import Refusal
from tests.fakes.web import Website, response

PAGE = "<!doctype html><html><p>The crossing reopened.</p></html>"
HTML = {"Content-Type": "text/html"}
ENDLESS = {"Content-Length": ""}
BOMB = zlib.compress(b"a" * 50_000_000, 9)
GZIP_HEAD = gzip.compress(b"")[:10]
GZIP_BOMB = gzip.compress(b"<p>" + b"a" * 50_000_000)
MISBEHAVIOUR = {
    "gzip bomb": (response(GZIP_BOMB, headers={"Content-Encoding": "gzip"}), "too_large"),
    "deflate bomb": (response(BOMB, headers={"Content-Encoding": "deflate"}), "too_large"),
    "bomb in a bomb": (response(gzip.compress(GZIP_BOMB), headers={"Content-Encoding": "gzip, gzip"}), "too_large"),
    "three layers": (response(b"x", headers={"Content-Encoding": "gzip, gzip, gzip"}), "unreachable"),
    "brotli unasked": (response(b"x", headers={"Content-Encoding": "br"}), "unreachable"),
    "zstd unasked": (response(b"x", headers={"Content-Encoding": "zstd"}), "unreachable"),
    "not gzip at all": (response(PAGE.encode(), headers={"Content-Encoding": "gzip"}), "unreachable"),
    "not deflate at all": (response(b"\xff\xff\xff", headers={"Content-Encoding": "deflate"}), "unreachable"),
    "gzip that breaks": (response(GZIP_HEAD + b"\x07", headers={"Content-Encoding": "gzip"}), "unreachable"),
    "a large length": (response(b"", headers={"Content-Length": "4000000000"}), "too_large"),
    "a large page": (response(b"a" * 300_000, headers=ENDLESS), "too_large"),
    "cut short": (response(b"<p>", headers={"Content-Length": "100"}), "unreachable"),
    "a bad chunk": (response(b"zz\r\n", headers={**ENDLESS, "Transfer-Encoding": "chunked"}), "unreachable"),
    "nothing": (b"", "unreachable"),
    "no HTTP": (b"SSH-2.0-OpenSSH_9.6\r\n", "unreachable"),
    "no status": (b"HTTP/1.1 abc\r\n\r\n", "unreachable"),
    "a long header": (b"HTTP/1.1 200 OK\r\nX: " + b"a" * 100_000 + b"\r\n\r\n", "unreachable"),
    "many headers": (b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 10_000 + b"\r\n", "unreachable"),
    "two lengths": (b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab", "unreachable"),
    "a PDF": (response(b"%PDF-1.7", headers={"Content-Type": "application/pdf"}), "not_html"),
    "a PDF as HTML": (response(b"%PDF-1.7", headers=HTML), "not_html"),
    "a picture as HTML": (response(b"\x89PNG\r\n\x1a\n", headers=HTML), "not_html"),
    "a video as text": (response(b"\0\0\0\x18ftypmp42", headers={"Content-Type": "text/plain"}), "not_html"),
    "a feed": (response(b"<?xml version='1.0'?><rss>", headers={"Content-Type": "application/xml"}), "not_html"),
    "a named feed": (response(b"<rss>", headers={"Content-Type": "application/rss+xml"}), "not_html"),
    "data": (response(b"{}", headers={"Content-Type": "application/json"}), "not_html"),
    "bytes of no type": (response(b"\x01\x02\x03", headers={"Content-Type": ""}), "not_html"),
    "words of no type": (response(b"hello", headers={"Content-Type": ""}), "not_html"),
}


@pytest.mark.parametrize("behaviour", MISBEHAVIOUR)
async def test_a_misbehaving_server_gets_a_clear_outcome(site: Website, web: Web, behaviour: str) -> None:
    """One of our refusals, in a sentence that names the host; and the next page works."""
    answer, kind = MISBEHAVIOUR[behaviour]
    with pytest.raises(Refusal) as refused:
        await web.get(parse(site.raw("/bad", answer)))
    assert refused.value.kind == kind
    assert "127.0.0.1" in refused.value.message
    assert (await web.get(parse(site.page("/good", PAGE)))).text == PAGE


SLOW = {
    "silence": (b"", b"", 0.05, "timeout"),
    "dripping headers": (b"HTTP/1.1 200 OK\r\n", b"X: y\r\n", 0.15, "timeout"),
    "a dripping body": (response(b"<p>", headers=ENDLESS), b"a", 0.1, "timeout"),
    "a body that stops": (response(b"<p>", headers={"Content-Length": "9"}), b"", 0.05, "timeout"),
    "an endless body": (response(b"<p>", headers=ENDLESS), b"a" * 65_536, 0, "too_large"),
}


@pytest.mark.parametrize("behaviour", SLOW)
async def test_a_slow_or_endless_server_is_left(site: Website, web: Web, behaviour: str) -> None:
    """Over within the limits, and with a reason."""
    head, drop, seconds, kind = SLOW[behaviour]
    with pytest.raises(Refusal) as refused:
        async with asyncio.timeout(3):
            await web.get(parse(site.drip("/slow", head, drop, seconds)))
    assert refused.value.kind == kind
