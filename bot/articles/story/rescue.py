"""A second reading where the first found suspiciously little: readability's scoring of the same page. Pure.

Measured on the development pages: it is tried where the text is under .45 of the page's long paragraphs, and taken
where it has at least 1.6 times as much.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree, html

from bot.articles.html.markup import words

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LONG = 80  # characters of a paragraph that is running text
_SUSPICIOUS = 0.45
_BETTER = 1.6
_BLOCKS = frozenset(("p", "h2", "h3", "h4", "h5", "li", "blockquote", "pre", "td", "dd"))


def running(tree: HtmlElement) -> int:
    """How many characters stand in long paragraphs anywhere on a page."""
    lengths = (len(words(paragraph)) for paragraph in tree.iter("p"))
    return sum(length for length in lengths if length > _LONG)


def suspicious(found: int, expected: int) -> bool:
    """Whether so many characters are too few for a page with so many of them in long paragraphs."""
    return found < _SUSPICIOUS * expected


def better(found: int, rescued: int) -> bool:
    """Whether the second reading has so much more that the first must have missed the story."""
    return rescued > _BETTER * found


def read(tree: HtmlElement) -> str:
    """The text of the page by readability, a block a line; empty where it finds nothing."""
    from readability import Document

    try:
        summary = html.fromstring(Document(etree.tostring(tree, encoding="unicode", method="html")).summary())
    except (etree.LxmlError, ValueError, TypeError, RecursionError):  # a page that it finds nothing in is a ValueError
        return ""
    blocks = (
        block for block in summary.iter(*_BLOCKS) if not any(inner.tag in _BLOCKS for inner in block.iterdescendants())
    )
    return "\n".join(words(block) for block in blocks)
