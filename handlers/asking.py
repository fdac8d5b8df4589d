"""What a worker does with a question: the article's answer in the thread, each in its turn."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import structlog

from bot.errors import Later, Refusal
from bot.model import Question
from bot.newsdesk.answering import Inquiry
from bot.storage.codec import Asked
from handlers import overheard
from handlers.views import answer as views
from handlers.views import notes

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.model import Post
    from bot.newsdesk.answering import Answering, Reply
    from bot.storage.store import Store
    from handlers.delivery import Delivery
    from handlers.note import Note
    from handlers.publisher import Publisher

SURE = 0.6  # the confidence from which an answer is given that nobody asked the bot for
LOOK, LOOKS = 0.05, 4  # seconds between two looks at those who asked before, and how many there are at once
_log = structlog.get_logger(__name__)


class Asking:
    """Questions to the bot, and questions to nobody else in the thread of a digest."""

    def __init__(self, answering: Answering, store: Store, delivery: Delivery, publisher: Publisher) -> None:
        self._answering, self._store, self._delivery, self._publisher = answering, store, delivery, publisher

    async def take(self, note: Note) -> None:
        """Answer in the thread; what nobody asked the bot only where it is sure.

        Nothing is looked up before its turn, since a question may lean on the one before it.

        Raises:
            Later: somebody who asked before in this thread has no answer yet.
        """
        async with self._place(note):
            if reply := await self._reply(note):
                said = note.text if note.tip else ""
                await self._publisher.say(note, views.ladder(reply.answer, reply.dossier, said), note.text)
                await self._remember(note, reply)

    async def concerns(self, note: Note) -> bool:
        """Whether an edited message is a question now, or was one that we answered."""
        if note.links or not note.text:
            return False
        before = await self._publisher.posts(note)
        return all(not post.identity for post in before) and (bool(before) or note.asked or _unasked(note))

    async def again(self, note: Note) -> None:
        """Answer an edited question anew, in the place of the answer that stands."""
        before = await self._publisher.posts(note)
        if not before:
            await self.take(note)
            return
        reply = await self._reply(note) if note.asked or _unasked(note) else None
        if reply and await self._delivery.revise(note, before[-1], views.ladder(reply.answer, reply.dossier)):
            await self._remember(note, reply)
            return
        await self._publisher.remove(note, before[-1])
        if reply:
            await self._publisher.say(note, views.ladder(reply.answer, reply.dossier), note.text)

    async def _reply(self, note: Note) -> Reply | None:
        """The answer, where there is one to be given; whoever asked the bot is told why there is none."""
        asked = await self._store.asked(note.workspace, note.channel, note.thread or "")
        digests = await self._digests(note, asked)
        if not digests:
            if note.asked:
                await self._publisher.tell(note, notes.no_article())
            return None
        before = asked[-1].identity if asked and asked[-1].latest == digests[-1].identity else ""
        named = note.tip.identity if note.tip else ""
        question = Question(note.text, note.sent, tuple(each.words for each in asked))
        try:
            async with self._delivery.status(note):
                reply = await self._answering.answer(Inquiry(note.workspace, question, digests, named, before))
        except Refusal as refusal:
            _log.info("no answer", kind=refusal.kind, key=note.key, exc_info=refusal.kind == "internal")
            if note.asked:
                await self._publisher.tell(note, notes.refused(refusal, None))
            return None
        sure = reply.answer.answerable and reply.answer.confidence >= SURE
        return reply if note.asked or sure else None

    async def _digests(self, note: Note, asked: tuple[Asked, ...]) -> tuple[Post, ...]:
        """Those of the thread; for somebody who asks the bot elsewhere, those of the channel."""
        thread = note.thread or ""
        if found := await self._store.digests(note.workspace, note.channel, thread) if thread else ():
            return found
        return await self._store.digests(note.workspace, note.channel) if note.asked or asked else ()

    async def _remember(self, note: Note, reply: Reply) -> None:
        digests = await self._digests(note, ())
        latest = digests[-1].identity if digests else reply.identity
        await self._store.keep_asked(
            note.workspace, note.channel, note.thread or "", Asked(note.text, reply.identity, latest)
        )

    @asynccontextmanager
    async def _place(self, note: Note) -> AsyncIterator[None]:
        """Within this it is the note's turn; afterwards it is that of who asked next in this thread.

        Raises:
            Later: somebody who asked before has no answer yet. Whoever waits keeps its place, and holds no job's slot.
        """
        await self._store.take_place(*note.place)
        for _ in range(LOOKS):
            if await self._store.is_next(*note.place):
                break
            await asyncio.sleep(LOOK)
        else:
            raise Later(LOOK)
        try:
            yield
        finally:
            await self._store.give_place(*note.place)


def _unasked(note: Note) -> bool:
    return note.thread != note.ts and overheard.is_question(note.text)
