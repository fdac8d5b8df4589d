"""What is no part of the story by its place in the page: taken out of the tree before the text is read. Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_NAMED = re.compile(
    r"newsletter|rollover|hover-?card|tooltip|pop-?over|sign-?up-?(?:form|box)|related-?(?:articles?|stor|posts|content|links|news)"
    r"|recommended-?(?:articles|stor|posts)|read-?(?:more|next|also)\b|more-?stories|fb-comments|comments-count",
    re.IGNORECASE,
)
_BLOCKS = frozenset(("div", "section", "aside", "span", "p", "ul", "ol", "form", "figure", "table", "center"))
_HEADINGS = frozenset(("h2", "h3", "h4", "h5"))


def prune(tree: HtmlElement) -> None:
    for element in list(tree.iter("div", "section", "aside", "span", "p", "ul", "ol", "form", "a","figcaption")):
        if _foreign(element) and element.getparent() is not None:
            element.drop_tree()


def _foreign(element: HtmlElement) -> bool:
    tag = element.tag
    if tag == "a":
        return any(child.tag in _HEADINGS for child in element.iter()) and element.find(".//img") is not None
    if tag in ("ul", "ol"):
        return _linked_list(element)
    if tag == "p":
        return _linked_headline(element)
    names = f"{element.get('id', '')} {element.get('class', '')}"
    return bool(_NAMED.search(names)) and len(_words(element)) < 200


def _words(element: HtmlElement) -> list[str]:
    return "".join(element.itertext()).split()


def _linked_list(element: HtmlElement) -> bool:
    items = element.findall("li")
    if len(items) < 2:
        return False
    return all(_linked(item) for item in items)


def _linked(element: HtmlElement) -> bool:
    words = _words(element)
    linked = sum(len(_words(link)) for link in element.iter("a"))
    return len(words) >= 4 and linked >= 0.9 * len(words)


def _linked_headline(element: HtmlElement) -> bool:
    return _linked(element) and not _ends(element)


def _ends(element: HtmlElement) -> bool:
    return bool(re.search(r"[.!?…][\"'”’)\]]*\s*\Z", "".join(element.itertext())[-10:]))
