"""What a worker does with a message that brings articles, or brought them: digests come, change and go."""

from __future__ import annotations

from typing import TYPE_CHECKING

import structlog

from bot.articles import interest
from bot.articles.paste.pasted import reads_like_article
from bot.articles.urls import links
from bot.errors import Refusal
from bot.model import Submission
from handlers import inbox
from handlers.views import notes

if TYPE_CHECKING:
    from bot.model import Link, Post
    from bot.newsdesk import Newsdesk
    from bot.storage.store import Store
    from handlers.delivery import Delivery
    from handlers.note import Note
    from handlers.publisher import Publisher

GONE = "gone"  # the edition of a deleted message; a letter, so that it comes after every time
_log = structlog.get_logger(__name__)


class Digesting:
    """A message posted, edited or deleted."""

    def __init__(self, newsdesk: Newsdesk, store: Store, delivery: Delivery, publisher: Publisher) -> None:
        self._newsdesk, self._store, self._delivery, self._publisher = newsdesk, store, delivery, publisher

    async def outdated(self, note: Note) -> bool:
        """Whether the message is gone, or the note is about an edition of it that nobody sees any more."""
        if note.want in {"withdraw", "paste", "goodbye"}:  # a pasted text finds its own way, whatever happened
            return False
        own = edition_of(note)
        latest = await self._store.latest(note.source, own)
        whole = note.want == "revise" or note.key == note.source  # not what somebody asked about the message
        return latest == GONE or (note.want in {"digest", "revise"} and whole and latest != own)

    async def digest(self, note: Note) -> set[str]:
        """Digest what the note brings; the identities of its articles, and the ``ts`` of other words of ours."""
        if note.asked and not note.links and not note.text:
            return {await self._publisher.tell(note, notes.empty_mention())} - {""}
        done = await self._store.done(note.key) if len(note.links) > 1 else {}
        for url in note.links or ("",):
            if url in done:  # before the rest was put off
                continue
            done[url] = await self._one(note, url) or ""
            if len(note.links) > 1:
                await self._store.mark_done(note.key, url, done[url])
        return set(done.values()) - {""}

    async def _one(self, note: Note, url: str) -> str | None:
        link = None
        try:
            link = links.parse(url) if url else None
            async with self._delivery.status(note):
                briefing = await self._newsdesk.digest(_submission(note, link))
                if (note.asked or interest.is_article(briefing.article)) and not await self.outdated(note):
                    await self._publisher.publish(note, briefing)
        except Refusal as refusal:
            _log.info("refused", kind=refusal.kind, key=note.key, exc_info=refusal.kind == "internal")
            if (note.asked or interest.worth_a_word(refusal, link)) and not await self.outdated(note):
                return await self._publisher.refuse(note, refusal, link, url)
            return None
        return briefing.identity

    async def revise(self, note: Note) -> None:
        """After an edit: what is new is digested, and digests of what is no longer there go."""
        before = await self._publisher.posts(note)
        if before and _is_paste(note):
            await self._reword(note, before[0])
            return
        present = await self.digest(note) if note.links or _is_paste(note) else set[str]()
        for post in before:
            if not {post.identity, post.ts} & present:
                await self._publisher.remove(note, post)

    async def _reword(self, note: Note, post: Post) -> None:
        """An edited paste: its digest is replaced where it stands, or goes with the article that was there."""
        try:
            briefing = await self._newsdesk.digest(_submission(note, None))
        except Refusal as refusal:
            _log.info("refused", kind=refusal.kind, key=note.key, exc_info=refusal.kind == "internal")
            await self._publisher.remove(note, post)
            if note.asked:
                await self._publisher.tell(note, notes.refused(refusal, None))
            return
        await self._publisher.reword(note, post, briefing)

    async def withdraw(self, note: Note) -> None:
        """After a deletion: what we said of the message goes with it."""
        for post in await self._publisher.posts(note):
            await self._publisher.remove(note, post)

    async def parent(self, note: Note) -> None:
        """A bare mention in a thread: the message above is what somebody wants to have digested."""
        above = inbox.above(note, await self._delivery.above(note))
        await (self.digest(above) if above else self._publisher.tell(note, notes.empty_mention()))


def edition_of(note: Note) -> str:
    """Which edition of its message a note knows; editions compare as text, and the first is empty."""
    if note.want == "withdraw":
        return GONE
    return note.key.removeprefix(note.source).lstrip(":") if note.want == "revise" else ""


def _is_paste(note: Note) -> bool:
    """Whether an edited message is an article itself; as at its first edition, whoever asks need not write like one."""
    long = note.asked and len(note.text.split()) >= inbox.LEAST_WORDS
    return not note.links and (long or reads_like_article(note.text))


def _submission(note: Note, link: Link | None) -> Submission:
    if link:
        return Submission(link=link, workspace=note.workspace)
    return Submission(text=note.text, published=note.sent, workspace=note.workspace)
