"""How a page is made: whether its paragraphs stand under headlines that link elsewhere. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.articles.html.elements import count_words

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SHELL_WORDS = 25
_HEADLINE_WORDS, _PARAGRAPH_WORDS = 4, 8
_PARAGRAPHS_OF_AN_ENTRY = 2
_COUNTED = 150  # words of a paragraph; no entry of an index has more
_AROUND = 2  # words beside a headline in its own paragraph: a mark, a number
_BLOCKS = ("p", "li", "div", "dd", "td")
_HEADINGS = ("h1", "h2", "h3", "h4")
_MORE = re.compile(
    r"\W*(?:read|see|view|learn|find out)? ?(?:more|on|full (?:story|article)|continue reading)\W*", re.IGNORECASE
)
_LONGEST_MORE = 30
_UNSHOWN = frozenset({"script", "style", "noscript", "template", "title"})


@dataclass(frozen=True, slots=True)
class Build:
    """What is counted on a page before anything is taken out of it.

    ``entries`` are headlines that link elsewhere with a paragraph or two below, or such paragraphs with "Read more"
    below, and ``share`` is the part that those have of all words in paragraphs; ``run`` is the longest row of
    paragraphs with no such headline between; ``posts`` are whole stories under linked headlines, each in an element of
    its own; ``links`` are the headlines in links; ``empty`` tells that there is next to nothing without programs.
    """

    entries: int = 0
    share: float = 0.0
    run: int = 0
    posts: int = 0
    links: int = 0
    empty: bool = False


@dataclass(slots=True)
class _Tally:
    """The counts of a walk: words under headlines, other words, the paragraphs since the last entry."""

    entries: int = 0
    links: int = 0
    below: int = 0
    told: int = 0
    untold: int = 0
    row: int = 0
    run: int = 0
    since: list[int] = field(default_factory=list)

    def headline(self) -> None:
        self.links, self.below, self.since, self.row = self.links + 1, _PARAGRAPHS_OF_AN_ENTRY, [], 0

    def more(self) -> None:
        """A link to the rest: what stands above it is an entry, if it is short enough for one."""
        if self.since and len(self.since) <= _PARAGRAPHS_OF_AN_ENTRY:
            self.entries, self.told, self.untold = (
                self.entries + 1,
                self.told + sum(self.since),
                self.untold - sum(self.since),
            )
        self.since, self.below, self.row = [], 0, 0

    def paragraph(self, count: int) -> None:
        self.row += 1
        self.run = max(self.run, self.row)
        if self.below:
            self.entries, self.told = self.entries + (self.below == _PARAGRAPHS_OF_AN_ENTRY), self.told + count
            self.below -= 1
        else:
            self.untold += count
            self.since.append(count)


def of(tree: HtmlElement, *, one_story: bool) -> Build:
    """Look at a page's build; on a page that tells one story only whether it is empty."""
    if one_story:
        return Build(empty=_is_empty(tree))
    tally = _Tally()
    for element in tree.iter("a", *_BLOCKS):
        if element.tag == "a":
            if _is_headline(element):
                tally.headline()
            elif len(text := element.text or "") <= _LONGEST_MORE and _MORE.fullmatch(text):
                tally.more()
        elif (count := _own_words(element)) >= _PARAGRAPH_WORDS:
            tally.paragraph(count)
    words = tally.told + tally.untold
    share = tally.told / words if words else 0.0
    return Build(tally.entries, share, tally.run, _posts(tree), tally.links, _is_empty(tree))


def _own_words(element: HtmlElement) -> int:
    """The words of a paragraph; of another block those that stand in it and in no block of their own."""
    if element.tag == "p":
        return 0 if _is_link(element) else count_words(element, _COUNTED)
    pieces = (element.text, *(child.tail for child in element))
    return sum(len(piece.split()) for piece in pieces if piece)


def _is_link(paragraph: HtmlElement) -> bool:
    """Whether a paragraph is a headline in a link and nothing else."""
    link = paragraph.find(".//a")
    return link is not None and count_words(paragraph, _COUNTED) <= count_words(link, _COUNTED) + _AROUND


def _is_headline(link: HtmlElement) -> bool:
    """Whether a link is a headline's worth of words, and no part of a paragraph."""
    if count_words(link, _HEADLINE_WORDS) < _HEADLINE_WORDS:
        return False
    return all(_is_link(outer) for outer in link.iterancestors("p"))


def _posts(tree: HtmlElement) -> int:
    """How many whole stories stand in elements of their own under a heading that links to them."""
    count = 0
    for article in tree.iter("article"):
        heading = next(article.iter(*_HEADINGS), None)
        if heading is None or (heading.find(".//a") is None and next(heading.iterancestors("a"), None) is None):
            continue
        long = (count_words(paragraph, _PARAGRAPH_WORDS) == _PARAGRAPH_WORDS for paragraph in article.iter("p"))
        count += sum(long) > _PARAGRAPHS_OF_AN_ENTRY
    return count


def _is_empty(tree: HtmlElement) -> bool:
    """Whether programs make all but a few words of a page."""
    if not any(script.get("src") for script in tree.iter("script")):
        return False
    count = 0
    for element in tree.iter():
        parent = element.getparent()
        hidden = element.tag in _UNSHOWN or (parent is not None and parent.tag in _UNSHOWN)
        count += len((element.tail or "").split()) + (0 if hidden else len((element.text or "").split()))
        if count >= _SHELL_WORDS:
            return False
    return True
