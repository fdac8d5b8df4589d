"""HTML becomes an Article: the story alone, with what the page knows about it. Pure; it never refuses."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING

from lxml import etree
from trafilatura import bare_extraction
from trafilatura.utils import line_processing, trim

from bot.articles.about import language, metadata
from bot.articles.html import markup, page
from bot.articles.prose import lines, text
from bot.articles.story import build, ends, heads, heap, nostory, prune, receipt, rescue, shape, unseen
from bot.model import Article, Receipt

if TYPE_CHECKING:
    from lxml.html import HtmlElement

for _chatty in ("trafilatura", "htmldate", "readability", "justext"):
    logging.getLogger(_chatty).setLevel(logging.CRITICAL)  # they report every odd page; the receipt does that here

_LARGE = 300_000  # characters of a page after which trafilatura's caches of its lines are given back
_FAULTS = (etree.LxmlError, ValueError, TypeError, AttributeError, LookupError, AssertionError, RecursionError)
"""What trafilatura has raised on broken pages: a page without a text, not a fault of the bot."""


def read_html(html: str, url: str | None = None, published: str | None = None) -> Article:
    """Read a page, given as decoded HTML; ``url`` names it, ``published`` (ISO 8601) wins over the page's own date.

    Whatever the page is, an Article comes back: its text may be empty, and its receipt says what was there.
    """
    tree = page.parse(html)
    if tree is None:
        named = metadata.Metadata(
            canonical=metadata.identity_of(url), site=metadata.domain_of(url), published=published
        )
        return _article(named, url, "", Receipt("full", 0), "en")
    alive = list(tree.iter())  # lxml makes an element's object anew in every pass, unless somebody holds it
    said = markup.read(tree)
    known = metadata.read(tree, said, url, published)
    built = build.of(tree, one_story=shape.tells_one_story(said))
    unseen.clear(tree)
    found = _paragraphs(tree)
    story, calls = ends.without(heads.without(found.story, known.title), known.authors)
    body, clipped = text.clip("\n".join(story))
    del tree, alive
    if len(html) > _LARGE:
        line_processing.cache_clear()
        trim.cache_clear()
        heap.give_back()
    code = language.of(body or known.title or "", said.language)
    read = receipt.of(body.split("\n") if body else [], [*found.foreign, *calls], known.title, said)
    article = replace(_article(known, url, body, read, code), clipped=clipped)
    other = "feed" if shape.is_feed(html) else shape.of(said, url, story, built)
    return nostory.instead(article, other) if other else article


def _paragraphs(tree: HtmlElement) -> lines.Sorted:
    """The lines of the main text, by trafilatura, or by readability where that found suspiciously little."""
    expected = rescue.running(tree)
    prune.prune(tree)
    found = lines.sort(text.lines(_main_text(tree)))
    if rescue.suspicious(found.size, expected):
        second = lines.sort(text.lines(rescue.read(tree)))
        if rescue.better(found.size, second.size):
            return second
    return found


def _main_text(tree: HtmlElement) -> str:
    try:
        document = bare_extraction(tree, favor_precision=True, include_comments=False)
    except _FAULTS:
        return ""
    return str(getattr(document, "text", None) or "")


def _article(known: metadata.Metadata, url: str | None, body: str, read: Receipt, code: str) -> Article:
    whole, body_start = text.join(known.title, body) if body else ("", 0)
    return Article(
        url=url,
        canonical_url=known.canonical,
        site=known.site,
        title=known.title,
        authors=known.authors,
        published=known.published,
        language=code,
        text=whole,
        receipt=read,
        body_start=body_start,
    )
