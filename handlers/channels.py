"""Whether a channel can follow what one of its people wants it to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from slack_sdk.errors import SlackApiError

from handlers.delivery import CLOSED
from handlers.ladder import reason

if TYPE_CHECKING:
    from slack_sdk.web.async_client import AsyncWebClient

Obstacle = Literal["absent", "stranger", "shared", "unseen"]
"""The bot is not in the channel; whoever asks is not; others than the workspace's people are; Slack tells nothing."""

PAGE = 1000
_SHARED = ("is_shared", "is_ext_shared", "is_org_shared", "is_pending_ext_shared")


async def obstacle(client: AsyncWebClient, channel: str, user: str, *, tells: bool) -> Obstacle | None:
    """What keeps a channel from following; None: nothing. Where it ``tells`` nothing, sharing it does no harm.

    Raises:
        SlackApiError: Slack's trouble passes.
    """
    try:
        place = (await client.conversations_info(channel=channel)).get("channel") or {}
        if not place.get("is_member"):
            return "absent"
        if tells and any(place.get(mark) for mark in _SHARED):
            return "shared"
        return None if user in await _members(client, channel) else "stranger"
    except SlackApiError as error:
        if reason(error) == "missing_scope":
            return "unseen"
        if reason(error) in CLOSED:  # a private channel that the bot is not in is none for it
            return "absent"
        raise


async def _members(client: AsyncWebClient, channel: str) -> set[str]:
    found: set[str] = set()
    async for page in await client.conversations_members(channel=channel, limit=PAGE):
        found.update(page.get("members") or ())
    return found
