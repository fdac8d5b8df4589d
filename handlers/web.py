"""HTTP mode: Slack's signed requests, and health for whoever runs the bot."""

from __future__ import annotations

import asyncio
from contextlib import contextmanager
from typing import TYPE_CHECKING

import structlog
import uvicorn
from slack_bolt.adapter.starlette.async_handler import AsyncSlackRequestHandler
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from bot.errors import StoreDown

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator
    from socket import socket

    from slack_bolt.async_app import AsyncApp
    from starlette.requests import Request

    from bot.storage.store import Store

LARGEST = 1_000_000  # bytes: Slack's largest payloads stay far below
_log = structlog.get_logger(__name__)
_BAD, _FOREIGN, _LARGE, _UNAVAILABLE = 400, 401, 413, 503


def site(app: AsyncApp, store: Store) -> Starlette:
    """The ASGI application: ``/slack/events`` for all that Slack sends, ``/healthz`` and ``/readyz``."""
    return Starlette(
        routes=[
            Route("/slack/events", _slack(AsyncSlackRequestHandler(app)), methods=["POST"]),
            Route("/healthz", _alive),
            Route("/readyz", _ready(store)),
        ]
    )


async def listen(application: Starlette, port: int, ready: asyncio.Event) -> None:
    """Serve on ``port`` until cancelled; ``ready`` is set once requests are taken."""
    host = "0.0.0.0"  # noqa: S104  the web process of a container is reached from outside
    config = uvicorn.Config(application, host=host, port=port, log_config=None, access_log=False, lifespan="off")
    server = _Server(config, ready)
    serving = asyncio.create_task(server.serve())
    try:
        await asyncio.shield(serving)
    finally:
        server.should_exit = True
        await serving


class _Server(uvicorn.Server):
    """Uvicorn without signal handlers, since the process has its own; tells when it listens."""

    def __init__(self, config: uvicorn.Config, ready: asyncio.Event) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            _log.info("listening", port=self.config.port)
            self._ready.set()

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


def _slack(handler: AsyncSlackRequestHandler) -> Callable[[Request], Awaitable[Response]]:
    async def receive(request: Request) -> Response:
        """Refuse what Bolt would stumble over, before the signature is looked at."""
        if not request.headers.get("x-slack-request-timestamp", "").isdecimal():
            return Response(status_code=_FOREIGN)
        length = request.headers.get("content-length", "")
        if not length.isdecimal():
            return Response(status_code=_BAD)
        if int(length) > LARGEST:
            return Response(status_code=_LARGE)
        try:
            (await request.body()).decode()
        except UnicodeDecodeError:
            return Response(status_code=_BAD)
        return await handler.handle(request)

    return receive


async def _alive(_request: Request) -> Response:
    """The process runs."""
    return PlainTextResponse("ok")


def _ready(store: Store) -> Callable[[Request], Awaitable[Response]]:
    async def ready(_request: Request) -> Response:
        """Redis takes what Slack sends."""
        try:
            await store.ping()
        except StoreDown:
            return PlainTextResponse("Redis is out of reach", status_code=_UNAVAILABLE)
        return PlainTextResponse("ready")

    return ready
