"""What is known about an article besides its text: title, authors, date, outlet, canonical address. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from bot.articles.about import headline, names
from bot.articles.about import published as when
from bot.articles.html import jsonld
from bot.articles.html.agreement import key
from bot.articles.urls import identity, links
from bot.errors import BadUrl

if TYPE_CHECKING:
    from lxml.html import HtmlElement
    from tldextract import TLDExtract

    from bot.articles.html.markup import Markup

_AUTHOR_META = (
    *("author", "article:author", "parsely-author", "sailthru.author", "byl", "dc.creator", "dcterms.creator"),
    *("cxenseparse:author", "twitter:data1"),
)
_LONGEST_SITE = 60


@dataclass(frozen=True, slots=True)
class Metadata:
    """The fields of an Article that the page states; None or empty where it doesn't."""

    title: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    site: str | None = None
    canonical: str | None = None


def read(tree: HtmlElement, markup: Markup, url: str | None, published: str | None) -> Metadata:
    """Choose among a page's own statements; a given date wins over the page's."""
    site = _site(markup, url)
    return Metadata(
        title=headline.of(markup, site),
        authors=_authors(markup, site),
        published=published or when.of(tree, markup, url),
        site=site,
        canonical=_canonical(markup, url),
    )


def _authors(markup: Markup, site: str | None) -> tuple[str, ...]:
    stated = [name for name, kind in jsonld.named(markup.article.get("author"), markup.graph) if "Organi" not in kind]
    in_meta = [markup.meta[key] for key in _AUTHOR_META if key in markup.meta and "://" not in markup.meta[key]]
    for candidates in (stated, in_meta, markup.bylines, [markup.signed]):
        found = names.people(candidates, site)
        if found:
            return found
    return ()


def _site(markup: Markup, url: str | None) -> str | None:
    """The outlet as it names itself, without the slogan that some put behind a bar; else its domain.

    A name in one run of letters ("theorlapost") gives way to the same in words.
    """
    stated = list(_outlets(markup))
    spelt = [name for name in stated if key(name).replace(" ", "") == key(stated[0]).replace(" ", "")]
    return max(spelt, key=lambda name: (not name.islower(), " " in name)) if spelt else domain_of(url)


def _outlets(markup: Markup) -> Iterator[str]:
    stated = [jsonld.clean(markup.meta.get("og:site_name", ""))]
    stated += [name for name, _ in jsonld.named(markup.article.get("publisher"), markup.graph)]
    for words in stated:
        name = words.split(" | ")[0].strip(" @|")
        if 0 < len(name) <= _LONGEST_SITE and "://" not in name:
            yield name


def domain_of(url: str | None) -> str | None:
    """The registrable domain of an address, such as ``example.co.uk``; the host itself where it has none.

    Below a suffix that the list doesn't have it is two labels (publicsuffix.org, "if no rules match").
    """
    parsed = identity_of(url)
    host = urlsplit(parsed).hostname if parsed else None
    if not host:
        return None
    known = _suffixes()(host)
    if known.top_domain_under_public_suffix:
        return known.top_domain_under_public_suffix
    return host if known.suffix or known.ipv4 or known.ipv6 else ".".join(host.split(".")[-2:])


def identity_of(url: str | None) -> str | None:
    """The identity of the page at an address; None where it is no web address."""
    try:
        return links.parse(url).canonical if url else None
    except (BadUrl, ValueError):
        return None


@cache
def _suffixes() -> TLDExtract:
    """The public suffix list that comes with the package: no network, no cache on disk."""
    from tldextract import TLDExtract

    return TLDExtract(suffix_list_urls=(), cache_dir=None)


def _canonical(markup: Markup, url: str | None) -> str | None:
    """The page's own canonical address, believed only within its site, else the given one's identity."""
    given = identity_of(url)
    for stated in (markup.canonical, markup.meta.get("og:url")):
        own = identity_of(_joined(url, stated)) if stated else None
        if own and (not given or _believable(own, given)):
            return own
    return given


def _joined(url: str | None, stated: str) -> str | None:
    try:
        return urljoin(url or "", stated)
    except ValueError:
        return None


def _believable(own: str, given: str) -> bool:
    one, two = urlsplit(own), urlsplit(given)
    return identity.same_site(one.netloc, two.netloc) and (one.path != "/" or two.path == "/")
