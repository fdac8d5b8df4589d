"""Which conversation a bot may see, and where it may write."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.fakes.slack.refusals import Refused, demand

if TYPE_CHECKING:
    from tests.fakes.slack.model import JSON, Channel, Message, Workspace
    from tests.fakes.slack.world import World

TS = re.compile(r"\d{10}\.\d{6}")


def visible(world: World, workspace: Workspace, name: object) -> Channel:
    """A conversation of this workspace that the bot may know of: public, or one it is in."""
    channel = world.channels.get(str(name))
    if channel is None or channel.team != workspace.id:
        raise Refused("channel_not_found")
    demand(not channel.private or workspace.bot_user in channel.members, "channel_not_found")
    return channel


def joined(world: World, workspace: Workspace, name: object) -> Channel:
    """A conversation that the bot is in."""
    channel = visible(world, workspace, name)
    demand(workspace.bot_user in channel.members, "not_in_channel")
    return channel


def writable(world: World, workspace: Workspace, name: object) -> Channel:
    """Where the bot may post: a conversation by id or ``#name``, or a person, which opens the direct message."""
    user = world.users.get(str(name))
    if user and user.team == workspace.id:
        demand(not user.deleted, "channel_not_found")
        return world.direct(workspace.id, user.id)
    named = [
        one.id for one in world.channels.values() if one.name and f"#{one.name}" == name and one.team == workspace.id
    ]
    channel = visible(world, workspace, named[0] if named else name)
    demand(not channel.archived, "is_archived")
    demand(workspace.bot_user in channel.members or "chat:write.public" in workspace.scopes, "not_in_channel")
    return channel


def scoped(workspace: Workspace, scope: str) -> None:
    """Refuse with ``missing_scope`` unless the token has it."""
    if scope not in workspace.scopes:
        raise Refused("missing_scope", needed=scope, provided=",".join(sorted(workspace.scopes)))


def existing(world: World, channel: Channel, ts: object, error: str = "message_not_found") -> Message:
    """A message of the channel; tombstones are not found."""
    message = world.messages[channel.id].get(str(ts))
    if message is None or message.subtype == "tombstone":
        raise Refused(error)
    return message


def thread(world: World, channel: Channel, args: JSON) -> tuple[str | None, bool]:
    """The thread that a post goes to, and whether it shows in the channel too.

    A ``thread_ts`` without a message behind it makes an ordinary message in the channel, without a word of complaint
    (slack-go/slack issue 1571); one of a reply goes to its thread and to the channel (python-slack-sdk issue 1116).
    """
    ts = args.get("thread_ts")
    if not ts:
        return None, False
    if isinstance(ts, str) and not TS.fullmatch(ts):
        raise Refused("invalid_thread_ts", f"{ts} is not a valid thread_ts")
    parent = world.messages[channel.id].get(str(ts))
    if parent is None:
        return None, False
    return (parent.thread_ts, True) if parent.is_reply else (parent.ts, truth(args.get("reply_broadcast")))


def truth(value: object) -> bool:
    """A boolean as JSON or a form gives it."""
    return value is True or str(value).lower() in {"1", "true"}
