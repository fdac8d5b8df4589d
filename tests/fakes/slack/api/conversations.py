"""The methods of ``conversations.*``, ``users.*``, ``bots.*`` and ``reactions.*``."""

from __future__ import annotations

import base64
import binascii
import re
from typing import TypeVar

from tests.fakes.slack import events, shapes
from tests.fakes.slack.api.access import existing, joined, scoped, truth, visible
from tests.fakes.slack.model import JSON, Channel, Message, Workspace
from tests.fakes.slack.refusals import Refused, demand
from tests.fakes.slack.world import World

READ = {"channel": "channels:read", "group": "groups:read", "im": "im:read", "mpim": "mpim:read"}
MOST_ITEMS = 1000
T = TypeVar("T")


def info(world: World, workspace: Workspace, args: JSON) -> JSON:
    """conversations.info."""
    channel = visible(world, workspace, args["channel"])
    scoped(workspace, READ[channel.kind])
    shape = shapes.channel(channel, workspace.bot_user)
    if truth(args.get("include_num_members")):
        shape["num_members"] = len(channel.members)
    return {"channel": shape}


def members(world: World, workspace: Workspace, args: JSON) -> JSON:
    """conversations.members."""
    channel = visible(world, workspace, args["channel"])
    scoped(workspace, READ[channel.kind])
    people, more = _page(sorted(channel.members), args, 100)
    return {"members": people, **more}


def open_direct(world: World, workspace: Workspace, args: JSON) -> JSON:
    """conversations.open: a direct message with one person, or an existing conversation again."""
    if args.get("channel"):
        channel = visible(world, workspace, args["channel"])
    else:
        people = [name for name in str(args.get("users") or "").split(",") if name]
        demand(people, "users_list_not_supplied")
        known = all((user := world.users.get(name)) and user.team == workspace.id for name in people)
        demand(known, "user_not_found")
        demand(not any(world.users[name].deleted for name in people), "user_disabled")
        channel = _open(world, workspace, people)
    return {"channel": shapes.channel(channel, workspace.bot_user) if args.get("return_im") else {"id": channel.id}}


def _open(world: World, workspace: Workspace, people: list[str]) -> Channel:
    if len(people) == 1:
        return world.direct(workspace.id, people[0])
    scoped(workspace, "mpim:write")
    return world.open_channel(workspace.id, "mpdm", "mpim", {*people, workspace.bot_user})


def history(world: World, workspace: Workspace, args: JSON) -> JSON:
    """conversations.history: what stands in the channel itself, newest first."""
    channel = joined(world, workspace, args["channel"])
    scoped(workspace, events.HISTORY[channel.kind])
    found = [
        one
        for one in reversed(_within(list(world.messages[channel.id].values()), args))
        if not one.is_reply or one.subtype == "thread_broadcast"
    ]
    return _listed(world, found, args)


def replies(world: World, workspace: Workspace, args: JSON) -> JSON:
    """conversations.replies: the parent, then its replies, oldest first."""
    channel = joined(world, workspace, args["channel"])
    scoped(workspace, events.HISTORY[channel.kind])
    first = world.messages[channel.id].get(str(args["ts"]))
    if first is None:
        raise Refused("thread_not_found")
    return _listed(world, [first, *_within(world.replies(channel.id, first.ts), args)], args)


def _within(messages: list[Message], args: JSON) -> list[Message]:
    oldest, latest = str(args.get("oldest") or "0"), str(args.get("latest") or "9999999999.000000")
    edges = {oldest, latest} if truth(args.get("inclusive")) else set()
    return [one for one in messages if oldest < one.ts < latest or one.ts in edges]


def _listed(world: World, messages: list[Message], args: JSON) -> JSON:
    kept, more = _page(messages, args, 100)
    metadata = truth(args.get("include_all_metadata"))
    listed = [shapes.message(world, one, metadata=metadata) for one in kept]
    return {"messages": listed, "has_more": bool(more), **more}


def _page(items: list[T], args: JSON, default: int) -> tuple[list[T], JSON]:
    limit = int(args.get("limit") or default)
    demand(0 < limit <= MOST_ITEMS, "invalid_limit")
    try:
        start = int(base64.b64decode(args["cursor"]).decode().removeprefix("next:")) if args.get("cursor") else 0
    except (ValueError, binascii.Error):
        raise Refused("invalid_cursor") from None
    end = start + limit
    if end >= len(items):
        return items[start:], {}
    return items[start:end], {"response_metadata": {"next_cursor": base64.b64encode(f"next:{end}".encode()).decode()}}


def user_info(world: World, workspace: Workspace, args: JSON) -> JSON:
    """users.info."""
    user = world.users.get(args["user"])
    if user is None or user.team != workspace.id:
        raise Refused("user_not_found")
    return {"user": shapes.user(user)}


def users_list(world: World, workspace: Workspace, args: JSON) -> JSON:
    """users.list."""
    people, more = _page([one for one in world.users.values() if one.team == workspace.id], args, 100)
    return {"members": [shapes.user(one) for one in people], **more}


def bot_info(world: World, workspace: Workspace, args: JSON) -> JSON:
    """bots.info."""
    demand(args.get("bot", workspace.bot_id) == workspace.bot_id, "bot_not_found")
    bot: JSON = {"id": workspace.bot_id, "deleted": False, "name": "Dateline", "updated": 0, "app_id": world.app.id}
    return {"bot": bot | {"user_id": workspace.bot_user, "icons": {}}}


def add_reaction(world: World, workspace: Workspace, args: JSON) -> JSON:
    """reactions.add."""
    demand(re.fullmatch(r"[a-z0-9_+'-]+(::skin-tone-[2-6])?", args["name"]), "invalid_name")
    channel = joined(world, workspace, args["channel"])
    message = existing(world, channel, args["timestamp"])
    users = message.reactions.setdefault(args["name"], [])
    demand(workspace.bot_user not in users, "already_reacted")
    users.append(workspace.bot_user)
    events.reacted(world, "reaction_added", workspace.bot_user, message, args["name"])
    return {}
