"""Posting: in the thread, in the channel's order, shorter when Slack refuses, and never twice."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from hashlib import sha256
from typing import TYPE_CHECKING, Any
from weakref import WeakValueDictionary

import structlog
from slack_sdk.errors import SlackApiError
from slack_sdk.webhook.async_client import AsyncWebhookClient

from bot.model import Post
from handlers.views import notes

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence

    from slack_sdk.web.async_client import AsyncWebClient
    from slack_sdk.web.async_slack_response import AsyncSlackResponse as Said

    from handlers.clients import Clients
    from handlers.note import Note
    from handlers.views.message import Message

STATUS_AFTER = 1.5  # seconds: a quicker digest needs no word about it
EVENT = "dateline_post"
RECENT = 15  # replies looked at after a crash, all that conversations.replies may give
_UNFIT = frozenset({"invalid_blocks", "invalid_blocks_format", "msg_too_long", "msg_blocks_too_long", "no_text"})
_CLOSED = frozenset(
    {
        "not_in_channel",
        "channel_not_found",
        "is_archived",
        "missing_scope",
        "restricted_action",
        "restricted_action_read_only_channel",
        "restricted_action_thread_locked",
        "cannot_reply_to_message",
        "user_not_found",
    }
)
_log = structlog.get_logger(__name__)


class Delivery:
    """Posts for the front desk. Whatever Slack refuses is made smaller first, then said to the asking person alone."""

    def __init__(self, clients: Clients, status_after: float = STATUS_AFTER) -> None:
        self._clients, self._status_after = clients, status_after
        self._lanes: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    async def post(self, note: Note, ladder: Sequence[Message], identity: str = "", headline: str = "") -> Post | None:
        """Post the first message of ``ladder`` that Slack takes where the note wants its reply.

        None when the channel is closed to the bot: then the person who asked got it alone, where there was a way.
        """
        client = await self._clients.of(note.workspace)
        async with self._lane(note):
            try:
                said = await self._first_fit(client, note, ladder, identity)
            except SlackApiError as error:
                if error.response.get("error") not in _CLOSED:
                    raise
                _log.info("channel closed", channel=note.channel, reason=error.response.get("error"))
                await self.whisper(note, ladder[0])
                return None
        post = Post(note.channel, str(said["ts"]), note.thread, identity, headline)
        if note.thread and (said.get("message") or {}).get("thread_ts") != note.thread:
            await self.withdraw(note, post)  # without its parent, Slack puts a reply into the channel itself
            return None
        return post

    async def posted_before(self, note: Note, identity: str, headline: str) -> Post | None:
        """Our own post in the thread, made by an attempt that died before it could write that down."""
        mark = _mark(note, identity)
        for reply in await self._replies(note, oldest=note.ts, limit=RECENT, include_all_metadata=True):
            if (reply.get("metadata") or {}).get("event_payload", {}).get("mark") == mark:
                return Post(note.channel, reply["ts"], note.thread, identity, headline)
        return None

    async def above(self, note: Note) -> dict[str, Any] | None:
        """The message that heads the note's thread; None where Slack does not let us read it."""
        return next(iter(await self._replies(note, limit=1)), None)

    async def _replies(self, note: Note, **wanted: Any) -> list[dict[str, Any]]:  # noqa: ANN401  Slack's arguments
        if note.thread is None:
            return []
        client = await self._clients.of(note.workspace)
        try:
            page = await client.conversations_replies(channel=note.channel, ts=note.thread, **wanted)
        except SlackApiError as error:
            _log.info("thread not readable", channel=note.channel, reason=error.response.get("error"))
            return []
        return list(page.get("messages") or ())

    async def whisper(self, note: Note, message: Message) -> None:
        """Say it to the person who asked, alone, through the response address of a command or shortcut."""
        if note.ephemeral:
            await AsyncWebhookClient(note.ephemeral).send(
                text=message.text,
                blocks=list(message.blocks) or None,
                response_type="ephemeral",
                replace_original=False,
            )

    async def revise(self, note: Note, post: Post, message: Message) -> None:
        """Put another text in the place of a post of ours."""
        client = await self._clients.of(note.workspace)
        await client.chat_update(channel=post.channel, ts=post.ts, text=message.text, blocks=list(message.blocks))

    async def withdraw(self, note: Note, post: Post) -> None:
        """Delete a post of ours; one that is gone already is fine."""
        client = await self._clients.of(note.workspace)
        try:
            await client.chat_delete(channel=post.channel, ts=post.ts)
        except SlackApiError as error:
            if error.response.get("error") not in _CLOSED | {"message_not_found", "cant_delete_message"}:
                raise

    async def permalink(self, note: Note, post: Post) -> str:
        """A link to a post of ours; empty when Slack has none."""
        client = await self._clients.of(note.workspace)
        try:
            found = await client.chat_getPermalink(channel=post.channel, message_ts=post.ts)
        except SlackApiError:
            return ""
        return str(found.get("permalink") or "")

    @asynccontextmanager
    async def status(self, note: Note) -> AsyncIterator[None]:
        """While the work within takes long, say so in the thread; Slack clears it when the reply comes."""
        later = asyncio.create_task(self._say_working(note))
        try:
            yield
        finally:
            later.cancel()
            await asyncio.gather(later, return_exceptions=True)

    async def _say_working(self, note: Note) -> None:
        await asyncio.sleep(self._status_after)
        if note.thread is None:
            return
        client = await self._clients.of(note.workspace)
        try:
            await client.assistant_threads_setStatus(
                channel_id=note.channel, thread_ts=note.thread, status=notes.working()
            )
        except SlackApiError as error:
            _log.debug("no status here", reason=error.response.get("error"))

    async def _first_fit(self, client: AsyncWebClient, note: Note, ladder: Sequence[Message], identity: str) -> Said:
        for smaller, message in enumerate(ladder, start=1):
            try:
                return await _say(client, note, message, _mark(note, identity))
            except SlackApiError as error:
                if error.response.get("error") not in _UNFIT or smaller == len(ladder):
                    raise
                _log.warning("message refused", reason=error.response.get("error"), detail=error.response.get("errors"))
        raise AssertionError("an empty ladder")

    def _lane(self, note: Note) -> asyncio.Lock:
        return self._lanes.setdefault(f"{note.workspace}:{note.channel}", asyncio.Lock())


async def _say(client: AsyncWebClient, note: Note, message: Message, mark: str) -> Said:
    extra: dict[str, Any] = {"thread_ts": note.thread} if note.thread else {}
    return await client.chat_postMessage(
        channel=note.channel,
        text=message.text,
        blocks=list(message.blocks) or None,
        unfurl_links=False,
        unfurl_media=False,
        metadata={"event_type": EVENT, "event_payload": {"mark": mark}},
        **extra,
    )


def _mark(note: Note, identity: str) -> str:
    """What a post is recognised by after a crash; it tells nothing about the article."""
    return sha256(f"{note.key}\x00{identity}".encode()).hexdigest()[:16]
