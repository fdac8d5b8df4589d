"""The only wiring: settings, store, reader, newsdesk, jobs, Bolt and terminal. Nobody imports this module."""

from __future__ import annotations

import asyncio
import gc
import logging
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import timedelta
from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING

import structlog
from slack_bolt.async_app import AsyncApp

from bot import settings as settings_of
from bot.edition import edition
from bot.errors import BadSettings
from bot.settings import LONGEST_READING, PACE
from bot.storage import connect, embedded
from bot.storage.store import Store
from handlers import jobs, logs, process, socket_mode, web
from handlers.clients import OneWorkspace, greet, web_client
from handlers.once import Once
from handlers.routes import authorized, routes
from handlers.terminal import Tools, commands

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Coroutine

    from docket import Docket
    from pydantic import SecretStr

    from bot.articles.web.fetch import Web
    from bot.editor import Editor
    from bot.settings import Pace, Settings

    MakesEditor = Callable[[Settings], Editor]
    Process = Callable[[Settings, asyncio.Event], Coroutine[None, None, None]]

DEFAULT_SLOTS = 4
LONGEST_CLAIM = 10.0  # seconds: shorter than the lease, or a killed worker's claim would hold up who takes over
MODES = {"socket": "one workspace, Socket Mode", "http": "one workspace, HTTP", "many": "many workspaces, HTTP"}
_log = structlog.get_logger(__name__)


def main() -> None:
    """The console script `dateline`."""
    logs.configure()
    commands(
        Tools(
            editor=lambda: _editor(settings_of.load()),
            web=lambda: _web(settings_of.load()),
            serve=lambda: _run(serve),
            worker=lambda: _run(worker),
            check=_check,
            connected=lambda: settings_of.load().wants_slack,
        )
    )()


def _editor(settings: Settings) -> Editor:
    from bot.editor import Editor
    from bot.facts.reader import SpacyReader
    from bot.meaning.embedder import MiniLM

    return Editor(reader := SpacyReader(settings.dateline_model), edition(reader.version), MiniLM())


def _web(settings: Settings) -> Web:
    from bot.articles.web.fetch import Web

    if faults := settings.fetch_faults():
        raise BadSettings(faults)
    if settings.dateline_fetch_allow:
        _tell_exempt(settings.dateline_fetch_allow)
    return Web(
        allow=settings.dateline_fetch_allow, proxy=settings.dateline_fetch_proxy, contact=settings.dateline_contact
    )


@cache
def _tell_exempt(addresses: tuple[str, ...]) -> None:
    """Once a process, however many doors it opens."""
    _log.warning("addresses exempt from the address rule", allow=", ".join(addresses))


def _check() -> int:
    """Print every fault of the settings, or that there is none."""
    try:
        settings = _checked()
    except BadSettings as error:
        return process.complain(error)
    print(f"The settings are complete: {MODES[settings.slack or 'socket']}.")  # noqa: T201  what the command is for
    return 0


def _checked() -> Settings:
    settings = settings_of.load()
    if faults := (*settings.faults(), *_missing_model(settings), *connect.faults(settings.redis_url)):
        raise BadSettings(faults)
    return settings


def _missing_model(settings: Settings) -> tuple[str, ...]:
    name = settings.dateline_model
    known = name.isidentifier() and find_spec(name) is not None
    return () if known else (f"DATELINE_MODEL: no spaCy pipeline {name!r} is installed; install it, or unset it.",)


def _run(process_of: Process) -> int:
    """Run until a signal; the exit code."""

    async def checked() -> None:
        await process_of(_checked(), asyncio.Event())

    return process.run(checked)


async def serve(settings: Settings, ready: asyncio.Event, editor: MakesEditor = _editor, pace: Pace = PACE) -> None:
    """The bot until cancelled: Slack's side, and with job slots the worker's too; ``ready`` is set once it listens.

    Raises:
        BadSettings: Slack does not know a token, or the port is taken.
        StoreDown: no Redis at the start.
    """
    async with _backbone(settings, pace) as (store, queue, docket):
        client = web_client(_secret(settings.slack_bot_token), settings.slack_api_url)
        await greet(client.auth_test(), "SLACK_BOT_TOKEN")
        app = AsyncApp(
            client=web_client(None, settings.slack_api_url),
            authorize=authorized(client.token),
            signing_secret=_secret(settings.slack_signing_secret) or "",
            process_before_response=True,
            logger=logging.getLogger("slack_bolt"),  # else Bolt's own loggers take the level of the root
        )
        routes(app, Once(store, queue), store)
        async with asyncio.TaskGroup() as group:
            if settings.dateline_workers:
                group.create_task(_work(settings, docket, store, OneWorkspace(client), editor))
            if settings.slack == "socket":
                group.create_task(socket_mode.listen(app, _secret(settings.slack_app_token) or "", ready))
            else:
                group.create_task(web.listen(web.site(app, store, queue), settings.port, ready))


async def worker(settings: Settings, ready: asyncio.Event, editor: MakesEditor = _editor, pace: Pace = PACE) -> None:
    """A worker alone, until cancelled.

    Raises:
        BadSettings: Slack does not know the token.
        StoreDown: no Redis at the start.
    """
    async with _backbone(settings, pace) as (store, _, docket):
        client = web_client(_secret(settings.slack_bot_token), settings.slack_api_url)
        await greet(client.auth_test(), "SLACK_BOT_TOKEN")
        ready.set()
        await _work(settings, docket, store, OneWorkspace(client), editor)


@asynccontextmanager
async def _backbone(settings: Settings, pace: Pace) -> AsyncIterator[tuple[Store, jobs.Queue, Docket]]:
    """Redis, and what stands on it."""
    async with AsyncExitStack() as stack:
        url = settings.redis_url or await stack.enter_async_context(embedded.server(settings.dateline_data_dir))
        if url is None:
            _log.warning("no Redis and no server binary: everything is forgotten when this process ends")
            url = "memory://"
        redis = connect.open_redis(url)
        stack.push_async_callback(redis.aclose)
        lease = timedelta(seconds=min(LONGEST_CLAIM, settings.dateline_lease_seconds / 2))
        store = Store(redis, timedelta(days=settings.dateline_retention_days), lease, pace)
        await store.ping()
        queue, docket = await stack.enter_async_context(jobs.queue(url, settings.dateline_workers))
        yield store, queue, docket


async def _work(settings: Settings, docket: Docket, store: Store, clients: OneWorkspace, make: MakesEditor) -> None:
    from bot.articles import ready
    from bot.newsdesk import Newsdesk
    from handlers.clockwork import Clockwork
    from handlers.delivery import Delivery
    from handlers.frontdesk import FrontDesk
    from handlers.workbench import Workbench

    editor = await asyncio.to_thread(make, settings)
    await asyncio.to_thread(ready.load)
    gc.freeze()  # the model stays: looking through it for garbage would stop the loop for up to 220 ms
    slots = settings.dateline_workers or DEFAULT_SLOTS
    lease = timedelta(seconds=settings.dateline_lease_seconds)
    with Workbench(LONGEST_READING) as thread:
        queue = jobs.Queue(docket)
        async with _web(settings) as door, process.beside(thread.wear(), Clockwork(store, queue, clients).run()):
            desk = FrontDesk(Newsdesk(door, editor, store, thread), store, Delivery(clients), queue)
            await jobs.work(docket, desk.handle, desk.give_up, slots, lease)


def _secret(value: SecretStr | None) -> str | None:
    return value.get_secret_value() if value else None
