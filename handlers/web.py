"""HTTP mode: Slack's signed requests, and health for whoever runs the bot."""

from __future__ import annotations

import asyncio
import json
import re
import socket
from contextlib import contextmanager
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

import structlog
import uvicorn
from slack_bolt.adapter.starlette.async_handler import AsyncSlackRequestHandler
from starlette.applications import Starlette
from starlette.requests import ClientDisconnect
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from bot.errors import BadSettings, StoreDown

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator

    from slack_bolt.async_app import AsyncApp
    from starlette.requests import Request

    from bot.storage.store import Store
    from handlers.jobs import Queue

LARGEST = 1_000_000  # bytes: Slack's largest payloads stay far below
SLOWEST = 3.0  # seconds for a body to arrive: Slack itself waits no longer for an answer
_NUMBER = re.compile(r"[0-9]{1,18}")  # longer ones are a burden to whoever reads them
_log = structlog.get_logger(__name__)
_BAD, _FOREIGN, _LARGE, _UNAVAILABLE = 400, 401, 413, 503


def site(app: AsyncApp, store: Store, queue: Queue) -> Starlette:
    """The ASGI application: ``/slack/events`` for all that Slack sends, ``/healthz`` and ``/readyz``."""
    return Starlette(
        routes=[
            Route("/slack/events", _slack(AsyncSlackRequestHandler(app)), methods=["POST"]),
            Route("/healthz", _alive),
            Route("/readyz", _ready(store, queue)),
        ]
    )


async def listen(application: Starlette, port: int, ready: asyncio.Event) -> None:
    """Serve on ``port`` until cancelled; ``ready`` is set once requests are taken.

    Raises:
        BadSettings: the port can't be had.
    """
    config = uvicorn.Config(application, log_config=None, access_log=False, lifespan="off")
    server = _Server(config, ready)
    serving = asyncio.create_task(server.serve([_door(port)]))
    try:
        await asyncio.shield(serving)
    finally:
        server.should_exit = True
        await serving


def _door(port: int) -> socket.socket:
    host = "0.0.0.0"  # noqa: S104  the web process of a container is reached from outside
    try:
        return socket.create_server((host, port))
    except OSError as error:
        raise BadSettings((f"PORT: {port} can't be listened on ({error.strerror}); choose another.",)) from None


class _Server(uvicorn.Server):
    """Uvicorn without signal handlers, since the process has its own; tells when it listens."""

    def __init__(self, config: uvicorn.Config, ready: asyncio.Event) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        _log.info("listening", port=[door.getsockname()[1] for door in sockets or ()])
        self._ready.set()

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


def _slack(handler: AsyncSlackRequestHandler) -> Callable[[Request], Awaitable[Response]]:
    async def receive(request: Request) -> Response:
        """Refuse what Bolt would stumble over, before the signature is looked at."""
        stamp, signature = (request.headers.get(f"x-slack-{name}", "") for name in ("request-timestamp", "signature"))
        if not _NUMBER.fullmatch(stamp) or not signature.isascii():
            return Response(status_code=_FOREIGN)
        length = request.headers.get("content-length", "")
        if not _NUMBER.fullmatch(length):
            return Response(status_code=_BAD)
        if int(length) > LARGEST:
            return Response(status_code=_LARGE)
        if not await _readable(request):
            return Response(status_code=_BAD)
        return await handler.handle(request)

    return receive


async def _readable(request: Request) -> bool:
    """Whether a whole body arrives, and is what Slack sends: an object in JSON, or a form, maybe with one in it."""
    try:
        async with asyncio.timeout(SLOWEST):
            body = (await request.body()).decode()
        if body.startswith("{") or request.headers.get("content-type") == "application/json":
            return isinstance(json.loads(body), dict)
        return all(isinstance(json.loads(payload), dict) for payload in parse_qs(body).get("payload", ()))
    except (TimeoutError, ClientDisconnect, ValueError, RecursionError):
        return False


async def _alive(_request: Request) -> Response:
    """The process runs."""
    return PlainTextResponse("ok")


def _ready(store: Store, queue: Queue) -> Callable[[Request], Awaitable[Response]]:
    async def ready(_request: Request) -> Response:
        """Redis takes what Slack sends. Without a worker it is kept there, so that is said and no reason to stop."""
        try:
            await store.write()
            workers = await queue.workers()
        except StoreDown:
            return PlainTextResponse("Redis is out of reach, read-only or full", status_code=_UNAVAILABLE)
        return PlainTextResponse("ready" if workers else "ready, but no worker is at work")

    return ready
