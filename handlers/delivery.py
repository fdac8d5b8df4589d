"""Posting: in the thread, shorter when Slack refuses, and never twice."""

from __future__ import annotations

import re
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import structlog
from slack_sdk.errors import SlackApiError

from bot.model import Post
from handlers import aside
from handlers.ladder import climb, reason
from handlers.status import Status

if TYPE_CHECKING:
    from collections.abc import Sequence
    from contextlib import AbstractAsyncContextManager

    from slack_sdk.web.async_client import AsyncWebClient
    from slack_sdk.web.async_slack_response import AsyncSlackResponse as Said

    from handlers.clients import Clients
    from handlers.note import Note
    from handlers.views.message import Message

STATUS_AFTER = 1.5  # seconds: a quicker digest needs no word about it
EVENT = "dateline_post"
PAGE, PAGES = 15, 20  # messages and calls when looking for a post after a crash; a call may give no more
LATEST = 200  # messages of a channel, in one call, where it gives more
GONE = frozenset(
    {"message_not_found", "thread_not_found", "cant_delete_message", "cant_update_message", "edit_window_closed"}
)
CLOSED = frozenset(
    {
        "access_denied",
        "account_inactive",
        "cannot_dm_bot",
        "cannot_reply_to_message",
        "channel_not_found",
        "ekm_access_denied",
        "is_archived",
        "message_limit_exceeded",
        "messages_tab_disabled",
        "missing_scope",
        "no_permission",
        "not_in_channel",
        "restricted_action",
        "restricted_action_non_threadable_channel",
        "restricted_action_read_only_channel",
        "restricted_action_thread_locked",
        "restricted_action_thread_only_channel",
        "team_access_not_granted",
        "token_revoked",
        "user_disabled",
        "user_not_found",
    }
)
_TS = re.compile(r"\d{10}\.\d{6}")
_log = structlog.get_logger(__name__)


class Delivery:
    """Posts for the front desk. Whatever Slack refuses is made smaller first, then said to the asking person alone."""

    def __init__(self, clients: Clients, status_after: float = STATUS_AFTER) -> None:
        self._clients, self._status = clients, Status(clients, status_after)

    @property
    def clients(self) -> Clients:
        """Who asks Slack what is not to be posted."""
        return self._clients

    async def post(self, note: Note, ladder: Sequence[Message], about: str) -> Post | None:
        """Post the first message of ``ladder`` that Slack takes where the note wants its reply.

        ``about`` tells the posts of one note apart. None when the channel is closed to the bot: then the person who
        asked got it alone, where there was a way.
        """
        try:
            said = await self.send(note, ladder, about)
        except SlackApiError as error:
            if reason(error) not in CLOSED:
                raise
            _log.info("channel closed", channel=note.channel, reason=reason(error))
            await self.whisper(note, ladder)
            return None
        post = Post(note.channel, str(said["ts"]), note.thread, "", "")
        if note.thread and (said.get("message") or {}).get("thread_ts") != note.thread:
            await self.withdraw(note, post)  # without its parent, Slack puts a reply into the channel itself
            return None
        return post

    async def send(self, note: Note, ladder: Sequence[Message], about: str = "") -> Said:
        """The same without a way out: what Slack answers, or its refusal of the last one."""
        client = await self._clients.of(note.workspace)
        return await climb(ladder, lambda message: _say(client, note, message, about))

    async def posted_before(self, note: Note, about: str) -> Post | None:
        """Our own post, made by an attempt that died before it could write that down."""
        mark = _mark(note, about)
        moment = _TS.fullmatch(note.key.rpartition(":")[2])  # when somebody wanted it: ours can't be older
        since = {"oldest": moment[0]} if moment else {}
        for said in await self._read(note, PAGES, limit=PAGE, include_all_metadata=True, **since):
            if (said.get("metadata") or {}).get("event_payload", {}).get("mark") == mark:
                return Post(note.channel, said["ts"], note.thread, "", "")
        return None

    async def above(self, note: Note) -> dict[str, Any] | None:
        """The message that heads the note's thread; None where Slack does not let us read it."""
        return next(iter(await self._read(note, 1, limit=1)), None) if note.thread else None

    async def whisper(self, note: Note, ladder: Sequence[Message]) -> None:
        """Say it to the person who asked, alone: through a command's response address, else as a direct message."""
        if note.ephemeral and await aside.respond(note.ephemeral, ladder):
            return
        if note.asked and note.user:
            client = await self._clients.of(note.workspace)
            try:
                await climb(ladder, lambda message: aside.direct(client, str(note.user), message))
            except SlackApiError as error:
                if reason(error) not in CLOSED:
                    raise
                _log.info("nowhere to say it", user=note.user, reason=reason(error))

    async def revise(self, note: Note, post: Post, ladder: Sequence[Message]) -> bool:
        """Put another text in the place of a post of ours; tells whether it still stood there."""
        client = await self._clients.of(note.workspace)
        try:
            await climb(ladder, lambda message: _put(client, post, message))
        except SlackApiError as error:
            if reason(error) not in CLOSED | GONE:
                raise
            return False
        return True

    async def withdraw(self, note: Note, post: Post) -> None:
        """Delete a post of ours; one that is gone already is fine."""
        client = await self._clients.of(note.workspace)
        try:
            await client.chat_delete(channel=post.channel, ts=post.ts)
        except SlackApiError as error:
            if reason(error) not in CLOSED | GONE:
                raise

    async def permalink(self, note: Note, post: Post) -> str:
        """A link to a post of ours; empty when Slack has none."""
        client = await self._clients.of(note.workspace)
        try:
            found = await client.chat_getPermalink(channel=post.channel, message_ts=post.ts)
        except SlackApiError:
            return ""
        return str(found.get("permalink") or "")

    def status(self, note: Note) -> AbstractAsyncContextManager[None]:
        """While the work within takes long, say so in the thread."""
        return self._status.working(note)

    async def _read(self, note: Note, pages: int, **wanted: Any) -> list[dict[str, Any]]:  # noqa: ANN401  Slack's own
        """The note's thread, oldest first; without one, the latest of the channel."""
        client = await self._clients.of(note.workspace)
        found: list[dict[str, Any]] = []
        try:
            if note.thread is None:
                wanted["limit"] = LATEST
                return list((await client.conversations_history(channel=note.channel, **wanted)).get("messages") or ())
            async for page in await client.conversations_replies(channel=note.channel, ts=note.thread, **wanted):
                found += page.get("messages") or ()
                pages -= 1
                if not pages:
                    break
        except SlackApiError as error:
            if reason(error) not in CLOSED | GONE:
                raise
            _log.info("not readable", channel=note.channel, reason=reason(error))
        return found


async def _say(client: AsyncWebClient, note: Note, message: Message, about: str) -> Said:
    extra: dict[str, Any] = {"thread_ts": note.thread} if note.thread else {}
    return await client.chat_postMessage(
        channel=note.channel,
        text=message.text,
        blocks=list(message.blocks) or None,
        unfurl_links=False,
        unfurl_media=False,
        metadata={"event_type": EVENT, "event_payload": {"mark": _mark(note, about)}},
        **extra,
    )


async def _put(client: AsyncWebClient, post: Post, message: Message) -> Said:
    return await client.chat_update(channel=post.channel, ts=post.ts, text=message.text, blocks=list(message.blocks))


def _mark(note: Note, about: str) -> str:
    """What a post is recognised by after a crash; it tells nothing about the article."""
    return sha256(f"{note.key}\x00{about}".encode()).hexdigest()[:16]
