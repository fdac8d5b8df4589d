"""A message to a reader, a person or a channel, who is told of something: once, whatever happens between."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from slack_sdk.errors import SlackApiError

from handlers.delivery import CLOSED
from handlers.ladder import reason
from handlers.lanes import Lanes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.model import Post
    from bot.storage.store import Store
    from handlers.delivery import Delivery
    from handlers.note import Note
    from handlers.views.message import Message

PEOPLE = ("U", "W")  # what the ids of people begin with; every other one is a conversation's


class Reaching:
    """Posts to readers. A note's ``channel`` is the reader, and its key begins with workspace and reader."""

    def __init__(self, store: Store, delivery: Delivery) -> None:
        self._delivery, self._lanes = delivery, Lanes(store)

    async def once(self, note: Note, ladder: Sequence[Message], about: str = "") -> Post | None:
        """Post the first message that Slack takes, unless an attempt that died has posted it; None: out of reach.

        Raises:
            Later: the reader's turn has not come.
        """
        if post := await self.found(note, about):
            return post
        async with self._lanes.turn(note):
            return await self._delivery.post(note, ladder, about)

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
