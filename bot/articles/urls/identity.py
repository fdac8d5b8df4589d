"""Which links are the same page: tracking parameters, AMP, mobile and print variants taken away. Pure.

Careful: two articles must never get one identity, while two identities of one article cost no more than a second look.
"""

from __future__ import annotations

import re
from urllib.parse import SplitResult, urlsplit, urlunsplit

from bot.articles.urls import hosts
from bot.articles.urls.tracking import noise

_CACHE = re.compile(r"(?:www\.)?(?:google\.[a-z.]{2,6}|bing\.com)\Z")
_CACHED = re.compile(r"/(?:amp|[a-z])/(?:(s)/)?([^/]+\.[^/]+)(/.*)?\Z")
_AMP_END = re.compile(r"(?:/amp|(?<=[^/.])\.amp)(\.html)?(/?)\Z")
_PRINT_END = re.compile(r"(?<=[^/])/print(?:able)?(/?)\Z|(?<=[^/])/print\.(?:s?html?|php|aspx?)\Z")
_END = re.compile(r"(?:/(?:index\.html?)?)+\Z")
_MOBILE = frozenset({"m", "mobile", "amp", "touch", "wap"})
_SECOND_LEVEL = frozenset({"co", "com", "org", "net", "gov", "ac", "edu", "or", "ne", "go"})
_ROUTES = ("!", "/")  # how a fragment begins that a script reads as the page's address


def canonical(url: str, fragment: str = "") -> str:
    """A page's address without what does not tell it from others; ``url`` is normal already (see `links.parse`).

    Scheme and ``www.`` are kept: they are part of an address that works. So is a fragment that names a page of a site
    which is one single script (``#!/story/7``, ``#/story/7``).
    """
    parts = urlsplit(url)
    while (inner := _unwrapped(parts)) != parts:
        parts = inner
    pairs = [pair for pair in parts.query.split("&") if pair and not noise(pair)]
    query = "&".join(sorted(pairs, key=lambda pair: pair.partition("=")[0]))  # the values of one name keep their order
    route = fragment if fragment.startswith(_ROUTES) and len(fragment) > len("!/") else ""
    return urlunsplit((parts.scheme, _desktop(parts.netloc), _article(parts.path) or "/", query, route))


def key(address: str) -> str:
    """What tells a canonical address from those of other pages, and nothing more.

    http is https, ``www.`` is none, and a path is the same with a slash or ``index.html`` at its end.
    """
    parts = urlsplit(address)
    netloc = parts.netloc
    while netloc.startswith("www.") and netloc.count(".") > 1:
        netloc = netloc.removeprefix("www.")
    scheme = parts.scheme if netloc.rpartition(":")[2].isdigit() else "https"
    path = parts.path
    while (shorter := _article(_END.sub("", path))) != path:
        path = shorter
    return urlunsplit((scheme, netloc, path or "/", parts.query, parts.fragment))


def same_site(one: str, other: str) -> bool:
    """Whether two hosts belong to one site: equal but for ``www.``, ``m.`` and the like, or one under the other."""
    first, second = sorted((_bare(one), _bare(other)), key=len, reverse=True)
    return first == second or (first.endswith(f".{second}") and not _is_suffix(second))


def _bare(netloc: str) -> str:
    return _desktop(netloc).removeprefix("www.")


def _is_suffix(host: str) -> bool:
    """Whether strangers register below it: ``com``, ``co.uk``."""
    labels = host.split(".")
    return len(labels) == 1 or (len(labels) == 2 and labels[0] in _SECOND_LEVEL)  # noqa: PLR2004  co.uk


def _unwrapped(parts: SplitResult) -> SplitResult:
    """The publisher's page behind an AMP cache: ``google.com/amp/s/…`` and ``….cdn.ampproject.org/c/s/…``."""
    cache = _CACHE.match(parts.netloc) and parts.path.startswith("/amp/")
    inner = _CACHED.match(parts.path) if cache or parts.netloc.endswith("cdn.ampproject.org") else None
    if not inner:
        return parts
    secure, name, path = inner.groups()
    host = hosts.normal(name.lower())
    return parts._replace(scheme="https" if secure else "http", netloc=host, path=path or "/") if host else parts


def _desktop(netloc: str) -> str:
    while (fewer := _less_mobile(netloc)) != netloc:
        netloc = fewer
    return netloc


def _less_mobile(netloc: str) -> str:
    labels = netloc.split(".")
    if len(labels) > 3 and labels[1] == "m":  # en.m.wikipedia.org  # noqa: PLR2004
        return ".".join((labels[0], *labels[2:]))
    if len(labels) < 3 or labels[0] not in _MOBILE or _is_suffix(".".join(labels[1:])):  # noqa: PLR2004  a site itself
        return netloc
    rest = labels[1:]
    apex = len(rest) == 2 or (len(rest) == 3 and rest[1] in _SECOND_LEVEL)  # noqa: PLR2004
    return ".".join(("www", *rest) if apex else rest)


def _article(path: str) -> str:
    while (shorter := _plain(path)) != path:
        path = shorter
    return path


def _plain(path: str) -> str:
    """A path without one mark of AMP or of print."""
    if path.startswith("/amp/") and len(path) > len("/amp/"):
        return path.removeprefix("/amp")
    if printed := _PRINT_END.search(path):
        return path[: printed.start()] + (printed[1] or "")
    end = _AMP_END.search(path)
    if not end or not end.start():
        return path
    extension, slash = end.groups()
    return path[: end.start()] + ((extension or "") if path[end.start()] == "." else slash)
