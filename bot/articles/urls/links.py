"""Web addresses: parsed strictly, known again in every variant, found in plain text. Pure, and light to import."""

from __future__ import annotations

import re
from string import hexdigits
from typing import NamedTuple
from urllib.parse import quote, urlsplit

from bot.articles.urls import capability, hosts
from bot.articles.urls.identity import canonical, key
from bot.errors import BadUrl
from bot.model import Link

PORTS = {"http": 80, "https": 443}
LONGEST = 2_048

_SHAPE = re.compile(r"([a-z][a-z0-9+.-]*)://([^/?#]*)([^?#]*)(?:\?([^#]*))?(?:#(.*))?\Z", re.IGNORECASE | re.DOTALL)
_PLACE = re.compile(r"(\[[^\[\]@]*\]|[^\[\]:@]*)(?::([0-9]*))?\Z")
# Controls, blanks, surrogates, and what is invisible or turns the direction; not the joiners (U+200C, U+200D), which
# words of Persian and Hindi need.
_UNFIT = re.compile(r"[\x00-\x20\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")
_BARE = re.compile(
    r"https?://[^\s<>\"`|\\^{}\u201c\u201d\u00ab\u00bb\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069]{1,2100}",
    re.IGNORECASE,
)
_INVISIBLE = "\u200b\u200e\u200f\u2060\ufeff"  # what is copied along with a link
_ESCAPE = re.compile(r"%([0-9a-fA-F]{2})")
_UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
_TRAILING = frozenset(".,;:!?'*_~…’‘")
_CLOSING = {")": "(", "]": "["}
_SAFE_PATH = "/:@!$&'()*+,;=~%"


class Place(NamedTuple):
    """Where a link leads: scheme, host as `hosts.normal` spells it, and port."""

    scheme: str
    host: str
    port: int


def parse(url: str) -> Link:
    """One web address, as typed or as a redirect gave it.

    Raises:
        BadUrl: no http(s) address, or one with a user name, a port that is none, or characters out of place.
    """
    text = url.strip().strip(_INVISIBLE)
    shape = _SHAPE.match(text)
    if not shape or len(text) > LONGEST or _UNFIT.search(text):
        raise BadUrl(_no_address(text))
    scheme, authority, path, query, fragment = (part or "" for part in shape.groups())
    where = _place(scheme.lower(), authority)
    netloc = where.host if where.port == PORTS[where.scheme] else f"{where.host}:{where.port}"
    tail = _normal(_undotted(path) or "/", _SAFE_PATH) + (f"?{_normal(query, _SAFE_PATH + '?')}" if query else "")
    address = f"{where.scheme}://{netloc}{tail}"
    known = canonical(address, _normal(fragment, _SAFE_PATH + "?"))
    if max(len(address), len(known)) > LONGEST:
        raise BadUrl(_too_long())
    return Link(address, known, capability.secret(f"{address}#{fragment}"))


def identity(link: Link) -> str:
    """What the page is remembered by: equal for two links to one article; it need not be an address that works."""
    return key(link.canonical)


def place(link: Link) -> Place:
    """Scheme, host and port of a parsed link."""
    parts = urlsplit(link.url)
    netloc, _, port = parts.netloc.rpartition(":")
    host, number = (netloc, int(port)) if netloc and port.isdigit() else (parts.netloc, PORTS[parts.scheme])
    return Place(parts.scheme, host, number)


def find(text: str) -> tuple[Link, ...]:
    """The links of a plain text in its order, each page once; what is no address is passed over.

    Sentence punctuation, unbalanced brackets and the marks of Markdown after an address do not belong to it.
    """
    found: dict[str, Link] = {}
    for match in _BARE.finditer(text):
        try:
            link = parse(_trimmed(match.group()))
        except BadUrl:
            continue
        found.setdefault(identity(link), link)
    return tuple(found.values())


def _place(scheme: str, authority: str) -> Place:
    if scheme not in PORTS:
        raise BadUrl("Only http and https links can be read: paste the address of a web page.")
    if "@" in authority:
        raise BadUrl("The link holds a user name or a password: paste it without the part before the @.")
    parts = _PLACE.match(authority)
    host = hosts.normal(parts[1]) if parts and parts[1] else None
    if not parts or not host:
        raise BadUrl("The link's host is not a valid name: check its spelling.")
    port = int(parts[2][:6]) if parts[2] else PORTS[scheme]
    if not 0 < port < 2**16:
        raise BadUrl("The link's port is not a number from 1 to 65535: check its spelling.")
    return Place(scheme, host, port)


def _no_address(text: str) -> str:
    if not text:
        return "There is no link: paste a web address that begins with https://."
    if len(text) > LONGEST:
        return _too_long()
    return "That is not a web address: paste the whole link, beginning with https://, without spaces."


def _too_long() -> str:
    return f"The link is longer than {LONGEST:,} characters: paste a shorter one, or the article's text."


def _normal(part: str, safe: str) -> str:
    """Percent-encoding in one spelling: unreserved characters bare, all else encoded, in capitals (RFC 3986, 6.2.2)."""
    return quote(_ESCAPE.sub(_escape, _lone(part)), safe=safe)


def _escape(match: re.Match[str]) -> str:
    letter = chr(int(match[1], 16))
    return letter if letter in _UNRESERVED else match[0].upper()


def _lone(part: str) -> str:
    """Percent signs that escape nothing are encoded themselves."""
    pieces = part.split("%")
    fixed = (piece if len(piece) > 1 and set(piece[:2]) <= set(hexdigits) else f"25{piece}" for piece in pieces[1:])
    return "%".join((pieces[0], *fixed))


def _undotted(path: str) -> str:
    if "/." not in path and "%2e" not in path.lower():
        return path
    kept: list[str] = []
    segments = re.sub("%2e", ".", path, flags=re.IGNORECASE).split("/")[1:]
    for segment in segments:
        if segment == "..":
            del kept[-1:]
        elif segment != ".":
            kept.append(segment)
    return "/" + "/".join(kept) + ("/" if segments[-1] in {".", ".."} and kept else "")


def _trimmed(url: str) -> str:
    while url[-1] in _TRAILING or _unbalanced(url):
        url = url[:-1]
    return url


def _unbalanced(url: str) -> bool:
    opening = _CLOSING.get(url[-1])
    return opening is not None and url.count(url[-1]) > url.count(opening)
