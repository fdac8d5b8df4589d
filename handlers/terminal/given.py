"""What a record holds, or what was fetched for it, as an article; and what a digest refuses of it.

Loads the page reader. Each of these raises a `Refusal` where there is nothing to be had.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot import newsdesk
from bot.articles import judge
from bot.articles.paste import pasted
from bot.articles.prose import text
from bot.articles.story import extract
from bot.articles.web import kinds
from bot.errors import NotHtml, TooLarge

if TYPE_CHECKING:
    from bot.articles.web.fetch import Page
    from bot.model import Article
    from handlers.record import Record

LARGEST_PAGE = 5_000_000  # characters of given HTML, as of a fetched page
_CONTROLS = dict.fromkeys(code for code in range(0x20) if chr(code) not in "\t\n\r")


def read(record: Record) -> Article:
    """The article that a record holds: its page, else its text."""
    if record.html is not None:
        if len(record.html) > LARGEST_PAGE:
            raise TooLarge("The page is larger than 5 MB: send the article's text instead.")
        return _titled(extract.read_html(record.html, record.url, record.published), record.title)
    return pasted.read_text(record.text or "", title=record.title, url=record.url, published=record.published)


def _titled(article: Article, title: str | None) -> Article:
    """An article whose page has no title, as a fragment from a feed, under the one that was given."""
    if article.title or not title:
        return article
    whole, body_start = text.join(title, article.text) if article.text else ("", 0)
    return replace(article, title=title, text=whole, body_start=body_start)


def fetched(page: Page, record: Record) -> Article:
    """The article on a page; the record's date wins over the page's."""
    article = newsdesk.read_page(page)
    return replace(article, published=record.published or article.published)


def accepted(article: Article, record: Record) -> Article:
    """The article, where it can be digested."""
    if record.html is not None:
        _refuse_file(record.html)
    judge.check(article)
    return article


def _refuse_file(html: str) -> None:
    """What was given as a page may be the bytes of something else; a page's stray control characters are no sign."""
    start = html[: 2 * kinds.SNIFF].translate(_CONTROLS)
    try:
        kinds.sniff("", "text/html", start.encode())
    except NotHtml:
        raise NotHtml("“html” holds a file or a feed and no web page: give the page's HTML, or its “text”.") from None
