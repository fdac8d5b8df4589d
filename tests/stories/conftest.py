"""The whole bot in front of a Slack, a web site and a Redis, all of them on loopback."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

import app
from bot.settings import PACE, Pace, Settings
from tests import newsroom
from tests.fakes.slack import Slack
from tests.fakes.web import Website


@pytest.fixture
async def slack() -> AsyncIterator[Slack]:
    """A workspace."""
    async with Slack() as world:
        yield world


@pytest.fixture
async def site() -> AsyncIterator[Website]:
    """A web site that people link to."""
    async with Website() as pages:
        yield pages


@pytest.fixture
def settings(slack: Slack, site: Website, redis_url: str) -> Settings:
    """One workspace, Socket Mode."""
    return Settings(
        _env_file=None,
        slack_bot_token=slack.bot_token,
        slack_app_token=slack.app_token,
        slack_api_url=slack.api_url,
        redis_url=redis_url,
        dateline_fetch_allow=(site.allow,),
        dateline_lease_seconds=5,
    )


@pytest.fixture
def signed_settings(settings: Settings, slack: Slack) -> Settings:
    """The same over signed HTTP, on a free port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    secret = slack.app.signing_secret
    return settings.model_copy(update={"slack_app_token": None, "slack_signing_secret": _secret(secret), "port": port})


def _secret(words: str) -> object:
    return Settings(_env_file=None, slack_signing_secret=words).slack_signing_secret


@asynccontextmanager
async def running(settings: Settings, pace: Pace = PACE) -> AsyncIterator[None]:
    """The bot, from the moment it listens until left."""
    ready = asyncio.Event()
    task = asyncio.create_task(app.serve(settings, ready, lambda _: newsroom.editor(), pace))
    waiting = asyncio.create_task(ready.wait())
    try:
        await asyncio.wait({task, waiting}, return_when=asyncio.FIRST_COMPLETED, timeout=20)
        if task.done():
            task.result()
        assert ready.is_set()
        yield
    finally:
        waiting.cancel()
        task.cancel()
        await asyncio.gather(task, waiting, return_exceptions=True)


@pytest.fixture
async def bot(settings: Settings) -> AsyncIterator[None]:
    """The bot in Socket Mode."""
    async with running(settings):
        yield
