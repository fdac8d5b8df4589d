"""Socket Mode: Slack's events over a connection that we open, so that no public address is needed."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import structlog
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler

from handlers.clients import greet

if TYPE_CHECKING:
    from slack_bolt.async_app import AsyncApp

_log = structlog.get_logger(__name__)


async def listen(app: AsyncApp, app_token: str, ready: asyncio.Event) -> None:
    """Receive events until cancelled; ``ready`` is set once Slack has said hello.

    Raises:
        BadSettings: Slack does not know the app-level token.
    """
    opened = await greet(app.client.apps_connections_open(app_token=app_token), "SLACK_APP_TOKEN")
    handler = AsyncSocketModeHandler(app, app_token)
    handler.client.wss_uri = opened["url"] if opened else None
    try:
        await handler.connect_async()  # type: ignore[no-untyped-call]  # Bolt leaves it untyped
        _log.info("connected", mode="socket")
        ready.set()
        await asyncio.Event().wait()
    finally:
        await handler.close_async()  # type: ignore[no-untyped-call]  # Bolt leaves it untyped
