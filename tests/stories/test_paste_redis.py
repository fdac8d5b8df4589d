"""A text is pasted while Redis is in trouble: the window keeps it until it is queued."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest

from bot.settings import Settings
from handlers.views.paste import later
from tests.fakes.redis_server import RedisServer
from tests.fakes.slack import Slack, User
from tests.fakes.web import Website
from tests.handlers.payloads import ARTICLE
from tests.stories.conftest import running
from tests.stories.forms import asked_for

LEASE = 1.0  # seconds


@pytest.fixture
def broken(settings: Settings, own_server: RedisServer) -> Settings:
    """On a server that the story may break."""
    return settings.model_copy(update={"redis_url": own_server.url, "dateline_lease_seconds": LEASE})


@pytest.mark.parametrize("trouble", [RedisServer.kill, RedisServer.freeze, RedisServer.fill])
async def test_redis_is_in_trouble_when_the_text_comes(
    slack: Slack, site: Website, broken: Settings, own_server: RedisServer, trouble: Callable[[RedisServer], None]
) -> None:
    """The window says so in time and keeps the text; submitted again, it is taken."""
    maria = slack.person("maria")
    async with running(broken):
        await _held(slack, site, own_server, trouble, maria)


async def test_the_same_over_signed_http(
    slack: Slack, site: Website, signed_settings: Settings, own_server: RedisServer
) -> None:
    """With a 200, since only that is read."""
    slack.use_http(f"http://127.0.0.1:{signed_settings.port}/slack/events")
    changes = {"redis_url": own_server.url, "dateline_lease_seconds": LEASE}
    async with running(signed_settings.model_copy(update=changes)):
        await _held(slack, site, own_server, RedisServer.kill, slack.person("maria"))


async def _held(
    slack: Slack, site: Website, server: RedisServer, trouble: Callable[[RedisServer], None], maria: User
) -> None:
    asked, first, form = await asked_for(slack, site, maria, slack.channel("desk", maria))
    trouble(server)
    await slack.submit_view(maria, form, {"text": ARTICLE}).done()
    assert (form.open, form.errors, form.trouble) == (True, later(), False)
    server.kill()
    server.start()
    async with asyncio.timeout(10):
        while form.open:
            await slack.submit_view(maria, form, {"text": ARTICLE}).done()
    await slack.wait_for(lambda: "Amina Yusuf" in first.shown, LEASE + 10)
    assert slack.thread(asked) == [first]
