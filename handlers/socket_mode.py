"""Socket Mode: Slack's events over a connection that we open, so that no public address is needed."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import structlog
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler

from handlers.clients import greet

if TYPE_CHECKING:
    from slack_bolt.async_app import AsyncApp
    from slack_sdk.socket_mode.aiohttp import SocketModeClient

_log = structlog.get_logger(__name__)


PING = 10.0  # seconds between two signs of life, and between two tries to connect


async def listen(app: AsyncApp, app_token: str, ready: asyncio.Event, ping: float = PING) -> None:
    """Receive events until cancelled; ``ready`` is set once Slack has said hello.

    Raises:
        BadSettings: Slack does not know the app-level token.
    """
    opened = await greet(app.client.apps_connections_open(app_token=app_token), "SLACK_APP_TOKEN")
    handler = AsyncSocketModeHandler(app, app_token, ping_interval=ping)
    handler.client.wss_uri = opened["url"] if opened else None
    watch = asyncio.create_task(_forget_stale(handler.client, ping))
    try:
        await handler.connect_async()  # type: ignore[no-untyped-call]  # Bolt leaves it untyped
        _log.info("connected", mode="socket")
        ready.set()
        await watch
    finally:
        watch.cancel()
        await handler.close_async()  # type: ignore[no-untyped-call]  # Bolt leaves it untyped


async def _forget_stale(client: SocketModeClient, every: float) -> None:
    """An address is good for one connection, but the SDK tries it for ever when that fails: it must ask for another."""
    while True:
        await asyncio.sleep(every)
        if not await client.is_connected():
            client.wss_uri = None
