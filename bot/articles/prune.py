"""What is no part of the story by its place in the page: taken out of the tree before the text is read. Pure."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from lxml import etree

from bot.articles.markup import words

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_NEVER_TEXT = ("script", "style", "svg", "noscript", "iframe", "template", "canvas", "object", "embed", "link", "meta")
_NEVER_STORY = ("nav", "footer", "button", "select", "video", "audio")
_NAMED = re.compile(
    r"newsletter|rollover|hover-?card|tooltip|pop-?over|sign-?up-?(?:form|box)|related-?(?:articles?|stor"
    r"|posts|content|links|news)"
    r"|recommended-?(?:articles|stor|posts)|read-?(?:more|next|also)\b|more-?stories|fb-comments|comments-count",
    re.IGNORECASE,
)
_NAMED_WORDS = 200  # more than that is no card, whatever its class says
_CAPTION_WORDS, _CAPTION_DEPTH = 20, 3
_MOST_PICTURES = 100  # a page of thousands in one block would be walked as many times
_HEADINGS = ("h2", "h3", "h4", "h5")
_HEADLINE_WORDS = 4
_LINKED_SHARE = 0.9
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*\Z")


def prune(tree: HtmlElement) -> None:
    """Take out programs, navigation, cards that hover, boxes of sign-ups, and links to other stories.

    What trafilatura drops later anyway is dropped first: it copies the tree several times.
    """
    etree.strip_elements(tree, *_NEVER_TEXT, *_NEVER_STORY, with_tail=False)
    pictures = list(islice(tree.iter("img"), _MOST_PICTURES))
    for caption in [found for picture in pictures if (found := _captioned(picture)) is not None]:
        if caption.getparent() is not None:
            caption.drop_tree()
    for element in list(tree.iter("div", "section", "aside", "span", "p", "ul", "ol", "form", "a", "center")):
        if _JUDGES.get(element.tag, _is_named)(element) and element.getparent() is not None:
            element.drop_tree()


def _captioned(image: HtmlElement) -> HtmlElement | None:
    """The block of a picture and the words under it, where they are few and no sentence."""
    found = None
    for block in islice(image.iterancestors(), _CAPTION_DEPTH):
        text = _few_words(block)
        if text is None or (text and _SENTENCE_END.search(text)):
            break
        if text and block.tag in {"div", "center"}:
            found = block
    return found


def _few_words(element: HtmlElement) -> str | None:
    """The text of an element, unless it has more words than a caption; what follows those is not looked at."""
    found: list[str] = []
    for piece in element.itertext():
        found.extend(piece.split())
        if len(found) > _CAPTION_WORDS:
            return None
    return " ".join(found)


def _is_named(element: HtmlElement) -> bool:
    names = f"{element.get('id') or ''} {element.get('class') or ''}"
    return bool(_NAMED.search(names)) and len(words(element).split()) <= _NAMED_WORDS


def _is_card(element: HtmlElement) -> bool:
    """A link around a picture and a heading: another story."""
    return element.find(".//img") is not None and next(element.iter(*_HEADINGS), None) is not None


def _is_linked_list(element: HtmlElement) -> bool:
    items = element.findall("li")
    return len(items) > 1 and all(map(_is_linked, items))


def _is_linked_headline(element: HtmlElement) -> bool:
    return _is_linked(element) and not _SENTENCE_END.search(words(element))


def _is_linked(element: HtmlElement) -> bool:
    """Whether an element is a headline's worth of words, nearly all of them in links."""
    if element.find(".//a") is None:
        return False
    count = len(words(element).split())
    linked = sum(len(words(link).split()) for link in element.iter("a"))
    return count >= _HEADLINE_WORDS and linked >= _LINKED_SHARE * count


_JUDGES = {
    "a": _is_card,
    "ul": _is_linked_list,
    "ol": _is_linked_list,
    "p": _is_linked_headline,
}
