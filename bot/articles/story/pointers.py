"""Links to other stories in the midst of this one, by what they look like in the page's tree. Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.articles.html.markup import words
from bot.articles.prose import lines
from bot.articles.prose.text import SENTENCE_END

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_HEADLINE_WORDS = 4
_LINKED_SHARE = 0.9
_LEAD_WORDS, _LABEL_WORDS, _LABELLED_WORDS = 12, 6, 6
_FULL_STOP = re.compile(r"[.…][\"'”’)\]]*\Z")
_POINTS = re.compile(
    r"\W{0,3}(?:(?:also |must )?(?:read|watch|see)|related|more|don[’']?t miss|recommended)\b", re.IGNORECASE
)


def is_list(element: HtmlElement) -> bool:
    """A list of nothing but links."""
    items = element.findall("li")
    return len(items) > 1 and all(map(is_linked, items))


def is_inline(element: HtmlElement) -> bool:
    """A pointer inside a paragraph, such as “(RELATED: …)” in bold behind its last sentence."""
    start = element.text or next(element.itertext(), "")
    return bool(_POINTS.match(start)) and element.getparent() is not None and lines.is_pointer(words(element))


def is_paragraph(element: HtmlElement) -> bool:
    """A paragraph that is another story's headline: linked, or behind a few words and a colon, or behind a label."""
    links = element.findall(".//a")
    if not links and element.find("strong") is None and element.find("b") is None:
        return False
    text = words(element)
    if is_linked(element):
        return not _FULL_STOP.search(text)
    if SENTENCE_END.search(text):
        return False
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
    return bool(SENTENCE_END.search(words(element)))


def is_linked(element: HtmlElement) -> bool:
    """Whether an element is a headline's worth of words, nearly all of them in links."""
    if element.find(".//a") is None:
        return False
    count = len(words(element).split())
    linked = sum(len(words(link).split()) for link in element.iter("a"))
    return count >= _HEADLINE_WORDS and linked >= _LINKED_SHARE * count
