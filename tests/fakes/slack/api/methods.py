"""The Web API as a table: a method, who does it, what token and scope it wants, and which arguments it needs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from tests.fakes.slack.api import app, chat, conversations, views
from tests.fakes.slack.model import JSON, Workspace
from tests.fakes.slack.world import World

Handler: TypeAlias = Callable[[World, Workspace, JSON], JSON]


@dataclass(frozen=True, slots=True)
class Method:
    """``scopes``: one of them is enough, none means any token will do. ``json``: whether a JSON body is read."""

    handler: Handler
    scopes: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    token: Literal["bot", "app"] | None = "bot"
    json: bool = False


_WRITE = ("chat:write",)
_HISTORY = ("channels:history", "groups:history", "im:history", "mpim:history")
_READ = ("channels:read", "groups:read", "im:read", "mpim:read")

METHODS: dict[str, Method] = {
    "apps.connections.open": Method(app.connections_open, token="app"),
    "auth.revoke": Method(app.auth_revoke),
    "auth.test": Method(app.auth_test),
    "oauth.v2.access": Method(app.oauth_access, token=None),
    "assistant.threads.setStatus": Method(
        views.set_status, ("assistant:write", "chat:write"), ("channel_id", "thread_ts", "status"), json=True
    ),
    "assistant.threads.setSuggestedPrompts": Method(
        views.set_prompts, ("assistant:write",), ("channel_id", "prompts"), json=True
    ),
    "bots.info": Method(conversations.bot_info, ("users:read",)),
    "chat.delete": Method(chat.delete, _WRITE, ("channel", "ts"), json=True),
    "chat.getPermalink": Method(chat.get_permalink, (), ("channel", "message_ts")),
    "chat.postEphemeral": Method(chat.post_ephemeral, _WRITE, ("channel", "user"), json=True),
    "chat.postMessage": Method(chat.post_message, _WRITE, ("channel",), json=True),
    "chat.update": Method(chat.update, _WRITE, ("channel", "ts"), json=True),
    "conversations.history": Method(conversations.history, _HISTORY, ("channel",)),
    "conversations.info": Method(conversations.info, _READ, ("channel",)),
    "conversations.members": Method(conversations.members, _READ, ("channel",)),
    "conversations.open": Method(conversations.open_direct, ("im:write", "mpim:write"), json=True),
    "conversations.replies": Method(conversations.replies, _HISTORY, ("channel", "ts")),
    "reactions.add": Method(
        conversations.add_reaction, ("reactions:write",), ("channel", "name", "timestamp"), json=True
    ),
    "users.info": Method(conversations.user_info, ("users:read",), ("user",)),
    "users.list": Method(conversations.users_list, ("users:read",)),
    "views.open": Method(views.open_view, (), ("trigger_id", "view"), json=True),
    "views.publish": Method(views.publish, (), ("user_id", "view"), json=True),
    "views.push": Method(views.push, (), ("trigger_id", "view"), json=True),
    "views.update": Method(views.update, (), ("view",), json=True),
}
