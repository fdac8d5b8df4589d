"""An article is handed in and becomes a digest: fetched, read and kept, or remembered."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Protocol, TypeVar

from bot.articles import judge
from bot.articles.about import metadata
from bot.articles.paste import pasted
from bot.articles.urls import links
from bot.errors import Internal, Later, Refusal
from bot.model import Briefing, Dossier
from bot.newsdesk.identities import identify, landed_at, named_by, owner_of, read_page, supplied_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Executor

    from bot.articles.web.fetch import Page
    from bot.editor import Editor
    from bot.model import Answer, Article, Link, Question, Submission
    from bot.storage.store import Store

T = TypeVar("T")

MOMENT = 1.0
"""Seconds that a turn is waited for on the spot; what takes longer is put off."""

PATIENCE = timedelta(minutes=1)
"""How long one waits for somebody who reads what a redirect led to: two pages may lead to each other."""


class Web(Protocol):
    """The door to the web."""

    async def get(self, link: Link) -> Page:
        """The page behind a link; a `Refusal` where there is none to be had."""


class Newsdesk:
    """The use cases of a running bot.

    ``thread`` runs what is slow and synchronous; give it one thread, since several of them parse no faster than one.
    """

    def __init__(self, web: Web, editor: Editor, shelf: Store, thread: Executor) -> None:
        self._web, self._editor, self._shelf, self._thread = web, editor, shelf, thread

    async def digest(self, submission: Submission) -> Briefing:
        """The digest of what somebody handed in: remembered, or made and kept.

        Raises:
            Refusal: there is no digest to be had; the message says why.
            Later: too much is being fetched; hand it in again then.
            StoreDown: Redis is out of reach.
        """
        identity, shelf = identify(submission), owner_of(submission)
        if submission.link and submission.text is not None:
            return await self._supply(submission, submission.link)
        if known := await self.recall(identity, submission.workspace):
            return known
        async with self._shelf.working_on(self._editor.version, identity, shelf):
            return await self.recall(identity, submission.workspace) or await self._make(submission, identity, shelf)

    async def _make(self, submission: Submission, identity: str, shelf: str | None) -> Briefing:
        link = submission.link
        if link is None:
            article = await self._aside(
                pasted.read_text, submission.text or "", title=submission.title, sent=submission.published
            )
            return await self._file(article, (identity,), shelf)
        private = submission.workspace if link.secret else None
        if refusal := await self._shelf.recall_refusal(link.canonical, private):
            raise refusal
        try:
            return await self._follow(submission, await self._fetch(link, submission.workspace), identity, shelf)
        except Refusal as refusal:
            await self._shelf.keep_refusal(link.canonical, refusal, private)
            raise

    async def _fetch(self, link: Link, workspace: str | None) -> Page:
        """The page, in its turn.

        Raises:
            Later: its turn is further off than a moment.
        """
        host = await asyncio.to_thread(metadata.domain_of, link.url) or link.url  # its table takes 200 ms to load
        while wait := await self._shelf.turn(host, workspace, link.canonical):
            if wait > MOMENT:
                raise Later(wait)
            await asyncio.sleep(wait)
        page = await self._web.get(link)
        if (there := metadata.domain_of(page.url)) and there != host:
            await self._shelf.count(there)
        return page

    async def _follow(self, submission: Submission, page: Page, identity: str, shelf: str | None) -> Briefing:
        """Read a page, unless it is known by the address at which it was found; by nobody else at the same time."""
        shelf, landed = submission.workspace if page.private else shelf, links.identity(links.parse(page.url))
        if landed == identity:
            return await self._read(submission, page, identity, shelf)
        async with self._shelf.working_on(self._editor.version, landed, shelf, PATIENCE):
            return await self._same(submission, landed, identity, shelf) or await self._read(
                submission, page, identity, shelf
            )

    async def _read(self, submission: Submission, page: Page, identity: str, shelf: str | None) -> Briefing:
        article = await self._aside(read_page, page)
        judge.check(article)
        landed, named = landed_at(article, identity), named_by(article)
        if (
            named
            and named not in {identity, landed}
            and (known := await self._same(submission, named, identity, shelf))
        ):
            return known
        return await self._file(article, (identity, landed), shelf)

    async def _same(self, submission: Submission, known: str, identity: str, shelf: str | None) -> Briefing | None:
        """What is remembered of the article under another address, and from now on under this one, too."""
        if briefing := await self.recall(known, submission.workspace):
            await self._shelf.keep_as(self._editor.version, identity, submission.workspace, known, shelf)
        return briefing

    async def _supply(self, submission: Submission, link: Link) -> Briefing:
        """A person pasted the text of a page that could not be read whole: under its link, for that workspace only.

        What is known of the page (its title, its date) stands for what was not typed.
        """
        identity, workspace = links.identity(link), submission.workspace
        async with self._shelf.working_on(self._editor.version, identity, workspace):
            known = await self.recall(identity, workspace)
            article = await self._aside(supplied_text, submission, link, known.article if known else None)
            landed = known.identity if known else identity
            return await self._file(article, (identity, landed), workspace)

    async def _file(self, article: Article, identities: tuple[str, ...], shelf: str | None) -> Briefing:
        judge.check(article)
        dossier = await self._aside(self._editor.compile, article)
        for identity in dict.fromkeys(identities):
            await self._shelf.keep(self._editor.version, identity, shelf, dossier)
        return Briefing(identities[-1], article, dossier.digest)

    async def recall(self, identity: str, workspace: str | None) -> Briefing | None:
        """What is remembered of an article, on a workspace's own shelf or on the shared one; None: nothing any more."""
        kept = await self._shelf.recall(self._editor.version, identity, workspace)
        return Briefing(landed_at(kept[0], identity), *kept, remembered=True) if kept else None

    async def dossier(self, identity: str, workspace: str | None) -> Dossier | None:
        """All that is remembered of an article, its grammar too; None: not all any more.

        Whoever asks for it first has its sentences embedded, which takes some tenths of a second.
        """
        version = self._editor.version
        kept = await self._shelf.recall(version, identity, workspace)
        grammar = await self._shelf.grammar(version, identity, workspace)
        if not kept or not grammar:
            return None
        dossier = Dossier(*kept, *grammar)
        if dossier.vectors is None:
            dossier = await self._aside(self._editor.embed, dossier)
            await self._shelf.keep_vectors(version, identity, workspace, dossier)
        return dossier

    async def answer(self, question: Question, dossier: Dossier) -> Answer:
        """What the article says to a question.

        Raises:
            Internal: a fault of ours.
        """
        return await self._aside(self._editor.answer, question, dossier)

    async def _aside(self, work: Callable[..., T], *args: object, **named: object) -> T:
        try:
            return await asyncio.get_running_loop().run_in_executor(self._thread, partial(work, *args, **named))
        except Refusal:
            raise
        except Exception as fault:  # whatever a page brings the libraries to: its sender gets a sentence
            raise Internal("Reading this failed here: try again later, or tell whoever runs the bot.") from fault
