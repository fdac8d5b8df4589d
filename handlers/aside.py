"""Words for one person alone: through the response address of a command or shortcut, or as a direct message."""

from __future__ import annotations

from typing import TYPE_CHECKING

import structlog
from slack_sdk.webhook.async_client import AsyncWebhookClient

from handlers.clients import WaitWhenTold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from slack_sdk.web.async_client import AsyncWebClient
    from slack_sdk.web.async_slack_response import AsyncSlackResponse

    from handlers.note import Note
    from handlers.views.message import Message

_TAKEN, _BROKEN = 200, 500
_OVER = frozenset({404, 410})  # used five times, or older than 30 minutes
_log = structlog.get_logger(__name__)


async def respond(address: str, ladder: Sequence[Message], *, instead: bool = False, thread: str | None = None) -> bool:
    """Say the first message of ``ladder`` that the response address takes; tells whether it took one.

    ``instead``: in the place of the message whose button gave the address; else in a ``thread``, where there is one.

    Raises:
        ConnectionError: Slack failed in a way that passes.
    """
    client = AsyncWebhookClient(address, retry_handlers=[WaitWhenTold()])
    for message in ladder:
        said = await client.send_dict(
            {
                "text": message.text,
                "response_type": "ephemeral",
                "replace_original": instead,
                **({"blocks": list(message.blocks)} if message.blocks else {}),
                **({"thread_ts": thread} if thread else {}),
            }
        )
        if said.status_code == _TAKEN:
            return True
        if said.status_code >= _BROKEN:
            raise ConnectionError(f"a response address answers {said.status_code}")
        _log.info("response refused", status=said.status_code)
        if said.status_code in _OVER:
            break
    return False


async def direct(client: AsyncWebClient, user: str, message: Message) -> AsyncSlackResponse:
    """A direct message; Slack opens the conversation."""
    return await client.chat_postMessage(
        channel=user,
        text=message.text,
        blocks=list(message.blocks) or None,
        unfurl_links=False,
        unfurl_media=False,
    )


async def beside(client: AsyncWebClient, note: Note, message: Message) -> AsyncSlackResponse:
    """A message in the note's channel that its person alone sees; in the thread, where there is one already."""
    return await client.chat_postEphemeral(
        channel=note.channel,
        user=str(note.user),
        text=message.text,
        blocks=list(message.blocks) or None,
        thread_ts=note.thread if note.thread != note.ts else None,
    )
