"""Socket Mode: hello, envelopes and their acknowledgements, disconnects; each envelope goes to one of the sockets."""

from __future__ import annotations

import asyncio
import json
import uuid
from typing import TYPE_CHECKING

from aiohttp import WSMsgType, web

from tests.fakes.slack.deliveries import Delivery, Outcome
from tests.fakes.slack.model import JSON

if TYPE_CHECKING:
    from tests.fakes.slack.world import World


class Sockets:
    """The open connections of the app. ``patience`` is how long Slack waits for an acknowledgement, in seconds."""

    def __init__(self, world: World, patience: float) -> None:
        self.acks: list[JSON] = []
        self.open: list[web.WebSocketResponse] = []
        self._world = world
        self._patience = patience
        self._waiting: dict[str, asyncio.Future[JSON | None]] = {}

    async def serve(self, request: web.Request) -> web.StreamResponse:
        """One connection, from hello to its end; a ticket opens one connection."""
        if self._world.codes.pop(request.query.get("ticket", ""), None) != ("socket", None):
            return web.Response(status=403)
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        self.open.append(socket)
        await socket.send_json(self._hello())
        self._world.changed()
        try:
            async for message in socket:
                if message.type is WSMsgType.TEXT:
                    self._acknowledged(json.loads(message.data))
        finally:
            self._forget(socket)
        return socket

    def _hello(self) -> JSON:
        debug: JSON = {"host": "applink-1", "build_number": 1, "approximate_connection_time": 18060}
        info = {"app_id": self._world.app.id}
        return {"type": "hello", "num_connections": len(self.open), "debug_info": debug, "connection_info": info}

    def _acknowledged(self, ack: JSON) -> None:
        self.acks.append(ack)
        waiting = self._waiting.pop(str(ack.get("envelope_id")), None)
        if waiting and not waiting.done():
            waiting.set_result(ack.get("payload"))
        self._world.changed()

    def _forget(self, socket: web.WebSocketResponse) -> None:
        if socket in self.open:
            self.open.remove(socket)
        self._world.changed()

    async def carry(self, delivery: Delivery, number: int, reason: str) -> Outcome:
        """One attempt, over a connection chosen at random; without any, Slack waits as long as for an answer."""
        envelope: JSON = {"envelope_id": str(uuid.UUID(int=self._world.random.getrandbits(128), version=4))}
        envelope |= {"type": delivery.kind, "payload": delivery.payload}
        envelope["accepts_response_payload"] = delivery.kind != "events_api"
        if delivery.kind == "events_api":
            envelope |= {"retry_attempt": number, "retry_reason": reason}
        waiting = self._waiting[envelope["envelope_id"]] = asyncio.get_running_loop().create_future()
        try:
            async with asyncio.timeout(self._patience):
                await self._send(envelope)
                return Outcome(response=await waiting)
        except TimeoutError:
            return Outcome("timeout")
        finally:
            self._waiting.pop(envelope["envelope_id"], None)

    async def _send(self, envelope: JSON) -> None:
        while not self.open:
            await self._world.next_change()
        try:
            await self._world.random.choice(self.open).send_json(envelope)
        except ConnectionError:
            self._world.changed()

    async def disconnect(self, reason: str = "refresh_requested") -> None:
        """Tell every connection to make a new one (``warning``, ``refresh_requested``, ``link_disabled``)."""
        for socket in list(self.open):
            self._forget(socket)
            await socket.send_json({"type": "disconnect", "reason": reason, "debug_info": {"host": "applink-1"}})

    async def drop(self) -> None:
        """Close every connection without a word."""
        for socket in list(self.open):
            self._forget(socket)
            await socket.close()
