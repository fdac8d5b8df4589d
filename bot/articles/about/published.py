"""When an article was published, by what its page states: data, meta tags, marked times, words, address. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from bot.articles.about import dates
from bot.articles.html import jsonld

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from bot.articles.html.markup import Markup

_META = (
    *("article:published_time", "article:published", "og:published_time", "parsely-pub-date", "sailthru.date"),
    *("datepublished", "pubdate", "publishdate", "publish-date", "published_time", "dc.date.issued", "dc.date"),
    *("dcterms.created", "dcterms.date", "cxenseparse:recs:publishtime", "article.published", "date"),
)
_CHANGED = re.compile(r"modif|update", re.IGNORECASE)
_ADDRESS = re.compile(r"/((?:19|20)\d\d)/([a-z]{3})/(\d{1,2})/", re.IGNORECASE)
_SLACK = 366  # days: a post that is planned for later was last changed before it appeared, but hardly a year before


def of(tree: HtmlElement, markup: Markup, url: str | None) -> str | None:
    """ISO 8601, a date or a date with time and zone; None where the page states none.

    The first statement counts; its time of day may stand in a later one of the same day. What is years later
    than the page's last change can't be true, and is passed over. Tags that only tell of changes are taken out.
    """
    order = dates.order_of(markup.language)
    stated = [moment for words in _statements(markup, url) if (moment := dates.iso(words, order))]
    changed = _changed(markup)
    stated = [moment for moment in stated if not changed or _days(moment) <= _days(changed) + _SLACK]
    day = stated[0] if stated else _found(tree, url, order)
    if not day:
        return None
    stated += [moment for words in markup.moments if (moment := dates.iso(words, order))]
    return next((moment for moment in stated if "T" in moment and moment[:10] == day[:10]), day)


def _statements(markup: Markup, url: str | None) -> Iterator[str]:
    yield from _texts(markup.article.get("datePublished"))
    yield from (markup.meta[key] for key in _META if key in markup.meta)
    yield from _texts(markup.article.get("dateCreated"))
    yield from markup.times
    yield from markup.stamps
    in_address = _ADDRESS.search(url or "")
    if in_address:
        yield f"{in_address[3]} {in_address[2]} {in_address[1]}"


def _texts(value: object) -> Iterator[str]:
    yield from [str(value)] if isinstance(value, int) else jsonld.strings(value)


def _changed(markup: Markup) -> str | None:
    stated = [*jsonld.strings(markup.article.get("dateModified")), markup.meta.get("article:modified_time", "")]
    return next((moment for words in stated if (moment := dates.iso(words))), None)


def _days(moment: str) -> int:
    return date.fromisoformat(moment[:10]).toordinal()


def _found(tree: HtmlElement, url: str | None, order: dates.Order | None) -> str | None:
    """What htmldate finds without searching the text; never one of the two readings of 3/12/2025."""
    from htmldate import find_date

    for element in list(tree.iter("meta")):
        if _tells_nothing(element) and element.getparent() is not None:
            element.drop_tree()
    try:
        found = find_date(tree, extensive_search=False, original_date=True, url=url, min_date="1990-01-01")
    except (ValueError, TypeError, AttributeError, OverflowError):  # it parses what it finds, and some of it is no date
        return None
    return _settled(tree, found, order) if found else None


def _tells_nothing(element: HtmlElement) -> bool:
    """Whether a tag is about a change, or has a date that can be read in two ways."""
    name = f"{element.get('property') or ''} {element.get('name') or ''} {element.get('itemprop') or ''}"
    return bool(_CHANGED.search(name)) or dates.ambiguous(element.get("content") or "")


def _settled(tree: HtmlElement, found: str, order: dates.Order | None) -> str | None:
    """A found date, unless it stands on the page in figures that may mean another day."""
    year, month, day = map(int, found.split("-"))
    figures = re.compile(rf"(?<!\d)0?(?:{month}/0?{day}|{day}/0?{month})/{year}(?!\d)")
    written = figures.search(tree.text_content())
    return dates.iso(written[0], order) if written and dates.ambiguous(written[0]) else found
