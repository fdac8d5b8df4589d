"""Whether something is worth a word when nobody asked (pure, light): only articles are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from bot.articles.paste.pasted import reads_like_article

if TYPE_CHECKING:
    from bot.errors import Refusal
    from bot.model import Article, Link

_HOSTS = """
    amazon.com airtable.com app.asana.com atlassian.net bitbucket.org calendly.com canva.com docs.google.com
    docs.rs drive.google.com dropbox.com facebook.com figma.com forms.gle github.com gist.github.com gitlab.com
    goo.gl google.com hub.docker.com imgur.com instagram.com jira.com linear.app linkedin.com loom.com
    maps.app.goo.gl meet.google.com miro.com notion.site notion.so office.com onedrive.live.com
    open.spotify.com readthedocs.io reddit.com sharepoint.com slideshare.net soundcloud.com
    stackoverflow.com teams.microsoft.com t.me tiktok.com trello.com twitch.tv twitter.com vimeo.com
    wikipedia.org x.com youtu.be youtube.com zoom.us
"""
NO_ARTICLE_HOSTS = frozenset(_HOSTS.split())
"""Hosts, with all below them, whose pages are repositories, documents, videos, meetings, shops or networks."""

LEAST_SLUG = 3  # words of a headline in an address, joined by hyphens
QUIET = frozenset({"bad_input", "bad_url", "forbidden_address", "not_html", "no_article", "too_short", "consent"})
"""Refusals that say "this is no article": not worth a word when nobody asked."""

_DATED = re.compile(r"/(?:19|20)\d\d/(?:\d{1,2}|[a-z]{3})(?:/|$)|(?:19|20)\d\d-\d\d-\d\d", re.IGNORECASE)
_SECTION = re.compile(r"/(?:articles?|news|story|stories|politics|world|business|opinion|wire)(?:/|$)", re.IGNORECASE)
_NUMBERED = re.compile(r"\d{6,}")
_PAGE = re.compile(r"\.(?:s?html?|php|aspx?)$", re.IGNORECASE)


def link_looks_like_article(link: Link) -> bool:
    """Whether the address alone is an article's: dated, numbered, in a section of news, or with a headline in it."""
    parts = urlsplit(link.canonical)
    if _no_article_host(parts.hostname or ""):
        return False
    path = parts.path
    slug = max((segment.count("-") + segment.count("_") for segment in path.split("/")), default=0) + 1
    marks = (_DATED, _SECTION, _NUMBERED, _PAGE)
    return slug >= LEAST_SLUG or any(mark.search(path) for mark in marks)


def worth_a_word(refusal: Refusal, link: Link | None) -> bool:
    """Whether a link that can't be read deserves its sentence although nobody asked."""
    return link is not None and refusal.kind not in QUIET and link_looks_like_article(link)


def is_article(article: Article) -> bool:
    """Whether a page that was read is an article: it says who wrote it or when, or it reads like one."""
    host = urlsplit(article.url or "").hostname or ""
    if article.receipt.kind == "pasted":
        return True
    told = bool(article.published or article.authors)
    return not _no_article_host(host) and (told or reads_like_article(article.text[article.body_start :]))


def _no_article_host(host: str) -> bool:
    return any(host == known or host.endswith(f".{known}") for known in NO_ARTICLE_HOSTS)
