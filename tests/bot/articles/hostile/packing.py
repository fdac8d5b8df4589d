"""Bombs, and other ways to pack a page."""

from __future__ import annotations

import gzip
import zlib

from bot.errors import HttpStatus, NoArticle, NotHtml, TooLarge, Unreachable
from tests.bot.articles.hostile.behaviour import (
    HEAD,
    READ,
    Behaviour,
    Place,
    article,
    chunked,
    drips,
    page,
    redirects,
    sends,
)
from tests.fakes.web import response

ROOM = b"<p>" + b"a" * 200_000_000
EMPTY_MEMBER = gzip.compress(b"", 1, mtime=0)


def gzip_bomb() -> bytes:
    """200 MB of one letter in 900 kB."""
    return gzip.compress(ROOM, 1)


def _raw_deflate(body: bytes) -> bytes:
    return zlib.compress(body, 1)[2:-4]


def _chunked_bomb() -> bytes:
    bomb = gzip_bomb()
    head, body = chunked(*(bomb[at : at + 9_000] for at in range(0, len(bomb), 9_000))).split(b"\r\n\r\n", 1)
    return head + b"\r\nContent-Encoding: gzip\r\n\r\n" + body


def _behind_a_redirect(place: Place) -> str:
    place.site.page(f"{place.path}-b", gzip_bomb(), headers={"Content-Encoding": "gzip"})
    return redirects("{path}-b")(place)


PACKING = {
    "gzip bomb": Behaviour(page(gzip_bomb, Content_Encoding="gzip"), TooLarge),
    "deflate bomb": Behaviour(page(lambda: zlib.compress(ROOM, 1), Content_Encoding="deflate"), TooLarge),
    "raw deflate bomb": Behaviour(page(lambda: _raw_deflate(ROOM), Content_Encoding="deflate"), TooLarge),
    "brotli, unasked": Behaviour(page(b"\x8b\x07\x80<p>hello</p>\x03", Content_Encoding="br"), Unreachable),
    "zstd, unasked": Behaviour(page(b"\x28\xb5\x2f\xfd\x04\x00", Content_Encoding="zstd"), Unreachable),
    "a packing nobody knows": Behaviour(page(article(), Content_Encoding="rot13"), Unreachable),
    "a bomb in gzip in gzip": Behaviour(
        page(lambda: gzip.compress(gzip_bomb(), 1), Content_Encoding="gzip, gzip"), TooLarge
    ),
    "a page in gzip in gzip": Behaviour(
        page(gzip.compress(gzip.compress(article().encode())), Content_Encoding="gzip, gzip"), READ
    ),
    "ten layers": Behaviour(page(b"x", Content_Encoding=", ".join(["gzip"] * 10)), Unreachable),
    "a thousand layers": Behaviour(page(b"x", Content_Encoding=",".join(["gzip"] * 1_000)), Unreachable),
    "140,000 empty gzip members": Behaviour(page(lambda: EMPTY_MEMBER * 140_000, Content_Encoding="gzip"), Unreachable),
    "gzip members inside gzip": Behaviour(
        page(lambda: gzip.compress(EMPTY_MEMBER * 240_000, 1), Content_Encoding="gzip, gzip"), Unreachable
    ),
    "a bomb of gzip members": Behaviour(
        page(lambda: gzip.compress(b"<p>" * 100_000, 9) * 60, Content_Encoding="gzip"), TooLarge
    ),
    "a bomb behind a redirect": Behaviour(_behind_a_redirect, TooLarge),
    "a bomb in chunks": Behaviour(sends(_chunked_bomb), TooLarge),
    "a bomb in an error page": Behaviour(page(gzip_bomb, "500 Oops", Content_Encoding="gzip"), HttpStatus),
    "a bomb that says it is short": Behaviour(
        sends(lambda: response(gzip_bomb(), headers={"Content-Encoding": "gzip", "Content-Length": "100"})), Unreachable
    ),
    "packed, but it is plain": Behaviour(page(article(), Content_Encoding="gzip"), Unreachable),
    "plain, but it is packed": Behaviour(page(gzip.compress(article().encode())), NotHtml),
    "gzip cut in the middle": Behaviour(page(gzip.compress(article().encode())[:400], Content_Encoding="gzip"), READ),
    "gzip with a wrong checksum": Behaviour(
        page(gzip.compress(article().encode())[:-8] + b"12345678", Content_Encoding="gzip"), Unreachable
    ),
    "gzip with rubbish behind it": Behaviour(
        page(gzip.compress(article().encode()) + b"rubbish" * 9_000, Content_Encoding="gzip"), READ
    ),
    "gzip with a name of a megabyte": Behaviour(
        page(lambda: b"\x1f\x8b\x08\x08\0\0\0\0\0\3" + b"n" * 1_000_000, Content_Encoding="gzip"), NoArticle
    ),
    "gzip of nothing, for ever": Behaviour(
        drips(f"{HEAD}Content-Encoding: gzip\r\n\r\n", EMPTY_MEMBER * 1_000, 0), Unreachable
    ),
}
