"""A message to a reader, a person or a channel, who is told of something: once, whatever happens between."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import structlog
from slack_sdk.errors import SlackApiError

from bot.errors import Later
from bot.model import Post
from handlers.clients import told_to_wait
from handlers.delivery import CLOSED
from handlers.ladder import reason
from handlers.lanes import Lanes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.storage.store import Store
    from handlers.delivery import Delivery
    from handlers.note import Note
    from handlers.views.message import Message

LOST = frozenset({"is_archived", "user_disabled", "user_not_found"})  # readers; a token's troubles are no reader's
PEOPLE = ("U", "W")  # what the ids of people begin with; every other one is a conversation's

_log = structlog.get_logger(__name__)


class Reaching:
    """Posts to readers. A note's ``channel`` is the reader, and its key begins with workspace and reader."""

    def __init__(self, store: Store, delivery: Delivery) -> None:
        self._store, self._delivery, self._lanes = store, delivery, Lanes(store)

    async def once(self, note: Note, ladder: Sequence[Message], about: str = "") -> Post | None:
        """Post the first message that Slack takes, unless an attempt that died has posted it; None: out of reach.

        A reader that is gone for good follows nothing any more.

        Raises:
            Later: the reader's turn has not come: one after the other, no faster than Slack allows.
        """
        if post := await self.found(note, about):
            return post
        if seconds := await self._store.mail_turn(note.workspace, note.channel, note.key):
            raise Later(seconds)
        try:
            async with self._lanes.turn(note):
                return await self._post(note, ladder, about)
        except SlackApiError as error:
            if reason(error) not in CLOSED:
                raise
            _log.info("reader out of reach", reader=note.channel, reason=reason(error))
            if await self._lost(note, error):
                await self._store.unfollow_all(note.workspace, note.channel)
            return None

    async def _post(self, note: Note, ladder: Sequence[Message], about: str) -> Post:
        """Post it; where Slack says to wait, nobody else of the workspace is sent anything meanwhile."""
        try:
            said = await self._delivery.send(note, ladder, about)
        except SlackApiError as error:
            if seconds := told_to_wait(error):
                await self._store.hold_mail(note.workspace, note.key, seconds)
            raise
        return Post(str(said.get("channel") or note.channel), str(said["ts"]), None, "", "")

    async def _lost(self, note: Note, refused: SlackApiError) -> bool:
        """Whether the reader is gone for good; of a person, a post says only that there is no such channel."""
        if reason(refused) != "channel_not_found" or not note.channel.startswith(PEOPLE):
            return reason(refused) in LOST
        client = await self._delivery.clients.of(note.workspace)
        try:
            await client.conversations_open(users=note.channel)
        except SlackApiError as error:
            return reason(error) in LOST
        return False

    async def found(self, note: Note, about: str = "") -> Post | None:
        """What an attempt that died has posted already."""
        if not note.again or (place := await self._place(note)) is None:
            return None
        return await self._delivery.posted_before(replace(note, channel=place), about)

    async def _place(self, note: Note) -> str | None:
        """The conversation with the reader: a post opens a person's by itself, but it can't be read by their id."""
        if not note.channel.startswith(PEOPLE):
            return note.channel
        client = await self._delivery.clients.of(note.workspace)
        try:
            opened = await client.conversations_open(users=note.channel)
        except SlackApiError as error:
            if reason(error) not in CLOSED:
                raise
            return None
        return str((opened.get("channel") or {}).get("id") or "") or None
