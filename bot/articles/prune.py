"""What is no part of the story by its place in the page: taken out of the tree before the text is read. Pure."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from lxml import etree

from bot.articles.markup import words
from bot.articles.mend import mend
from bot.articles.text import key

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_NEVER_TEXT = ("script", "style", "svg", "noscript", "iframe", "template", "canvas", "object", "embed", "link", "meta")
_NEVER_STORY = ("nav", "footer", "button", "select", "video", "audio")
_NAMED = re.compile(
    r"newsletter|rollover|hover-?card|tooltip|pop-?over|sign-?up-?(?:form|box)|related-?(?:articles?|stor"
    r"|posts|content|links|news)"
    r"|recommended-?(?:articles|stor|posts)|read-?(?:more|next|also)\b|more-?stories|fb-comments|comments-count"
    r"|(?:image|photo|picture|media|video)-?_?(?:credit|caption|source)|wp-caption-text|\bdisclaimer|click-?to-?tweet|\bctt\b"
    r"|author-?_?(?:bio|box|info|card)|about-?_?author|share-?_?(?:bar|buttons|links|tools)|social-?_?(?:share|links|bar|icons)"
    r"|trending|most-?_?(?:read|popular)|(?:in)?-?article-?_?promo|donat(?:e|ion)-?_?(?:box|form|banner)|story-?_?tags|tag-?_?list",
    re.IGNORECASE,
)
_NAMED_WORDS = 200  # more than that is no card, whatever its class says
_CAPTION_WORDS, _CAPTION_DEPTH = 20, 3
_MOST_PICTURES = 100  # a page of thousands in one block would be walked as many times
_HEADINGS = ("h2", "h3", "h4", "h5")
_HEADLINE_WORDS = 4
_LINKED_SHARE = 0.9
_LEAD_WORDS, _LABEL_WORDS, _LABELLED_WORDS = 12, 6, 6
_PULLED = re.compile(r"pull-?_?quote", re.IGNORECASE)
_PULLED_LETTERS = 30
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*\Z")


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
    return (
        _tells(f"{element.get('id') or ''} {element.get('class') or ''}")
        and len(words(element).split()) <= _NAMED_WORDS
    )


@lru_cache(4_096)
def _tells(names: str) -> bool:
    """Whether the names of an element say that it is no story; most elements of a page share a few names."""
    return bool(_NAMED.search(names))


def _is_card(element: HtmlElement) -> bool:
    """A link around a picture and a heading: another story."""
    return element.find(".//img") is not None and next(element.iter(*_HEADINGS), None) is not None


def _is_linked_list(element: HtmlElement) -> bool:
    items = element.findall("li")
    return _is_named(element) or (len(items) > 1 and all(map(_is_linked, items)))


def _is_pointer(element: HtmlElement) -> bool:
    """A paragraph that is another story's headline: linked, or behind a few words and a colon, or behind a label."""
    if _is_named(element):
        return True
    links = element.findall(".//a")
    if not links and element.find("strong") is None and element.find("b") is None:
        return False
    text = words(element)
    if _SENTENCE_END.search(text):
        return False
    if _is_linked(element):
        return True
    last = words(links[-1]) if links else ""
    lead = text.removesuffix(last).rstrip() if last and text.endswith(last) else ""
    if lead.endswith(":") and len(last.split()) >= _HEADLINE_WORDS and len(lead.split()) <= _LEAD_WORDS:
        return True
    return _is_labelled(element, text)


def _is_labelled(element: HtmlElement, text: str) -> bool:
    """A headline behind a label in bold, between two paragraphs of running text, as a pointer that lost its link."""
    if (element.text or "").strip() or not len(element) or element[0].tag not in {"strong", "b"}:
        return False
    label = words(element[0])
    if not label.endswith(":") or len(label.split()) > _LABEL_WORDS:
        return False
    headline = len(text.split()) - len(label.split()) >= _LABELLED_WORDS
    return headline and all(_is_running(beside) for beside in (element.getprevious(), element.getnext()))


def _is_running(element: HtmlElement | None) -> bool:
    if element is None or element.tag != "p" or (len(element) and not (element.text or "").strip()):
        return False
    return bool(_SENTENCE_END.search(words(element)))


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
    "p": _is_pointer,
}
