"""What a server sent: a page, a text, or something that only claims to be one. Pure."""

from __future__ import annotations

import re
from typing import Literal

from bot.errors import NotHtml

Kind = Literal["html", "text"]
SNIFF = 512

_TYPES: dict[str, Kind] = {"text/html": "html", "application/xhtml+xml": "html", "text/plain": "text"}
_UNSURE = frozenset({"", "application/xml", "text/xml", "application/octet-stream", "unknown/unknown", "*/*"})
_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"RIFF", "a picture or a recording"),
    (b"PK\x03\x04", "an archive"),
    (b"\x1f\x8b", "an archive"),
    (b"7z\xbc\xaf", "an archive"),
    (b"Rar!", "an archive"),
    (b"ID3", "a recording"),
    (b"OggS", "a recording"),
    (b"\x1aE\xdf\xa3", "a video"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
)
_NAMES = (
    ("application/pdf", "a PDF"),
    ("image/", "a picture"),
    ("video/", "a video"),
    ("audio/", "a recording"),
    ("application/json", "data"),
    ("application/rss", "a feed"),
    ("application/atom", "a feed"),
    ("application/zip", "an archive"),
)
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|title|meta|script|article|div|p|h1|table|a)\b", re.IGNORECASE)
_FEED = re.compile(rb"<(?:rss|feed|rdf:rdf|opml|urlset|sitemapindex)\b", re.IGNORECASE)
_TEXT_CONTROLS = frozenset(b"\t\n\f\r\x1b")


def refuse_type(host: str, content_type: str) -> None:
    """Look at the header alone, before any of the body is read.

    Raises:
        NotHtml: it is neither a page nor a text, and may not be one in disguise.
    """
    mime = _mime(content_type)
    if mime not in _TYPES and mime not in _UNSURE:
        raise NotHtml(_sentence(host, next((name for start, name in _NAMES if mime.startswith(start)), "a file")))


def sniff(host: str, content_type: str, body: bytes) -> Kind:
    """What the body is, by its header and its first 512 bytes.

    Raises:
        NotHtml: it is a file or a feed, whatever the header says.
    """
    start = body[:SNIFF].lstrip(b"\xef\xbb\xbf \t\r\n")
    for magic, name in _MAGIC:
        if start.startswith(magic):
            raise NotHtml(_sentence(host, name))
    if _FEED.search(start) and not _HTML.match(start):
        raise NotHtml(_sentence(host, "a feed"))
    if start[4:8] == b"ftyp":
        raise NotHtml(_sentence(host, "a video"))
    wide = body.startswith((b"\xfe\xff", b"\xff\xfe"))
    if not wide and any(byte < 0x20 and byte not in _TEXT_CONTROLS for byte in start):  # noqa: PLR2004  ASCII controls
        raise NotHtml(_sentence(host, "a file"))
    claimed = _TYPES.get(_mime(content_type))
    if claimed == "html" or _HTML.search(start):
        return "html"
    if claimed == "text":
        return "text"
    raise NotHtml(_sentence(host, "a file"))


def charset_of(content_type: str) -> str | None:
    """The charset that a Content-Type header names."""
    found = re.search(r"charset\s{0,9}=\s{0,9}[\"']?([\w.:-]{1,40})", content_type, re.IGNORECASE)
    return found[1] if found else None


def _mime(content_type: str) -> str:
    return content_type.partition(";")[0].strip().lower()


def _sentence(host: str, what: str) -> str:
    return f"{host} sent {what} instead of a web page: link the article's page, or paste its text."
