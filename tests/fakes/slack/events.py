"""What Slack tells the app, and what it keeps from it: only conversations where the bot is, only with the scope."""

from __future__ import annotations

from tests.fakes.slack import shapes
from tests.fakes.slack.model import JSON, Channel, Message, Workspace
from tests.fakes.slack.world import World

HISTORY = {"channel": "channels:history", "group": "groups:history", "im": "im:history", "mpim": "mpim:history"}


def tell(world: World, channel: Channel, event: JSON, scope: str) -> None:
    """Bring an event of a conversation to the app, if the bot is in it and may know."""
    workspace = world.workspaces[channel.team]
    if workspace.installed and workspace.bot_user in channel.members and scope in workspace.scopes:
        world.emit(workspace, event)


def posted(world: World, message: Message) -> None:
    """``message.channels`` and its like; and ``app_mention`` when a person names the bot outside a direct message."""
    channel = world.channels[message.channel]
    event = shapes.message(world, message, metadata=True) | {"channel": channel.id, "event_ts": message.ts}
    bot = world.workspaces[channel.team].bot_user
    mentioned = f"<@{bot}>" in message.text and message.user != bot and channel.kind != "im"
    if mentioned and message.subtype in {None, "file_share"}:
        kept = {name: value for name, value in event.items() if name != "subtype"}
        tell(world, channel, kept | {"type": "app_mention"}, "app_mentions:read")
    tell(world, channel, event | {"channel_type": channel.kind}, HISTORY[channel.kind])


def changed(world: World, message: Message, before: JSON) -> None:
    """``message_changed``: an edit, an unfurl, a tombstone; ``before`` is the message as it was."""
    event: JSON = {"subtype": "message_changed", "message": shapes.message(world, message), "previous_message": before}
    _hidden(world, world.channels[message.channel], event)


def deleted(world: World, message: Message, before: JSON) -> None:
    """``message_deleted``."""
    event: JSON = {"subtype": "message_deleted", "deleted_ts": message.ts, "previous_message": before}
    _hidden(world, world.channels[message.channel], event)


def reacted(world: World, kind: str, user: str, message: Message, emoji: str) -> None:
    """``reaction_added`` or ``reaction_removed``: it tells where the message is, not what it says."""
    item = {"type": "message", "channel": message.channel, "ts": message.ts}
    event: JSON = {"type": kind, "user": user, "reaction": emoji, "item": item, "item_user": message.user}
    tell(world, world.channels[message.channel], event | {"event_ts": world.now()}, "reactions:read")
    world.changed()


def _hidden(world: World, channel: Channel, event: JSON) -> None:
    ts = world.now()
    whole: JSON = {"type": "message", **event, "channel": channel.id, "hidden": True, "ts": ts, "event_ts": ts}
    tell(world, channel, whole | {"channel_type": channel.kind}, HISTORY[channel.kind])


def erase(world: World, message: Message) -> None:
    """Delete a message as Slack does.

    One with replies stays as a tombstone, and the app hears ``message_changed``, not ``message_deleted``
    (42wim/matterbridge issue 600, openclaw pull request 22035).
    """
    before = shapes.message(world, message)
    if message.is_reply or not world.replies(message.channel, message.ts):
        world.remove(message)
        deleted(world, message, before)
        return
    message.subtype, message.user, message.text, message.hidden = (
        "tombstone",
        "USLACKBOT",
        "This message was deleted.",
        True,
    )
    message.blocks, message.attachments, message.files, message.client_msg_id = [], [], [], None
    changed(world, message, before)
    world.changed()


def callback(world: World, workspace: Workspace, event: JSON) -> JSON:
    """The envelope of the Events API around an event."""
    channel = world.channels.get(str(event.get("channel")))
    bot: JSON = {"team_id": workspace.id, "user_id": workspace.bot_user, "is_bot": True, "enterprise_id": None}
    return {
        "token": "fake-verification-token",
        "team_id": workspace.id,
        "context_team_id": workspace.id,
        "context_enterprise_id": None,
        "api_app_id": world.app.id,
        "event": event,
        "type": "event_callback",
        "event_id": world.id("E"),
        "event_time": int(float(event.get("event_ts") or world.now())),
        "authorizations": [bot | {"is_enterprise_install": False}],
        "is_ext_shared_channel": bool(channel and channel.shared),
        "event_context": f"4-{world.id('X')}",
    }
