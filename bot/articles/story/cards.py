"""Cards of other stories around a story: rows of small blocks, each with a headline that links elsewhere. Pure."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from bot.articles.html.elements import count_words

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_HEADINGS = ("h2", "h3", "h4", "h5")
_HEADLINE_WORDS = 4
_CARD_WORDS, _CARD_DEPTH = 80, 6
_LEAST_CARDS = 3  # fewer may be sections of a story
_LABEL_WORDS = 12  # of what is left of a row without its cards
_PARAGRAPH_WORDS, _LEAST_PARAGRAPHS = 8, 4  # of the story that is left
_MOST_HEADINGS = 300


def drop(tree: HtmlElement) -> None:
    """Take rows of cards out, where a story is left without them; what stands inside of a story's element stays."""
    rows = [row for row in _rows(tree).values() if len(row) >= _LEAST_CARDS]
    if not rows or not _leaves_a_story(tree, {card for row in rows for card in row}):
        return
    for row in rows:
        parent = row[0].getparent()
        for card in row:
            card.drop_tree()
        if parent is not None and parent.tag != "body" and count_words(parent, _LABEL_WORDS) < _LABEL_WORDS:
            parent.drop_tree()


def _rows(tree: HtmlElement) -> dict[HtmlElement, list[HtmlElement]]:
    """Cards by the element that they stand in."""
    rows: dict[HtmlElement, list[HtmlElement]] = {}
    for heading in islice(tree.iter(*_HEADINGS), _MOST_HEADINGS):
        card = _card(heading) if _is_linked(heading) else None
        parent = card.getparent() if card is not None else None
        if (
            card is not None
            and parent is not None
            and card not in rows.setdefault(parent, [])
            and not _in_story(parent)
        ):
            rows[parent].append(card)
    return rows


def _is_linked(heading: HtmlElement) -> bool:
    """Whether a heading is a headline in a link, or stands in one."""
    words = count_words(heading, 99)
    link = heading.find(".//a")
    if link is not None:
        return words >= _HEADLINE_WORDS and count_words(link, 99) >= words - 1
    return words >= _HEADLINE_WORDS and next(heading.iterancestors("a"), None) is not None


def _card(heading: HtmlElement) -> HtmlElement | None:
    """The largest block around a heading that has no more words than a card, and no other headline."""
    found = None
    for block in islice(heading.iterancestors(), _CARD_DEPTH):
        if count_words(block, _CARD_WORDS) == _CARD_WORDS or len(list(islice(block.iter(*_HEADINGS), 2))) > 1:
            break
        found = block
    return found if found is not None and found.tag not in {"body", "html"} else None


def _in_story(element: HtmlElement) -> bool:
    """Whether an element is part of the article under the page's heading."""
    return any(
        next(article.iter("h1"), None) is not None
        for article in (element, *element.iterancestors("article"))
        if article.tag == "article"
    )


def _leaves_a_story(tree: HtmlElement, cards: set[HtmlElement]) -> bool:
    count = 0
    for paragraph in tree.iter("p"):
        if count_words(paragraph, _PARAGRAPH_WORDS) == _PARAGRAPH_WORDS and cards.isdisjoint(paragraph.iterancestors()):
            count += 1
            if count == _LEAST_PARAGRAPHS:
                return True
    return False
