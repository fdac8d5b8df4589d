"""What a page is when it is no article: an index, a feed, a video, a page that is gone, an empty shell. Pure.

Judged by what the page says of itself (its data, its address, its headings) and by its build: the paragraphs of an
index stand under headings that link elsewhere. A page that says it is one article is no index, whatever is on it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from bot.articles import headline, jsonld
from bot.articles.elements import count_words

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from bot.articles.markup import Markup
    from bot.articles.nostory import Shape

_FEED = re.compile(
    r"\s*(?:<\?[^<>]{0,200}\?>\s*|<!--[^<>]{0,500}-->\s*){0,5}<(?:rss|feed|rdf:rdf|opml|urlset|sitemapindex)\b",
    re.IGNORECASE,
)
_GONE = re.compile(
    r"\W*(?:error\W{0,3})?4(?:04|10)\b\W*(?:error|page|not|\Z)|.{0,60}\b(?:page|article|story|content|file)s?\b.{0,40}"
    r"(?:not (?:be )?found|can(?:[’']t|not) be found|n[o’']t exist|no longer (?:exists|available|here)|is missing)"
    r"|\W*(?:not found|nothing (?:was )?found|page unavailable|oops\b)",
    re.IGNORECASE,
)
_MEDIA: tuple[tuple[Shape, frozenset[str], str], ...] = (
    ("video", frozenset({"VideoObject", "Clip", "Movie", "TVEpisode"}), "video videos watch clips"),
    ("podcast", frozenset({"PodcastEpisode", "AudioObject", "RadioEpisode"}), "podcast podcasts audio listen episodes"),
    ("gallery", frozenset({"ImageGallery", "MediaGallery"}), "gallery galleries photos pictures in-pictures slideshow"),
)
_LISTS = frozenset({"CollectionPage", "SearchResultsPage"})
_MEDIA_WORDS = 100  # with more than that beside it, a video, a recording or pictures go with a story
_GONE_WORDS, _LONGEST = 150, 200
_SHELL_WORDS = 25
_LEAST_ENTRIES, _ENTRY_SHARE = 4, 0.7
_LEAST_LINKS = 8
_HEADLINE_WORDS, _PARAGRAPH_WORDS = 4, 8
_PARAGRAPHS_OF_AN_ENTRY = 2
_COUNTED = 150  # words of a paragraph; no entry of an index has more
_UNSHOWN = frozenset({"script", "style", "noscript", "template", "title"})


@dataclass(frozen=True, slots=True)
class Build:
    """How a page is made, seen before anything is taken out of it.

    ``entries`` are headlines that link elsewhere and have a paragraph or two below; ``share`` is the part that those
    have of all words in paragraphs; ``links`` are the headlines in links. On a page that tells one story those are not
    counted. ``empty`` tells that there is next to nothing on it without its programs.
    """

    entries: int = 0
    share: float = 0.0
    links: int = 0
    empty: bool = False


def is_feed(page: str) -> bool:
    """Whether a page is a feed or a site map, whatever its server calls it."""
    return bool(_FEED.match(page[:2_000]))


def build(tree: HtmlElement, markup: Markup) -> Build:
    """Look at a page's build in one walk."""
    entries = links = below = told = untold = 0
    for element in () if tells_one_story(markup) else tree.iter("a", "p"):
        if element.tag == "a":
            if _is_headline(element):
                links, below = links + 1, _PARAGRAPHS_OF_AN_ENTRY
            continue
        count = count_words(element, _COUNTED)
        if count >= _PARAGRAPH_WORDS and below:
            entries, told, below = entries + (below == _PARAGRAPHS_OF_AN_ENTRY), told + count, below - 1
        elif count >= _PARAGRAPH_WORDS:
            untold += count
    return Build(entries, told / (told + untold) if told else 0.0, links, _is_empty(tree))


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


def tells_one_story(markup: Markup) -> bool:
    """Whether a page says of itself that it is one article: by its type, or by data under its own headline."""
    if markup.meta.get("og:type", "").lower() == "article":
        return True
    named = " ".join(jsonld.strings(markup.article.get("headline")))
    return bool(named) and any(headline.agree(own, named) for own in (*markup.headings, markup.title))


def of(markup: Markup, url: str | None, lines: list[str], built: Build) -> Shape | None:
    """What a page is instead of an article; None for an article, and where nothing tells."""
    count = sum(len(line.split()) for line in lines)
    said = (markup.title, *markup.headings, *lines[:1])
    if count < _GONE_WORDS and any(_GONE.match(words[:_LONGEST]) for words in said):
        return "gone"
    types = {kind for node in markup.graph for kind in jsonld.strings(node.get("@type"))}
    if count < _MEDIA_WORDS and (medium := _medium(markup, types, url)):
        return medium
    if not lines and built.empty:
        return "shell"
    listed = built.entries >= _LEAST_ENTRIES and built.share >= _ENTRY_SHARE
    bare = built.links >= _LEAST_LINKS and not any(len(line.split()) >= _PARAGRAPH_WORDS for line in lines)
    return "index" if listed or bare or (types & _LISTS and built.entries > 1) else None


def _medium(markup: Markup, types: set[str], url: str | None) -> Shape | None:
    segments = set(urlsplit(url or "").path.lower().split("/")[:-1])
    kind = markup.meta.get("og:type", "").lower()
    for shape, named, places in _MEDIA:
        if (types & named and not markup.article) or not segments.isdisjoint(places.split()) or kind.startswith(shape):
            return shape
    return None


def _is_headline(link: HtmlElement) -> bool:
    """Whether a link is a headline's worth of words, and no part of a paragraph."""
    if count_words(link, _HEADLINE_WORDS) < _HEADLINE_WORDS:
        return False
    return not any(outer.tag == "p" for outer in link.iterancestors())
