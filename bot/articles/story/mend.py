"""What of a story is easily lost: sub-headings, standfirsts and paragraphs in a layout that hides them. Pure.

The tree is changed so that what reads it next sees them for what they are.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from lxml import etree

from bot.articles.html.markup import words
from bot.articles.prose.text import SENTENCE_END

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SUBHEAD = re.compile(r"sub-?_?head(?:ing|line|er)?(?:\b|_)|cross-?_?head|inter-?title|subtitulo", re.IGNORECASE)
_SUBHEAD_WORDS = 20
_STANDFIRST = re.compile(r"(?:\b|_)(?:summary|standfirst|lede?|intro|kicker-text|chapeau)(?:\b|_)", re.IGNORECASE)
_BODY = re.compile(r"(?:\b|_)(?:text|body|content|story)(?:\b|_)", re.IGNORECASE)
_STANDFIRST_WORDS = range(10, 90)
_LAYOUT_PARAGRAPHS, _LONG = 3, 80  # a cell with so many paragraphs of so many characters holds a page, no figures
_MOST_TABLES = 50
_TABLE = ("table", "tbody", "thead", "tfoot", "tr", "td", "th", "caption", "colgroup", "col")
_BLOCKS = frozenset({"p", "div", "ul", "ol", "table", "h1", "h2", "h3", "h4", "blockquote", "section", "article"})


def mend(tree: HtmlElement) -> None:
    """Make sub-headings headings, a standfirst the first paragraph, and a table that lays out a page no table."""
    for element in list(tree.iter("div", "p", "span", "a")):
        if not len(element) and element.tag in {"span", "a"} and not (element.text or "").strip():
            element.drop_tree()  # where a teaser ends, or a link leads: the extractor takes the words behind it along
        elif named := element.get("class"):
            _by_name(element, _kind(named))
    for table in list(islice(tree.iter("table"), _MOST_TABLES)):
        _open(table)


@lru_cache(4_096)
def _kind(named: str) -> str:
    """What the names of an element say that it is; most elements of a page share a few names."""
    return "head" if _SUBHEAD.search(named) else "first" if _STANDFIRST.search(named) else ""


def _by_name(element: HtmlElement, kind: str) -> None:
    if kind == "head" and element.tag != "a":
        _head(element)
    elif kind == "first" and element.tag in {"div", "p"}:
        _put_first(element)


def _head(element: HtmlElement) -> None:
    if not _has_blocks(element) and 0 < len(words(element).split()) <= _SUBHEAD_WORDS:
        element.tag = "h3"


def _put_first(element: HtmlElement) -> None:
    """Into the body that stands next to it, which is the block that will be read."""
    body = element.getnext()
    if body is None or body.tag not in {"div", "section", "article"} or not _BODY.search(body.get("class") or ""):
        return
    text = words(element)
    if _has_blocks(element) or len(text.split()) not in _STANDFIRST_WORDS or not SENTENCE_END.search(text):
        return
    first = etree.SubElement(body, "p")
    first.text = text
    body.insert(0, first)
    element.drop_tree()


def _open(table: HtmlElement) -> None:
    if any(_is_page(cell) for cell in table.iter("td")):
        for part in table.iter(*_TABLE):
            part.tag = "div"


def _is_page(cell: HtmlElement) -> bool:
    running = (paragraph for paragraph in cell.iter("p") if len(words(paragraph)) > _LONG)
    return len(list(islice(running, _LAYOUT_PARAGRAPHS))) == _LAYOUT_PARAGRAPHS


def _has_blocks(element: HtmlElement) -> bool:
    return any(inner.tag in _BLOCKS for inner in element.iterdescendants())
