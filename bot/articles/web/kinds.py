"""What a server sent: a page, a text, or something that only claims to be one. Pure."""

from __future__ import annotations

import re
from typing import Literal

from bot.articles.web import signatures
from bot.errors import NotHtml

Kind = Literal["html", "text"]
SNIFF = 512

_TYPES: dict[str, Kind] = {"text/html": "html", "application/xhtml+xml": "html", "text/plain": "text"}
_UNSURE = frozenset({"", "application/xml", "text/xml", "application/octet-stream", "unknown/unknown", "*/*"})
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|title|meta|script|article|div|p|h1|table|a)\b", re.IGNORECASE)
_FEED = re.compile(rb"<(?:\w{1,20}:)?(rss|feed|rdf|opml|urlset|sitemapindex|svg)\b", re.IGNORECASE)
_ROOTS = {b"svg": "a picture", b"urlset": "a site map", b"sitemapindex": "a site map"}
_SPACE = re.compile(rb"(?:\xef\xbb\xbf|[ \t\r\n\f])*+")
_ASIDE = ((b"<!--", b"-->"), (b"<?", b">"))
_MOST_ASIDES = 20  # comments and instructions above the first tag
_TEXT_CONTROLS = frozenset(b"\t\n\f\r\x1b")
_WIDE = re.compile(r"utf-?16|ucs-?2", re.IGNORECASE)
_ADVICE = {
    "a feed": "link one of its articles instead",
    "a site map": "link one of its articles instead",
    "a PDF": "open it and paste the article's text",
    "an office document": "open it and paste the article's text",
    "a book": "open it and paste the chapter's text",
}


def refuse_type(host: str, content_type: str) -> None:
    """Look at the header alone, before any of the body is read.

    Raises:
        NotHtml: it is neither a page nor a text, and may not be one in disguise.
    """
    mime = _mime(content_type)
    if mime not in _TYPES and mime not in _UNSURE:
        raise NotHtml(_sentence(host, signatures.by_type(mime)))


def sniff(host: str, content_type: str, body: bytes | bytearray) -> Kind:
    """What the body is, by its header and its first 512 bytes, not counting comments at its top.

    Raises:
        NotHtml: it is a file or a feed, whatever the header says.
    """
    claimed = _TYPES.get(_mime(content_type))
    start, root = bytes(body[:SNIFF]), _root(body)
    page = bool(_HTML.match(root))
    name = None if page else signatures.by_start(bytes(body[: 2 * SNIFF])) or _feed(root) or _data(root, body)
    if name:
        raise NotHtml(_sentence(host, name))
    wide = body.startswith((b"\xfe\xff", b"\xff\xfe")) or bool(_WIDE.match(charset_of(content_type) or ""))
    binary = any(byte < 0x20 and byte not in _TEXT_CONTROLS for byte in start)  # noqa: PLR2004  ASCII controls
    if binary and not wide and not (page and claimed == "html"):
        raise NotHtml(_sentence(host, "a file"))
    if claimed == "html" or _HTML.search(root):
        return "html"
    if claimed == "text" or not root:
        return "text"
    raise NotHtml(_sentence(host, "a file"))


def charset_of(content_type: str) -> str | None:
    """The charset that a Content-Type header names."""
    found = re.search(r"charset\s{0,9}=\s{0,9}[\"']?([\w.:-]{1,40})", content_type, re.IGNORECASE)
    return found[1] if found else None


def _root(body: bytes | bytearray) -> bytes:
    """The first bytes of what stands below blanks, comments and instructions; b"" where nothing does."""
    at = _after_space(body, 0)
    for _ in range(_MOST_ASIDES):
        closing = next((closing for opening, closing in _ASIDE if body.startswith(opening, at)), None)
        if closing is None:
            break
        end = body.find(closing, at)
        if end < 0:
            break
        at = _after_space(body, end + len(closing))
    return bytes(body[at : at + SNIFF])


def _after_space(body: bytes | bytearray, at: int) -> int:
    found = _SPACE.match(body, at)
    return found.end() if found else at


def _feed(root: bytes) -> str | None:
    found = _FEED.search(root)
    if not found or _HTML.search(root[: found.start()]):
        return None
    name = found[1].lower()
    return _ROOTS.get(name, "a feed") if name != b"svg" or not found.start() else None  # pages hold drawings


def _data(root: bytes, body: bytes | bytearray) -> str | None:
    """JSON, by how it begins and ends."""
    if not re.match(rb'\{\s*["}]|\[\s*[\[{"\]]', root) or not body[-SNIFF:].rstrip().endswith((b"}", b"]")):
        return None
    return "a feed" if b"jsonfeed.org/version" in root else "data"


def _mime(content_type: str) -> str:
    return content_type.partition(";")[0].strip().lower()


def _sentence(host: str, what: str) -> str:
    advice = _ADVICE.get(what, "link the article's page, or paste its text")
    return f"{host} sent {what} instead of a web page: {advice}."
