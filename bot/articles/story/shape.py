"""What a page is when it is no article: an index, a feed, a video, a page that is gone, an empty shell. Pure.

Judged by what the page says of itself (its data, its address, its headings) and by its build: the paragraphs of an
index stand under headings that link elsewhere. A page that says it is one article is no index, whatever is on it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from bot.articles.html import jsonld
from bot.articles.html.agreement import agree

if TYPE_CHECKING:
    from bot.articles.html.markup import Markup
    from bot.articles.story.build import Build
    from bot.articles.story.nostory import Shape

_FEED = re.compile(
    r"\s*(?:<\?[^<>]{0,200}\?>\s*|<!--[^<>]{0,500}-->\s*){0,5}<(?:rss|feed|rdf:rdf|opml|urlset|sitemapindex)\b",
    re.IGNORECASE,
)
_FEED_NAMES = ("<rss", "<feed", "<rdf:", "<RDF", "<rdf", "<opml", "<urlset", "<sitemapindex")
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
_LEAST_ENTRIES, _LEAST_SAID, _ENTRY_SHARE = 4, 2, 0.7
_LEAST_LINKS = 8
_LEAST_RUN = 4  # paragraphs in a row are a story, whatever stands around it
_PARAGRAPH_WORDS = 8


def is_feed(page: str) -> bool:
    """Whether a page is a feed or a site map, whatever its server calls it."""
    start = page[:2_000]
    return any(name in start for name in _FEED_NAMES) and bool(_FEED.match(start))


def tells_one_story(markup: Markup) -> bool:
    """Whether a page says of itself that it is one article: by its type, or by data under its own headline."""
    if markup.meta.get("og:type", "").lower() == "article":
        return True
    named = " ".join(jsonld.strings(markup.article.get("headline")))
    return bool(named) and any(agree(own, named) for own in (*markup.headings, markup.title))


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
    return "index" if _is_list(built, types, url) or (built.links >= _LEAST_LINKS and not _running(lines)) else None


def _is_list(built: Build, types: set[str], url: str | None) -> bool:
    """Whether entries are most of a page: two are enough on a front page, or where the page says it is a list."""
    said = bool(types & _LISTS) or urlsplit(url or "https://none/none").path in {"", "/"}
    least = _LEAST_SAID if said else _LEAST_ENTRIES
    listed = built.entries >= least and built.share >= _ENTRY_SHARE and built.run < _LEAST_RUN
    return listed or built.posts >= least


def _running(lines: list[str]) -> bool:
    return any(len(line.split()) >= _PARAGRAPH_WORDS for line in lines)


def _medium(markup: Markup, types: set[str], url: str | None) -> Shape | None:
    segments = set(urlsplit(url or "").path.lower().split("/")[:-1])
    kind = markup.meta.get("og:type", "").lower()
    for shape, named, places in _MEDIA:
        if (types & named and not markup.article) or not segments.isdisjoint(places.split()) or kind.startswith(shape):
            return shape
    return None
