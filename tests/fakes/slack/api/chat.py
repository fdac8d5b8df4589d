"""The methods of ``chat.*``."""

from __future__ import annotations

from tests.fakes.slack import events, shapes
from tests.fakes.slack.api import content
from tests.fakes.slack.api.access import existing, scoped, thread, truth, visible, writable
from tests.fakes.slack.model import JSON, Ephemeral, Message, Status, Workspace
from tests.fakes.slack.refusals import demand
from tests.fakes.slack.world import World

MOST_UPDATE = 4000


def post_message(world: World, workspace: Workspace, args: JSON) -> JSON:
    """chat.postMessage."""
    if args.get("username") or args.get("icon_url") or args.get("icon_emoji"):
        scoped(workspace, "chat:write.customize")
    channel = writable(world, workspace, args["channel"])
    sent = content.read(args)
    parent, broadcast = thread(world, channel, args)
    message = say(world, workspace, channel.id, sent, parent)
    message.subtype = "thread_broadcast" if parent and broadcast else None
    message.username = args.get("username")
    message.unfurl = (_told(args, "unfurl_links"), _told(args, "unfurl_media"))
    events.posted(world, message)
    shape = shapes.message(world, message, metadata=True)
    return {"channel": channel.id, "ts": message.ts, "message": shape}


def say(world: World, workspace: Workspace, channel: str, sent: content.Content, parent: str | None) -> Message:
    """Keep a message of the bot; its reply ends the status of the thread."""
    message = Message(
        channel,
        world.now(),
        workspace.id,
        workspace.bot_user,
        sent.text or "",
        world.named(sent.blocks),
        sent.attachments or [],
        parent,
        bot_id=workspace.bot_id,
        app_id=world.app.id,
        metadata=sent.metadata,
    )
    running = [one for one in world.statuses if (one.channel, one.thread_ts) == (channel, parent)]
    if parent and running and running[-1].status:
        world.statuses.append(Status(channel, parent, "", by_slack=True))
    return world.add(message)


def update(world: World, workspace: Workspace, args: JSON) -> JSON:
    """chat.update: text without blocks takes the blocks away, and only text marks a message as edited."""
    channel = visible(world, workspace, args["channel"])
    demand(not channel.archived, "is_archived")
    message = existing(world, channel, args["ts"])
    demand(message.bot_id == workspace.bot_id, "cant_update_message")
    sent = content.read(args, MOST_UPDATE)
    before = shapes.message(world, message)
    revise(world, message, sent)
    events.changed(world, message, before)
    shape = shapes.message(world, message, metadata=True)
    return {"channel": channel.id, "ts": message.ts, "text": message.text, "message": shape}


def revise(world: World, message: Message, sent: content.Content) -> None:
    """Put new content into a message."""
    if sent.text is not None:
        message.text = sent.text
    if sent.blocks is not None or sent.text is not None:
        message.blocks = world.named(sent.blocks)
    message.attachments = message.attachments if sent.attachments is None else sent.attachments
    message.metadata = sent.metadata or message.metadata
    if not message.blocks:
        message.edited = {"user": message.user, "ts": world.now()}
    world.changed()


def delete(world: World, workspace: Workspace, args: JSON) -> JSON:
    """chat.delete."""
    channel = visible(world, workspace, args["channel"])
    message = existing(world, channel, args["ts"])
    demand(message.bot_id == workspace.bot_id, "cant_delete_message")
    events.erase(world, message)
    return {"channel": channel.id, "ts": message.ts}


def post_ephemeral(world: World, workspace: Workspace, args: JSON) -> JSON:
    """chat.postEphemeral."""
    channel = writable(world, workspace, args["channel"])
    user = world.users.get(args["user"])
    demand(user and user.team == workspace.id, "user_not_found")
    demand(args["user"] in channel.members, "user_not_in_channel")
    sent = content.read(args)
    parent, _ = thread(world, channel, args)
    ts = world.now()
    world.ephemerals.append(
        Ephemeral(channel.id, args["user"], sent.text or "", world.named(sent.blocks), parent, ts, "chat.postEphemeral")
    )
    return {"message_ts": ts}


def get_permalink(world: World, workspace: Workspace, args: JSON) -> JSON:
    """chat.getPermalink."""
    channel = visible(world, workspace, args["channel"])
    message = existing(world, channel, args["message_ts"])
    return {"channel": channel.id, "permalink": permalink(workspace, message)}


def permalink(workspace: Workspace, message: Message) -> str:
    """The address of a message."""
    address = f"https://{workspace.name.lower()}.slack.com/archives/{message.channel}/p{message.ts.replace('.', '')}"
    return f"{address}?thread_ts={message.thread_ts}&cid={message.channel}" if message.is_reply else address


def _told(args: JSON, name: str) -> bool | None:
    return truth(args[name]) if name in args else None
