"""HTML becomes an Article: the story alone, with what the page knows about it. Pure; it never refuses."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from lxml import etree
from trafilatura import bare_extraction
from trafilatura.meta import reset_caches

from bot.articles import heads, language, lines, markup, metadata, page, prune, receipt, rescue, text
from bot.model import Article, Receipt

if TYPE_CHECKING:
    from lxml.html import HtmlElement

for _chatty in ("trafilatura", "htmldate", "readability", "justext"):
    logging.getLogger(_chatty).setLevel(logging.CRITICAL)  # they report every odd page; the receipt does that here

_LARGE = 300_000  # characters of a page after which the libraries' caches of its lines are given back
_FAULTS = (etree.LxmlError, ValueError, TypeError, AttributeError, LookupError, AssertionError, RecursionError)
"""What trafilatura has raised on broken pages: a page without a text, not a fault of the bot."""


def read_html(html: str, url: str | None = None, published: str | None = None) -> Article:
    """Read a page, given as decoded HTML; ``url`` names it, ``published`` (ISO 8601) wins over the page's own date.

    Whatever the page is, an Article comes back: its text may be empty, and its receipt says what was there.
    """
    tree = page.parse(html)
    if tree is None:
        return _article(metadata.Metadata(published=published), url, [], Receipt("full", 0), "en")
    said = markup.read(tree)
    known = metadata.read(tree, said, url, published)
    found = _paragraphs(tree)
    story = heads.without(lines.story(found), known.title)
    foreign = [line for line in found if lines.is_foreign(line)]
    if len(html) > _LARGE:
        reset_caches()
    code = language.of("\n".join(story) or known.title or "", said.language)
    return _article(known, url, story, receipt.of(story, foreign, known.title, said), code)


def _paragraphs(tree: HtmlElement) -> list[str]:
    """The lines of the main text, by trafilatura, or by readability where that found suspiciously little."""
    expected = rescue.running(tree)
    prune.prune(tree)
    found = text.lines(_main_text(tree))
    size = sum(map(len, lines.story(found)))
    if rescue.suspicious(size, expected):
        second = text.lines(rescue.read(tree))
        if rescue.better(size, sum(map(len, lines.story(second)))):
            return second
    return found


def _main_text(tree: HtmlElement) -> str:
    try:
        document = bare_extraction(tree, favor_precision=True, include_comments=False)
    except _FAULTS:
        return ""
    return str(document.text or "") if document is not None else ""


def _article(
    known: metadata.Metadata, url: str | None, story: list[str], read: Receipt, code: str
) -> Article:
    body, clipped = text.clip("\n".join(story))
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
        clipped=clipped,
    )
