"""Whether a channel can follow what one of its people wants it to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from slack_sdk.errors import SlackApiError

from handlers.delivery import CLOSED
from handlers.ladder import reason

if TYPE_CHECKING:
    from slack_sdk.web.async_client import AsyncWebClient

    from handlers.views.obstacles import Obstacle

PEOPLE = ("U", "W")  # what the ids of people begin with
PAGE = 1000
_SHARED = ("is_shared", "is_ext_shared", "is_org_shared", "is_pending_ext_shared")


async def obstacle(client: AsyncWebClient, reader: str, user: str, *, tells: bool) -> Obstacle | None:
    """What keeps a reader from following what a person wants; None: nothing. People decide for themselves.

    Where it ``tells`` nothing, it does no harm that a channel is shared.

    Raises:
        SlackApiError: Slack's trouble passes.
    """
    if reader == user:
        return None
    if reader.startswith("#"):
        return "nameless"
    return "else" if reader.startswith(PEOPLE) else await _of_channel(client, reader, user, tells=tells)


async def _of_channel(client: AsyncWebClient, channel: str, user: str, *, tells: bool) -> Obstacle | None:
    try:
        place = (await client.conversations_info(channel=channel)).get("channel") or {}
        if place.get("is_archived"):
            return "archived"
        if not place.get("is_member"):
            return "absent"
        if tells and any(place.get(mark) for mark in _SHARED):
            return "shared"
        return None if await _member(client, channel, user) else "stranger"
    except SlackApiError as error:
        if reason(error) == "missing_scope":
            return "unseen"
        if reason(error) in CLOSED:  # a private channel that the bot is not in is none for it
            return "absent"
        raise


async def _member(client: AsyncWebClient, channel: str, user: str) -> bool:
    async for page in await client.conversations_members(channel=channel, limit=PAGE):
        if user in (page.get("members") or ()):
            return True
    return False
