"""The things of a workspace as Slack writes them in JSON, in answers and in events."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from tests.fakes.slack.model import JSON, Channel, Message, User, View

if TYPE_CHECKING:
    from tests.fakes.slack.world import World

_OPTIONAL = ("subtype", "bot_id", "app_id", "client_msg_id", "edited", "username")
_LISTS = ("blocks", "attachments", "files")
CHANNEL_TYPES = {"channel": "channel", "group": "group", "im": "im", "mpim": "mpim"}


def message(world: World, one: Message, *, metadata: bool = False) -> JSON:
    """A message; its metadata only on demand, its thread's figures where it has replies."""
    shape: JSON = {"type": "message", "user": one.user, "text": one.text, "ts": one.ts, "team": one.team}
    shape |= {name: getattr(one, name) for name in _OPTIONAL if getattr(one, name) is not None}
    shape |= {name: getattr(one, name) for name in _LISTS if getattr(one, name)}
    if one.bot_id:
        shape["bot_profile"] = {"id": one.bot_id, "app_id": one.app_id, "name": "Dateline", "team_id": one.team}
    if one.reactions:
        shape["reactions"] = [
            {"name": name, "users": list(users), "count": len(users)} for name, users in one.reactions.items()
        ]
    if one.hidden:
        shape["hidden"] = True
    if one.metadata and metadata:
        shape["metadata"] = one.metadata
    return shape | _thread(world, one)


def _thread(world: World, one: Message) -> JSON:
    if one.thread_ts is None:
        return {}
    if one.is_reply:
        parent = world.messages[one.channel].get(one.thread_ts)
        return {"thread_ts": one.thread_ts} | ({"parent_user_id": parent.user} if parent else {})
    replies = world.replies(one.channel, one.ts)
    users = list(dict.fromkeys(reply.user for reply in replies))
    return {
        "thread_ts": one.ts,
        "reply_count": len(replies),
        "reply_users_count": len(users),
        "reply_users": users,
        "latest_reply": replies[-1].ts if replies else "0000000000.000000",
        "is_locked": False,
        "subscribed": False,
    }


def channel(one: Channel, bot: str) -> JSON:
    """A conversation as ``conversations.info`` tells of it."""
    shape: JSON = {
        "id": one.id,
        "is_channel": one.kind == "channel",
        "is_group": one.kind == "group",
        "is_im": one.kind == "im",
        "is_mpim": one.kind == "mpim",
        "is_private": one.private,
        "is_archived": one.archived,
        "is_ext_shared": one.shared,
        "is_shared": one.shared,
        "is_org_shared": False,
        "is_pending_ext_shared": one.pending,
        "context_team_id": one.team,
    }
    if one.kind == "im":
        return shape | {"user": next((user for user in one.members if user != bot), bot)}
    return shape | {"name": one.name, "name_normalized": one.name, "is_member": bot in one.members}


def user(one: User) -> JSON:
    """A person as ``users.info`` tells of them."""
    offset = datetime.now(ZoneInfo(one.tz)).utcoffset()
    return {
        "id": one.id,
        "team_id": one.team,
        "name": one.name,
        "real_name": one.name.title(),
        "deleted": one.deleted,
        "is_bot": one.is_bot,
        "is_restricted": one.guest,
        "is_ultra_restricted": False,
        "tz": one.tz,
        "tz_label": one.tz,
        "tz_offset": int(offset.total_seconds()) if offset else 0,
        "profile": {"real_name": one.name.title(), "display_name": one.name, "team": one.team},
    }


def view(one: View, bot_id: str, app: str) -> JSON:
    """A view as Slack returns it and shows it in interactions, with defaults for what the app left out."""
    defaults: dict[str, Any] = {
        "private_metadata": "",
        "callback_id": "",
        "external_id": "",
        "state": {"values": {}},
        "title": None,
        "close": None,
        "submit": None,
        "notify_on_close": False,
        "clear_on_close": False,
    }
    return {
        **defaults,
        **one.content,
        "id": one.id,
        "team_id": one.team,
        "hash": one.hash,
        "root_view_id": one.root,
        "previous_view_id": None,
        "app_id": app,
        "bot_id": bot_id,
        "app_installed_team_id": one.team,
    }
