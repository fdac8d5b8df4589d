"""What an article is remembered by, and what a page or a pasted text is as an article (pure)."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING

from bot.articles.paste import pasted
from bot.articles.story import extract
from bot.articles.urls import links

if TYPE_CHECKING:
    from bot.articles.web.fetch import Page
    from bot.model import Article, Link, Submission


def identify(submission: Submission) -> str:
    """What an article is remembered by: the canonical link, or a hash of the pasted text with its title and date."""
    if submission.link is not None:
        return links.identity(submission.link)
    parts = (submission.title or "", submission.published or "", submission.text or "")
    return "text:" + sha256("\x00".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def read_page(page: Page) -> Article:
    """A fetched page as an article; plain text is taken as it stands."""
    if page.kind == "html":
        return extract.read_html(page.text, page.url)
    article = pasted.read_text(page.text, url=page.url)
    return replace(article, receipt=replace(article.receipt, kind="full"))


def supplied_text(submission: Submission, link: Link, known: Article | None) -> Article:
    """The text that a person pasted for the page behind a link, with what is known of that page."""
    title, text, sent = submission.title, submission.text or "", submission.published
    if known is None:
        return pasted.read_text(text, title, link.url, sent=sent)
    article = pasted.read_text(text, title or known.title, known.url or link.url, known.published, sent)
    return replace(article, site=known.site or article.site, authors=known.authors or article.authors)


def landed_at(article: Article, identity: str) -> str:
    """The identity after all redirects, so that a short link and its target are one article."""
    return links.identity(links.parse(article.url)) if article.url else identity


def named_by(article: Article) -> str | None:
    """The identity of the address that the page gives itself."""
    return links.identity(links.parse(article.canonical_url)) if article.canonical_url else None


def owner_of(submission: Submission) -> str | None:
    """Whose shelf it goes to: nobody's (None) where an anonymous visitor of the web could read it, too."""
    shared = submission.link is not None and not submission.link.secret
    return None if shared else submission.workspace
