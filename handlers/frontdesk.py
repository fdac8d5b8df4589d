"""What a worker does with a `Note`: asks the newsroom, has it published, and lets nobody be told twice."""

from __future__ import annotations

from collections import Counter
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

import structlog

from bot.articles import interest
from bot.articles.paste.pasted import reads_like_article
from bot.articles.urls import links
from bot.errors import Later, Refusal, StoreDown
from bot.model import Submission
from handlers import inbox
from handlers.lanes import later_when_told
from handlers.pasting import Pasting
from handlers.publisher import Publisher
from handlers.views import notes

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.model import Link, Post
    from bot.newsdesk import Newsdesk
    from bot.storage.store import Store
    from handlers.delivery import Delivery
    from handlers.note import Note

TRIES = 3  # attempts at one note before it is set aside: a job that kills its worker would be delivered for ever
GONE = "gone"  # the edition of a deleted message; a letter, so that it comes after every time
_log = structlog.get_logger(__name__)


class FrontDesk:
    """The use cases at Slack's side; each may be run again after a crash and then finishes what is left."""

    def __init__(self, newsdesk: Newsdesk, store: Store, delivery: Delivery) -> None:
        self._newsdesk, self._store, self._delivery = newsdesk, store, delivery
        self._publisher = Publisher(store, delivery)
        self._failed: Counter[str] = Counter()  # attempts that ended with an error in this process, which outlived them
        self._doing: dict[str, Callable[[Note], Awaitable[object]]] = {
            "digest": self._digest,
            "revise": self._revise,
            "withdraw": self._withdraw,
            "parent": self._parent,
            "paste": Pasting(newsdesk, delivery, self._publisher).take,
            "goodbye": lambda note: store.forget_workspace(note.workspace),
            "usage": lambda note: self._publisher.tell(note, notes.usage()),
            "hint": lambda note: self._publisher.tell(note, notes.empty_mention()),
            "question": lambda note: self._publisher.tell(note, notes.questions_later()),
        }

    async def handle(self, note: Note, retries: int = 0) -> None:
        """Do what the note wants, once; after `TRIES` attempts that killed their worker, say so and let it be.

        ``retries`` is how often the queue tried again by itself, after a failure that nobody died of.

        Raises:
            Later: its turn has not come; hand it in again then.
            StoreDown: Redis is out of reach; try again.
            SlackApiError: Slack failed in a way that passes; try again.
        """
        await self._store.latest(note.source, _edition(note))  # at once: what is being read may be out of date by now
        async with self._store.working_on("note", note.source, note.workspace):
            try:
                await self._attempt(note, retries)
            except Later:
                raise
            except BaseException:
                self._failed[note.key] += 1
                raise
            self._failed.pop(note.key, None)

    async def give_up(self, note: Note) -> None:
        """Say that it did not work, after all tries of the queue, to whoever asked."""
        self._failed.pop(note.key, None)
        if note.asked:
            await self._publisher.tell(replace(note, again=True), notes.set_aside(), "set aside")
        await self._store.mark_handled(note.key)
        await self._store.leave(note.key)

    async def _attempt(self, note: Note, retries: int) -> None:
        waits = False
        try:
            async with later_when_told():
                await self._take(note, retries)
        except Later as wait:
            waits = True
            _log.info("put off", want=note.want, key=note.key, seconds=round(wait.seconds, 1))
            await self._store.excuse(note.key)
            raise
        finally:
            if not waits:
                with suppress(StoreDown):  # then it goes by itself, after a while
                    await self._store.leave(note.key)

    async def _take(self, note: Note, retries: int) -> None:
        if await self._store.handled(note.key):
            return
        started = await self._store.attempts(note.key)
        note = replace(note, again=started > 1)
        if started - 1 - max(retries, self._failed[note.key]) >= TRIES:
            _log.error("set aside", want=note.want, key=note.key)
            await self._publisher.tell(note, notes.set_aside(), "set aside")
        elif not await self._outdated(note):
            await self._doing[note.want](note)
        if note.want != "goodbye":  # after which no key of the workspace may be left
            await self._store.mark_handled(note.key)

    async def _outdated(self, note: Note) -> bool:
        """Whether the message is gone, or the note is about an edition of it that nobody sees any more."""
        if note.want in {"withdraw", "paste", "goodbye"}:  # a pasted text finds its own way, whatever happened
            return False
        own = _edition(note)
        latest = await self._store.latest(note.source, own)
        whole = note.want == "revise" or note.key == note.source  # not what somebody asked about the message
        return latest == GONE or (note.want in {"digest", "revise"} and whole and latest != own)

    async def _digest(self, note: Note) -> set[str]:
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
                if (note.asked or interest.is_article(briefing.article)) and not await self._outdated(note):
                    await self._publisher.publish(note, briefing)
        except Refusal as refusal:
            _log.info("refused", kind=refusal.kind, key=note.key, exc_info=refusal.kind == "internal")
            if (note.asked or interest.worth_a_word(refusal, link)) and not await self._outdated(note):
                return await self._publisher.refuse(note, refusal, link, url)
            return None
        return briefing.identity

    async def _revise(self, note: Note) -> None:
        """After an edit: what is new is digested, and digests of what is no longer there go."""
        before = await self._publisher.posts(note)
        if before and _is_paste(note):
            await self._reword(note, before[0])
            return
        present = await self._digest(note) if note.links or _is_paste(note) else set[str]()
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

    async def _withdraw(self, note: Note) -> None:
        for post in await self._publisher.posts(note):
            await self._publisher.remove(note, post)

    async def _parent(self, note: Note) -> None:
        """A bare mention in a thread: the message above is what somebody wants to have digested."""
        above = inbox.above(note, await self._delivery.above(note))
        await (self._digest(above) if above else self._publisher.tell(note, notes.empty_mention()))


def _edition(note: Note) -> str:
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
