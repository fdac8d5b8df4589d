"""What is no part of the story by its place in the page: taken out of the tree before the text is read. Pure."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from lxml import etree

from bot.articles.html.elements import count_words
from bot.articles.html.markup import words
from bot.articles.prose.text import SENTENCE_END, key
from bot.articles.story import pointers
from bot.articles.story.mend import mend

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_NEVER_TEXT = ("script", "style", "svg", "noscript", "iframe", "template", "canvas", "object", "embed", "link", "meta")
_NEVER_STORY = ("nav", "footer", "button", "select", "video", "audio")
# What opens over a word; a wrapper around the word and its card has such a name, too.
_OPENS = re.compile(r"rollover|hover-?card|tooltip|pop-?over", re.IGNORECASE)
_NAMED = re.compile(
    rf"newsletter|{_OPENS.pattern}|sign-?up-?(?:form|box)|related-?(?:articles?|stor"
    r"|posts|content|links|news)"
    r"|recommended-?(?:articles|stor|posts)|read-?(?:more|next|also)\b|more-?stories|fb-comments|comments-count"
    r"|(?:image|photo|picture|media|video)-?_?(?:credit|caption|source)|wp-caption-text|\bdisclaimer|click-?to-?tweet|\bctt\b"
    r"|author-?_?(?:bio|box|info|card)|about-?_?author|share-?_?(?:bar|buttons|links|tools)|social-?_?(?:share|links|bar|icons)"
    r"|trending|most-?_?(?:read|popular)|(?:in)?-?article-?_?promo|donat(?:e|ion)-?_?(?:box|form|banner)|story-?_?tags|tag-?_?list",
    re.IGNORECASE,
)
# A name that is nothing but a caption or a credit; “has-caption” is the name of a picture, or of a page.
_CAPTIONED = re.compile(
    r"(?:^|\s)(?!(?:has|with|no)-)(?:[a-z]+[-_])*(?:caption|credits?)(?:[-_]text)?(?:\s|$)", re.IGNORECASE
)
_CAPTIONED_WORDS = 60
_NAMED_WORDS = 200  # more than that is no card, whatever its class says
_CAPTION_WORDS, _CAPTION_DEPTH = 20, 3
_MOST_PICTURES = 100  # a page of thousands in one block would be walked as many times
_HEADINGS = ("h2", "h3", "h4", "h5")
_MARKS = frozenset({"strong", "b", "em", "i"})
_INLINE = _MARKS | {"span"}
_JUDGED = ("div", "section", "aside", "span", "p", "ul", "ol", "form", "a", "center", *sorted(_MARKS))
_PULLED = re.compile(r"pull-?_?quote", re.IGNORECASE)
_PULLED_LETTERS = 30


def prune(tree: HtmlElement) -> None:
    """Take out programs, navigation, cards that hover, boxes of sign-ups, and links to other stories.

    What trafilatura drops later anyway is dropped first: it copies the tree several times.
    """
    etree.strip_elements(tree, *_NEVER_TEXT, *_NEVER_STORY, with_tail=False)
    mend(tree)
    pictures = list(islice(tree.iter("img"), _MOST_PICTURES))
    for caption in [found for picture in pictures if (found := _captioned(picture)) is not None]:
        if caption.getparent() is not None:
            caption.drop_tree()
    _drop_pulled(tree)
    for element in list(tree.iter(*_JUDGED)):
        if _judge(element) and element.getparent() is not None:
            element.drop_tree()


def _captioned(image: HtmlElement) -> HtmlElement | None:
    """The block of a picture and the words under it, where they are few and no sentence."""
    found = None
    for block in islice(image.iterancestors(), _CAPTION_DEPTH):
        text = _few_words(block)
        if text is None or (text and SENTENCE_END.search(text)):
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
    names = _names(element)
    most = _tells(names)
    if most and element.tag == "span" and _OPENS.search(names) and _wraps(element):
        return False
    return bool(most) and count_words(element, most + 1) <= most


def _wraps(element: HtmlElement) -> bool:
    """Whether a card opens inside an element, over a word of the story that it holds as well."""
    inside = (each for each in element.iter("span", "div") if each is not element)
    return any(_OPENS.search(_names(each)) for each in inside)


def _names(element: HtmlElement) -> str:
    return f"{element.get('id') or ''} {element.get('class') or ''}"


@lru_cache(4_096)
def _tells(names: str) -> int:
    """How many words an element may have that is no story by its names; most elements of a page share a few names."""
    if _NAMED.search(names):
        return _NAMED_WORDS
    return _CAPTIONED_WORDS if _CAPTIONED.search(names) else 0


def _is_card(element: HtmlElement) -> bool:
    """A link around a picture and a heading: another story."""
    return element.find(".//img") is not None and next(element.iter(*_HEADINGS), None) is not None


def _drop_pulled(tree: HtmlElement) -> None:
    """Take out the quotations that are set large beside the text in which they stand."""
    pulled = [
        each
        for each in tree.iter("div", "aside", "blockquote", "td", "p", "span")
        if _PULLED.search(each.get("class") or "")
    ]
    if not pulled:
        return
    whole = key(words(tree))
    for element in pulled:
        start = key(words(element))[:_PULLED_LETTERS]
        if whole.count(start) > 1 and element.getparent() is not None:
            element.drop_tree()


def _judge(element: HtmlElement) -> bool:
    """Whether an element goes, by its names and by what kind of element it is."""
    if element.tag in {"ul", "ol"} and pointers.is_list(element):
        return True
    if element.tag == "p" and pointers.is_paragraph(element):
        return True
    if element.tag == "a":
        return _is_card(element) or pointers.is_inline(element)
    return (element.tag in _INLINE and pointers.is_inline(element)) or (
        element.tag not in _MARKS and _is_named(element)
    )
