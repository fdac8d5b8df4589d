"""What an app says back to a person: through a response_url, or along with its acknowledgement."""

from __future__ import annotations

import json
import time
from dataclasses import replace
from typing import TYPE_CHECKING

from aiohttp import web

from tests.fakes.slack import events, shapes
from tests.fakes.slack.api import chat, content
from tests.fakes.slack.model import JSON, Ephemeral
from tests.fakes.slack.records import ResponseUrl
from tests.fakes.slack.refusals import Refused, demand

if TYPE_CHECKING:
    from tests.fakes.slack.world import World

MOST_USES = 5
LIFE_SECONDS = 30 * 60
_FIELDS = frozenset(
    (
        "attachments",
        "blocks",
        "delete_original",
        "metadata",
        "replace_original",
        "response_type",
        "text",
        "thread_ts",
        "unfurl_links",
        "unfurl_media",
    )
)


class Responses:
    """The response_urls of a world."""

    def __init__(self, world: World) -> None:
        self._world = world

    def new(self, channel: str, user: str, message_ts: str | None = None, ephemeral_ts: str | None = None) -> str:
        """A response_url for a person in a conversation, about a message where there is one."""
        key = self._world.id("R")
        self._world.response_urls[key] = ResponseUrl(key, channel, user, time.monotonic(), message_ts, ephemeral_ts)
        return f"{self._world.url}/response/{key}"

    async def serve(self, request: web.Request) -> web.StreamResponse:
        """One use of a response_url."""
        try:
            url = self._usable(request.match_info["key"])
            body = json.loads(await request.read())
            demand(isinstance(body, dict) and body.keys() <= _FIELDS, "invalid_payload")
            self.respond(url, body)
        except Refused as refused:
            gone = refused.error in {"expired_url", "used_url"}
            return web.json_response(refused.answer(), status=404 if gone else 400)
        except ValueError:
            return web.json_response({"ok": False, "error": "invalid_payload"}, status=400)
        return web.Response(text="ok")

    def _usable(self, key: str) -> ResponseUrl:
        url = self._world.response_urls.get(key)
        if url is None or time.monotonic() - url.born > LIFE_SECONDS:
            raise Refused("expired_url")
        demand(url.uses < MOST_USES, "used_url")
        url.uses += 1
        return url

    def respond(self, url: ResponseUrl, body: JSON, source: str = "response_url") -> None:
        """Do what the app says: a new message, or a change of the one it is about."""
        if body.get("delete_original"):
            self._delete(url)
            return
        sent = content.read(body)
        if body.get("replace_original") and self._replace(url, sent):
            return
        if body.get("response_type", "ephemeral") == "in_channel":
            workspace = self._world.workspaces[self._world.channels[url.channel].team]
            thread = body.get("thread_ts")
            parent = thread if thread in self._world.messages[url.channel] else None
            events.posted(self._world, chat.say(self._world, workspace, url.channel, sent, parent))
            return
        ts = self._world.now()
        self._world.ephemerals.append(
            Ephemeral(
                url.channel,
                url.user,
                sent.text or "",
                self._world.named(sent.blocks),
                body.get("thread_ts"),
                ts,
                source,
            )
        )
        self._world.changed()

    def _delete(self, url: ResponseUrl) -> None:
        message = self._world.messages[url.channel].get(url.message_ts or "")
        if message:
            events.erase(self._world, message)
        kept = [one for one in self._world.ephemerals if one.ts != url.ephemeral_ts]
        self._world.ephemerals[:] = kept
        self._world.changed()

    def _replace(self, url: ResponseUrl, sent: content.Content) -> bool:
        message = self._world.messages[url.channel].get(url.message_ts or "")
        if message:
            before = shapes.message(self._world, message)
            chat.revise(self._world, message, sent)
            events.changed(self._world, message, before)
            return True
        for index, one in enumerate(self._world.ephemerals):
            if one.ts == url.ephemeral_ts:
                self._world.ephemerals[index] = replace(
                    one, text=sent.text or "", blocks=self._world.named(sent.blocks)
                )
                self._world.changed()
                return True
        return False
