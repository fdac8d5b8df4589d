"""What a worker does with a `Note`: asks the newsroom, has it published, and lets nobody be told twice."""

from __future__ import annotations

import time
from collections import Counter
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

import structlog

from bot.errors import Later, StoreDown
from bot.newsdesk.answering import Answering
from handlers.asking import Asking
from handlers.digesting import Digesting, edition_of
from handlers.lanes import later_when_told
from handlers.ordering import Ordering
from handlers.pasting import Pasting
from handlers.publisher import Publisher
from handlers.roundups import Roundups
from handlers.storyboard import Storyboard
from handlers.telling import Telling
from handlers.views import notes

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.newsdesk import Newsdesk
    from bot.storage.store import Store
    from bot.storage.turns import Clock
    from handlers.delivery import Delivery
    from handlers.note import Note
    from handlers.once import Queue

TRIES = 3  # attempts at one note before it is set aside: a job that kills its worker would be delivered for ever
_log = structlog.get_logger(__name__)


class FrontDesk:
    """The use cases at Slack's side; each may be run again after a crash and then finishes what is left."""

    def __init__(
        self, newsdesk: Newsdesk, store: Store, delivery: Delivery, queue: Queue, clock: Clock = time.time
    ) -> None:
        self._store = store
        self._publisher = Publisher(store, delivery, Storyboard(newsdesk, store, delivery, queue, clock))
        self._digesting = Digesting(newsdesk, store, delivery, self._publisher)
        self._asking = Asking(Answering(newsdesk), store, delivery, self._publisher)
        telling = Telling(newsdesk, store, delivery, queue, clock)
        self._failed: Counter[str] = Counter()  # attempts that ended with an error in this process, which outlived them
        self._doing: dict[str, Callable[[Note], Awaitable[object]]] = {
            "digest": self._digesting.digest,
            "revise": self._revise,
            "withdraw": self._digesting.withdraw,
            "parent": self._digesting.parent,
            "paste": Pasting(newsdesk, delivery, self._publisher).take,
            "order": Ordering(store, delivery, self._publisher, clock).take,
            "spread": telling.spread,
            "tell": telling.tell,
            "roundup": Roundups(store, delivery, clock).send,
            "goodbye": lambda note: store.forget_workspace(note.workspace),
            "usage": lambda note: self._publisher.tell(note, notes.usage()),
            "hint": lambda note: self._publisher.tell(note, notes.empty_mention()),
            "question": self._asking.take,
        }

    async def handle(self, note: Note, retries: int = 0) -> None:
        """Do what the note wants, once; after `TRIES` attempts that killed their worker, say so and let it be.

        ``retries`` is how often the queue tried again by itself, after a failure that nobody died of.

        Raises:
            Later: its turn has not come; hand it in again then.
            StoreDown: Redis is out of reach; try again.
            SlackApiError: Slack failed in a way that passes; try again.
        """
        await self._store.latest(note.source, edition_of(note))  # at once: what is being read may be out of date by now
        async with self._store.working_on("note", note.line, note.workspace):
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

    async def _revise(self, note: Note) -> None:
        """An edited message is a question, or brings articles."""
        if await self._asking.concerns(note):
            await self._asking.again(note)
        else:
            await self._digesting.revise(note)

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
            if note.tip is None:  # else nobody waits for it
                await self._publisher.tell(note, notes.set_aside(), "set aside")
        elif note.want == "tell" or not await self._digesting.outdated(note):
            await self._doing[note.want](note)
        if note.want != "goodbye":  # after which no key of the workspace may be left
            await self._store.mark_handled(note.key)
