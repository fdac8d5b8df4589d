"""What people do with the app itself: commands, shortcuts, buttons, modals."""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING, cast

from tests.fakes.slack import forms, mrkdwn, shapes
from tests.fakes.slack.api import views
from tests.fakes.slack.kit import interactive
from tests.fakes.slack.model import JSON, Channel, Ephemeral, Message, User, View
from tests.fakes.slack.records import ResponseUrl, Trigger
from tests.fakes.slack.refusals import Refused

if TYPE_CHECKING:
    from tests.fakes.slack.deliveries import Deliveries, Delivery
    from tests.fakes.slack.responses import Responses
    from tests.fakes.slack.world import World


class Interactions:
    """Acts that reach the app as commands and interactions: never repeated, answered along with the acknowledgement."""

    world: World
    deliveries: Deliveries
    responses: Responses

    def command(self, user: User, channel: Channel, name: str, text: str = "") -> Delivery:
        """Type a slash command; it works in every conversation, whether the bot is in it or not.

        Its text comes escaped, as the manifest wants it: a channel or a person that Slack's list offers as a token, a
        link in angle brackets.
        """
        payload: JSON = {
            "token": "fake-verification-token",
            "team_id": user.team,
            "team_domain": self.world.workspaces[user.team].name.lower(),
            "channel_id": channel.id,
            "channel_name": channel.name or "directmessage",
            "user_id": user.id,
            "user_name": user.name,
            "command": name,
            "text": self._tokens(user, mrkdwn.stored(text)),
            "api_app_id": self.world.app.id,
            "is_enterprise_install": "false",
            "response_url": self.responses.new(channel.id, user.id),
            "trigger_id": self._trigger(user),
        }
        return self.deliveries.send("slash_commands", payload)

    def _tokens(self, user: User, text: str) -> str:
        """Names as Slack's list offers them; of a private channel without the bot it tells no name."""
        offered = {
            f"@{one.name}": f"<@{one.id}|{one.name}>" for one in self.world.users.values() if one.team == user.team
        }
        for one in self.world.channels.values():
            if one.name and one.team == user.team and (not one.private or user.id in one.members):
                known = not one.private or self.world.workspaces[one.team].bot_user in one.members
                offered[f"#{one.name}"] = f"<#{one.id}|{one.name if known else ''}>"
        return re.sub(r"(?<![\w<])[@#][\w-]+", lambda name: offered.get(name[0], name[0]), text)

    def shortcut(self, user: User, message: Message | None, callback_id: str) -> Delivery:
        """Use a shortcut on a message, or a global one (None)."""
        payload = self._payload("message_action" if message else "shortcut", user)
        payload |= {"callback_id": callback_id, "action_ts": self.world.now()}
        if message:
            channel = self.world.channels[message.channel]
            payload |= self._place(channel) | {
                "message_ts": message.ts,
                "message": shapes.message(self.world, message),
                "response_url": self.responses.new(channel.id, user.id),
            }
        return self.deliveries.send("interactive", payload)

    def click(
        self, user: User, where: Message | Ephemeral | View, action_id: str, value: str | None = None
    ) -> Delivery:
        """Press a button or choose an option (``value``) that is really there.

        Raises:
            LookupError: nothing of that name and value can be seen there.
        """
        content = where.content if isinstance(where, View) else {"blocks": where.blocks}
        payload = self._payload("block_actions", user, where.id if isinstance(where, View) else None)
        payload |= {"actions": [_action(content["blocks"], action_id, value) | {"action_ts": self.world.now()}]}
        return self.deliveries.send("interactive", payload | self._container(user, where))

    def _container(self, user: User, where: Message | Ephemeral | View) -> JSON:
        if isinstance(where, View):
            return {"container": {"type": "view", "view_id": where.id}, "view": self._view(where)}
        hidden = isinstance(where, Ephemeral)
        container: JSON = {"type": "message", "message_ts": where.ts, "channel_id": where.channel}
        thread = {"thread_ts": where.thread_ts} if where.thread_ts else {}
        told: JSON = self._place(self.world.channels[where.channel]) | {"state": {"values": {}}}
        told["container"] = container | thread | {"is_ephemeral": hidden}
        names = {"ephemeral_ts": where.ts} if hidden else {"message_ts": where.ts}
        told["response_url"] = self.responses.new(where.channel, user.id, **names)
        return told if isinstance(where, Ephemeral) else told | {"message": shapes.message(self.world, where)}

    def submit_view(self, user: User, view: View, values: JSON | None = None) -> Delivery:
        """Submit a modal. ``values``: action_id to what is typed, or to the input's state (``{"selected_option": …}``).

        Raises:
            LookupError: Slack's client would not submit that; see `forms.state`. Or it is another person's modal.
        """
        if view.user != user.id:
            raise LookupError(f"{user.name} sees no such modal")
        state = forms.state(view, values or {})
        view.errors, view.trouble = {}, False
        payload = self._payload("view_submission", user, view.id) | {"response_urls": []}
        return self.deliveries.send("interactive", payload | {"view": self._view(view) | {"state": {"values": state}}})

    def answered(self, delivery: Delivery) -> None:
        """What Slack does with the app's acknowledgement: show a text, close or change a modal."""
        response, payload = delivery.response, delivery.payload
        if delivery.kind == "slash_commands" and response:
            url = ResponseUrl("", payload["channel_id"], payload["user_id"], time.monotonic())
            self.responses.respond(url, response, "ack")
        elif payload.get("type") == "view_submission":
            view = self.world.views[payload["view"]["id"]]
            try:
                self._submitted(view, response or {})
            except (Refused, KeyError):
                view.trouble = True
            self.world.changed()

    def _submitted(self, view: View, response: JSON) -> None:
        action = response.get("response_action")
        workspace = self.world.workspaces[view.team]
        if not forms.understood(response):
            view.trouble = True
        elif action == "errors":
            view.errors = forms.errors(view, response) or {}
            view.trouble = not view.errors
        elif action == "update":
            views.renew(self.world, view, response["view"])
        elif action == "push":
            views.place(self.world, workspace, view.user, views.checked(response["view"], "modal"), view.root)
        elif action == "clear":
            for one in self.world.views.values():
                one.open = one.open and one.root != view.root
        else:
            view.open = False

    def _view(self, view: View) -> JSON:
        return shapes.view(view, self.world.workspaces[view.team].bot_id, self.world.app.id)

    def _trigger(self, user: User, view: str | None = None) -> str:
        name = f"{self.world.now()}.{self.world.id('T')}"
        self.world.triggers[name] = Trigger(name, user.team, user.id, time.monotonic(), view)
        return name

    def _place(self, channel: Channel) -> JSON:
        return {"channel": {"id": channel.id, "name": channel.name or "directmessage"}}

    def _payload(self, kind: str, user: User, view: str | None = None) -> JSON:
        workspace = self.world.workspaces[user.team]
        return {
            "type": kind,
            "token": "fake-verification-token",
            "team": {"id": workspace.id, "domain": workspace.name.lower()},
            "user": {"id": user.id, "username": user.name, "name": user.name, "team_id": user.team},
            "api_app_id": self.world.app.id,
            "trigger_id": self._trigger(user, view),
            "enterprise": None,
            "is_enterprise_install": False,
        }


def _action(blocks: list[JSON], action_id: str, value: str | None) -> JSON:
    for block in blocks:
        for element in interactive(block):
            if element.get("action_id") == action_id and (found := _chosen(element, value)) is not None:
                return {"type": element["type"], "action_id": action_id, "block_id": block["block_id"], **found}
    msg = f"there is nothing to click: {action_id} {value or ''}"
    raise LookupError(msg)


def _chosen(element: JSON, value: str | None) -> JSON | None:
    if element["type"] == "feedback_buttons":
        buttons = (element["positive_button"], element["negative_button"])
        return next(({"text": one["text"], "value": one["value"]} for one in buttons if one["value"] == value), None)
    if "options" in element:
        options = cast("list[JSON]", element["options"])
        return next(({"selected_option": one} for one in options if one["value"] == value), None)
    if element["type"].endswith("_select"):
        return {f"selected_{element['type'].removesuffix('s_select')}": value}
    if value is not None and element.get("value") != value:
        return None
    return {name: element[name] for name in ("text", "value", "url", "style") if name in element}
