"""What is known about an article besides its text: title, authors, date, outlet, canonical address. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from bot.articles import dates, identity, jsonld, links, names
from bot.errors import BadUrl

if TYPE_CHECKING:
    from lxml.html import HtmlElement
    from tldextract import TLDExtract

    from bot.articles.markup import Markup

_SEPARATOR = re.compile(r"\s+[|–—·•:»«-]{1,2}\s+|\s*\|\s*")
_AUTHOR_META = (
    *("author", "article:author", "parsely-author", "sailthru.author", "byl", "dc.creator", "dcterms.creator"),
    *("cxenseparse:author", "twitter:data1"),
)
_DATE_META = (
    *("article:published_time", "article:published", "og:published_time", "parsely-pub-date", "sailthru.date"),
    *("datepublished", "pubdate", "publishdate", "publish-date", "published_time", "dc.date.issued", "dc.date"),
    *("dcterms.created", "dcterms.date", "cxenseparse:recs:publishtime", "article.published", "date"),
)
_LONGEST_SITE = 60
_SUFFIX_WORDS, _HEADLINE_WORDS = 4, 3


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
        title=_headline(markup, site),
        authors=_authors(markup, site),
        published=published or _published(tree, markup, url),
        site=site,
        canonical=_canonical(markup, url),
    )


def _headline(markup: Markup, site: str | None) -> str | None:
    """The h1 that the page's own data confirm, else their headline, else what stands in the title tag."""
    stated = [jsonld.clean(words) for words in jsonld.strings(markup.article.get("headline"))]
    stated += [jsonld.clean(markup.meta[key]) for key in ("og:title", "twitter:title") if key in markup.meta]
    stated = [_without_outlet(words, site, least=1) for words in stated if words]
    tag = _without_outlet(markup.title, site, least=_HEADLINE_WORDS) if markup.title else ""
    for heading in markup.headings:
        if any(_agree(heading, words) for words in (*stated, tag) if words):
            return heading
    single = (
        markup.headings[0] if len(markup.headings) == 1 and len(markup.headings[0].split()) > _HEADLINE_WORDS else ""
    )
    return next((words for words in (*stated, single, tag, *markup.headings) if words), None)


def _agree(heading: str, other: str) -> bool:
    """Whether two wordings are one headline: one begins the other, or most words are shared."""
    one, two = _key(heading).split(), _key(other).split()
    if not one or not two:
        return False
    shared = len(set(one) & set(two))
    return 5 * shared >= 3 * max(len(set(one)), len(set(two))) or (
        len(one) > _HEADLINE_WORDS and one == two[: len(one)]
    )


def _without_outlet(title: str, site: str | None, least: int) -> str:
    """A title without the outlet at its end (or start), which stands behind a bar or a dash."""
    parts = _SEPARATOR.split(title)
    outlet = _key(site or "").replace(" ", "")
    while len(parts) > 1:
        last = _key(parts[-1]).replace(" ", "")
        named = bool(outlet and last) and (last in outlet or outlet in last)
        short = least > 1 and len(parts[-1].split()) <= _SUFFIX_WORDS and len(" ".join(parts[:-1]).split()) >= least
        if not named and not short:
            break
        title = title[: title.rindex(parts[-1])].rstrip(" |–—·•:»«-")
        parts, least = parts[:-1], 1
    return title.strip()


def _authors(markup: Markup, site: str | None) -> tuple[str, ...]:
    stated = [name for name, kind in jsonld.named(markup.article.get("author"), markup.graph) if "Organi" not in kind]
    in_meta = [markup.meta[key] for key in _AUTHOR_META if key in markup.meta and "://" not in markup.meta[key]]
    for candidates in (stated, in_meta, markup.bylines):
        found = names.people(candidates, site)
        if found:
            return found
    return ()


def _published(tree: HtmlElement, markup: Markup, url: str | None) -> str | None:
    for words in _dates(markup):
        moment = dates.iso(words)
        if moment:
            return moment
    from htmldate import find_date

    try:
        found = find_date(tree, extensive_search=False, original_date=True, url=url, min_date="1990-01-01")
    except (ValueError, TypeError, AttributeError, OverflowError):  # it parses what it finds, and some of it is no date
        return None
    return str(found) if found else None


def _dates(markup: Markup) -> Iterator[str]:
    yield from jsonld.strings(markup.article.get("datePublished"))
    yield from (markup.meta[key] for key in _DATE_META if key in markup.meta)
    yield from jsonld.strings(markup.article.get("dateCreated"))
    yield from markup.times


def _site(markup: Markup, url: str | None) -> str | None:
    """The outlet as it names itself, without the slogan that some put behind a bar; else its domain."""
    stated = [jsonld.clean(markup.meta.get("og:site_name", ""))]
    stated += [name for name, _ in jsonld.named(markup.article.get("publisher"), markup.graph)]
    for words in stated:
        name = words.split(" | ")[0].strip(" @|")
        if 0 < len(name) <= _LONGEST_SITE and "://" not in name:
            return name
    return domain_of(url)


def domain_of(url: str | None) -> str | None:
    """The registrable domain of an address, such as ``example.co.uk``; the host itself where it has none."""
    parsed = identity_of(url)
    host = urlsplit(parsed).hostname if parsed else None
    return (_suffixes()(host).top_domain_under_public_suffix or host) if host else None


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


def _key(words: str) -> str:
    return " ".join(re.findall(r"\w+", words.casefold()))
