"""The use cases: what is done for whom. The edges fetch, remember and post; the editor reads and chooses."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from functools import partial
from hashlib import sha256
from typing import TYPE_CHECKING, Protocol, TypeVar

from bot.articles import extract, judge, links, pasted
from bot.errors import Internal, Refusal
from bot.model import Briefing

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Executor
    from contextlib import AbstractAsyncContextManager

    from bot.articles.fetch import Page
    from bot.editor import Editor
    from bot.model import Article, Digest, Dossier, Link, Submission

T = TypeVar("T")


class Web(Protocol):
    """The door to the web."""

    async def get(self, link: Link) -> Page:
        """The page behind a link; a `Refusal` where there is none to be had."""


class Shelf(Protocol):
    """What is remembered of articles. ``workspace`` None is the shelf of public pages, which all share."""

    async def recall(self, version: str, identity: str, workspace: str | None) -> tuple[Article, Digest] | None:
        """What is kept of an article for this workspace, or None."""

    async def keep(self, version: str, identity: str, workspace: str | None, dossier: Dossier) -> None:
        """Keep it."""

    async def recall_refusal(self, identity: str) -> Refusal | None:
        """Why the link could not be read a short while ago."""

    async def keep_refusal(self, identity: str, refusal: Refusal) -> None:
        """Remember that for a short while."""

    def working_on(self, version: str, identity: str, workspace: str | None) -> AbstractAsyncContextManager[None]:
        """A lease, so that nobody else works on the same article at the same time."""


class Newsdesk:
    """The use cases of a running bot.

    ``thread`` runs what is slow and synchronous; give it one thread, since several of them parse no faster than one.
    """

    def __init__(self, web: Web, editor: Editor, shelf: Shelf, thread: Executor) -> None:
        self._web, self._editor, self._shelf, self._thread = web, editor, shelf, thread

    async def digest(self, submission: Submission) -> Briefing:
        """The digest of what somebody handed in: remembered, or made and kept.

        Raises:
            Refusal: there is no digest to be had; the message says why.
            StoreDown: Redis is out of reach.
        """
        identity, shelf = identify(submission), _owner(submission)
        if submission.link and submission.text is not None:
            return await self._supply(submission, submission.link)
        if known := await self._recall(identity, submission.workspace):
            return known
        async with self._shelf.working_on(self._editor.version, identity, shelf):
            return await self._recall(identity, submission.workspace) or await self._make(submission, identity, shelf)

    async def _make(self, submission: Submission, identity: str, shelf: str | None) -> Briefing:
        link = submission.link
        if link is None:
            article = await self._aside(
                pasted.read_text, submission.text or "", title=submission.title, published=submission.published
            )
            return await self._file(article, (identity,), shelf)
        article, private = await self._page(link)
        moved = article.canonical_url
        if moved and moved != identity and (known := await self._recall(moved, submission.workspace)):
            return known
        landed = _landed(article, identity)
        return await self._file(article, (identity, landed), submission.workspace if private else shelf)

    async def _supply(self, submission: Submission, link: Link) -> Briefing:
        """A person pasted the text of a page that could not be read whole: under its link, for that workspace only.

        What is known of the page (its title, its date) stands for what was not typed.
        """
        identity, workspace = link.canonical, submission.workspace
        async with self._shelf.working_on(self._editor.version, identity, workspace):
            known = await self._recall(identity, workspace)
            title = submission.title or (known.article.title if known else None)
            published = (known.article.published if known else None) or submission.published
            article = await self._aside(pasted.read_text, submission.text, title, link.url, published)
            landed = known.identity if known else identity
            return await self._file(article, (identity, landed), workspace)

    async def _page(self, link: Link) -> tuple[Article, bool]:
        if refusal := await self._shelf.recall_refusal(link.canonical):
            raise refusal
        try:
            page = await self._web.get(link)
            article = await self._aside(read_page, page)
            judge.check(article)
        except Refusal as refusal:
            if refusal.lasting and not link.secret:
                await self._shelf.keep_refusal(link.canonical, refusal)
            raise
        return article, page.private

    async def _file(self, article: Article, identities: tuple[str, ...], shelf: str | None) -> Briefing:
        judge.check(article)
        dossier = await self._aside(self._editor.compile, article)
        for identity in dict.fromkeys(identities):
            await self._shelf.keep(self._editor.version, identity, shelf, dossier)
        return Briefing(identities[-1], article, dossier.digest)

    async def _recall(self, identity: str, workspace: str | None) -> Briefing | None:
        kept = await self._shelf.recall(self._editor.version, identity, workspace)
        return Briefing(_landed(kept[0], identity), *kept, remembered=True) if kept else None

    async def _aside(self, work: Callable[..., T], *args: object, **named: object) -> T:
        try:
            return await asyncio.get_running_loop().run_in_executor(self._thread, partial(work, *args, **named))
        except Refusal:
            raise
        except Exception as fault:  # whatever a page brings the libraries to: its sender gets a sentence
            raise Internal("Reading this failed here: try again later, or tell whoever runs the bot.") from fault


def identify(submission: Submission) -> str:
    """What an article is remembered by: the canonical link, or a hash of the pasted text with its title and date."""
    if submission.link is not None:
        return submission.link.canonical
    parts = (submission.title or "", submission.published or "", submission.text or "")
    return "text:" + sha256("\x00".join(parts).encode()).hexdigest()


def read_page(page: Page) -> Article:
    """A fetched page as an article; plain text is taken as it stands."""
    if page.kind == "html":
        return extract.read_html(page.text, page.url)
    article = pasted.read_text(page.text, url=page.url)
    return replace(article, receipt=replace(article.receipt, kind="full"))


def _landed(article: Article, identity: str) -> str:
    """The identity after all redirects, so that a short link and its target are one article."""
    return links.parse(article.url).canonical if article.url else identity


def _owner(submission: Submission) -> str | None:
    shared = submission.link is not None and not submission.link.secret
    return None if shared else submission.workspace
