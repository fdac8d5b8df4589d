"""What people do in Slack with messages: say, edit, delete, react, invite."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from tests.fakes.slack import events, mrkdwn, shapes
from tests.fakes.slack.deliveries import Delivery
from tests.fakes.slack.model import JSON, Channel, Message, User

if TYPE_CHECKING:
    from tests.fakes.slack.deliveries import Deliveries
    from tests.fakes.slack.world import World


class People:
    """Acts of people. Each changes the world and, where Slack would, sends the app its event."""

    world: World
    deliveries: Deliveries

    def say(
        self,
        user: User,
        channel: Channel,
        text: str,
        thread_ts: str | None = None,
        files: tuple[JSON, ...] = (),
    ) -> Message:
        """Post as a person types: links become ``<https://…>``, ``&<>`` are escaped; a reply with ``thread_ts``."""
        self._enter(user, channel)
        message = Message(
            channel.id,
            self.world.now(),
            channel.team,
            user.id,
            mrkdwn.stored(text),
            [mrkdwn.rich_text(text, self._block_id())] if text else [],
            thread_ts=thread_ts,
            subtype="file_share" if files else None,
            files=list(files),
            client_msg_id=self._uuid(),
        )
        events.posted(self.world, self.world.add(message))
        return message

    def edit(self, message: Message, text: str) -> Message:
        """Change one's own message."""
        before = shapes.message(self.world, message)
        message.text, message.blocks = mrkdwn.stored(text), [mrkdwn.rich_text(text, self._block_id())]
        message.edited = {"user": message.user, "ts": self.world.now()}
        return self._changed(message, before)

    def unfurl(
        self, message: Message, url: str, title: str = "A page", text: str = "What the page says of itself."
    ) -> Message:
        """What Slack itself does a moment after a link was posted: it adds the preview, and the message has changed."""
        before = shapes.message(self.world, message)
        preview: JSON = {"from_url": url, "original_url": url, "title": title, "title_link": url, "text": text, "id": 1}
        message.attachments = [preview | {"fallback": title, "service_name": "example"}]
        return self._changed(message, before)

    def _changed(self, message: Message, before: JSON) -> Message:
        events.changed(self.world, message, before)
        self.world.changed()
        return message

    def delete(self, message: Message) -> None:
        """Delete a message; one with replies becomes a tombstone, and the event is ``message_changed``."""
        events.erase(self.world, message)

    def react(self, user: User, message: Message, emoji: str) -> None:
        """Add an emoji, by its name without colons."""
        message.reactions.setdefault(emoji, []).append(user.id)
        events.reacted(self.world, "reaction_added", user.id, message, emoji)

    def unreact(self, user: User, message: Message, emoji: str) -> None:
        """Take an emoji back."""
        message.reactions[emoji].remove(user.id)
        events.reacted(self.world, "reaction_removed", user.id, message, emoji)

    def invite(self, user: User, channel: Channel, invited: User | None = None) -> None:
        """Bring the bot (or another person) into a conversation."""
        newcomer = invited.id if invited else self.world.workspaces[channel.team].bot_user
        channel.members.add(newcomer)
        event: JSON = {"type": "member_joined_channel", "user": newcomer, "channel": channel.id, "team": channel.team}
        event |= {"channel_type": "G" if channel.private else "C", "inviter": user.id, "event_ts": self.world.now()}
        events.tell(self.world, channel, event, "groups:read" if channel.private else "channels:read")
        joined = Message(channel.id, self.world.now(), channel.team, newcomer, f"<@{newcomer}> has joined the channel")
        joined.subtype = "channel_join"
        events.posted(self.world, self.world.add(joined))

    def other_bot_post(
        self, channel: Channel, text: str, thread_ts: str | None = None, blocks: tuple[JSON, ...] = ()
    ) -> Message:
        """A post of another integration, ``bot_message``."""
        message = Message(channel.id, self.world.now(), channel.team, "", mrkdwn.stored(text), list(blocks))
        message.bot_id, message.subtype, message.username = "B0OTHERBOT1", "bot_message", "feeds"
        message.thread_ts = thread_ts
        events.posted(self.world, self.world.add(message))
        return message

    def open_home(self, user: User, tab: str = "home") -> None:
        """Open the app's page: its ``home`` tab or its ``messages``."""
        workspace = self.world.workspaces[user.team]
        channel = self.world.direct(user.team, user.id)
        event: JSON = {"type": "app_home_opened", "user": user.id, "channel": channel.id, "tab": tab}
        home = self.world.homes.get(user.id)
        if home and tab == "home":
            event["view"] = shapes.view(home, workspace.bot_id, self.world.app.id)
        self.world.emit(workspace, event | {"event_ts": self.world.now()})

    def uninstall(self, team: str) -> None:
        """Remove the app from a workspace: its token is dead, and the app hears of it."""
        workspace = self.world.workspaces[team]
        workspace.installed = False
        revoked: JSON = {"type": "tokens_revoked", "tokens": {"oauth": [], "bot": [workspace.bot_user]}}
        for event in (revoked, {"type": "app_uninstalled"}):
            self.world.emit(workspace, event | {"event_ts": self.world.now()})

    def redeliver(self, event: Message | Delivery, times: int = 1) -> list[Delivery]:
        """Bring the same event again, so many times at once: same payload, same event_id.

        Of a message with two events, a mention, it is the mention; hand in the one of `events` that you mean.
        """
        if isinstance(event, Message):
            event = next(one for one in self.deliveries.all if one.event.get("ts") == event.ts)
        return [self.deliveries.send(event.kind, event.payload) for _ in range(times)]

    def _enter(self, user: User, channel: Channel) -> None:
        if user.id not in channel.members and channel.private:
            msg = f"{user.name} is not in this private conversation"
            raise ValueError(msg)
        if channel.archived or user.team != channel.team:
            msg = f"{user.name} cannot post there"
            raise ValueError(msg)
        channel.members.add(user.id)

    def _block_id(self) -> str:
        return self.world.id("b")[-5:]

    def _uuid(self) -> str:
        return str(uuid.UUID(int=self.world.random.getrandbits(128), version=4))
