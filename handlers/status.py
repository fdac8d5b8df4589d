"""The status under a thread while its digest takes long, where Slack allows one."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import structlog
from slack_sdk.errors import SlackApiError

from bot.errors import Later
from handlers.ladder import reason
from handlers.views import notes

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from handlers.clients import Clients
    from handlers.note import Note

GRACE = 3.0  # seconds to take a status away; Slack itself does so when the reply comes, and after two minutes
_log = structlog.get_logger(__name__)


class Status:
    """Says that the bot is at work, after ``after`` seconds of it. No trouble of a status is anybody's trouble."""

    def __init__(self, clients: Clients, after: float) -> None:
        self._clients, self._after = clients, after

    @asynccontextmanager
    async def working(self, note: Note) -> AsyncIterator[None]:
        """While the work within takes long, say so in the note's thread; afterwards it is gone, reply or none.

        When it is put off, whoever asked for it sees that it waits for its turn.
        """
        late, last = asyncio.Event(), ""
        later = asyncio.create_task(self._say_working(note, late))
        try:
            yield
        except Later:
            last = notes.waiting() if note.asked and note.thread else ""
            raise
        finally:
            later.cancel()
            await asyncio.gather(later, return_exceptions=True)
            if last or late.is_set():
                ending = asyncio.wait_for(self._set(note, last), GRACE)
                await asyncio.gather(ending, return_exceptions=True)

    async def _say_working(self, note: Note, late: asyncio.Event) -> None:
        if note.thread is None:
            return
        await asyncio.sleep(self._after)
        late.set()  # before the answer: a call that is broken off may have been heard
        if not await self._set(note, notes.working()):
            late.clear()

    async def _set(self, note: Note, status: str) -> bool:
        client = await self._clients.of(note.workspace)
        try:
            await client.assistant_threads_setStatus(channel_id=note.channel, thread_ts=str(note.thread), status=status)
        except SlackApiError as error:
            _log.debug("no status here", reason=reason(error))
            return False
        return True
