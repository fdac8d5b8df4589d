"""One post after the other in a channel, in the order in which they came, also while Slack says that it must wait."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import TYPE_CHECKING
from weakref import WeakValueDictionary

from slack_sdk.errors import SlackApiError

from bot.errors import Later
from handlers.clients import told_to_wait

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from bot.storage.store import Store
    from handlers.note import Note


@asynccontextmanager
async def later_when_told() -> AsyncIterator[None]:
    """Whatever Slack puts off for longer than a moment within this is put off.

    Raises:
        Later: Slack says when.
    """
    try:
        yield
    except SlackApiError as error:
        if seconds := told_to_wait(error):
            raise Later(seconds) from None
        raise


class Lanes:
    """A lane for each channel: a lock within this process, and a line in Redis for those who were told to wait.

    A short wait is waited for at the lock. A longer one gives the job's slot back; whoever wants to post in the same
    channel meanwhile lines up behind, and other channels go on.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    @asynccontextmanager
    async def turn(self, note: Note) -> AsyncIterator[None]:
        """Post within this.

        Raises:
            Later: the channel has to wait, or others wait for it already.
        """
        lock = self._locks.setdefault(f"{note.workspace}:{note.channel}", asyncio.Lock())
        async with lock:
            if seconds := await self._store.ahead(note.key):
                raise Later(seconds)
            try:
                async with later_when_told():
                    yield
            except Later as wait:
                await self._store.hold(note.key, timedelta(seconds=wait.seconds))
                raise
