"""The connection of Socket Mode: it is there again, whatever became of the last one."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from slack_bolt.async_app import AsyncApp

from bot.errors import BadSettings
from handlers import socket_mode
from handlers.clients import web_client
from handlers.routes import authorized
from tests.fakes.slack import Slack

PING = 0.1  # seconds


class Spent(dict[str, Any]):
    """Tickets of which the next one is used up already."""

    spent = False

    def pop(self, key: str, default: Any = None) -> Any:
        """The ticket, unless it is the first that somebody comes with."""
        found = super().pop(key, default)
        known, self.spent = self.spent, True
        return found if known else None


@pytest.fixture
async def slack() -> AsyncIterator[Slack]:
    """A workspace."""
    async with Slack(patience=1.0) as world:
        yield world


@pytest.fixture
def heard() -> list[str]:
    """What people said and the app heard."""
    return []


@pytest.fixture
async def listening(slack: Slack, heard: list[str]) -> AsyncIterator[asyncio.Task[None]]:
    """An app that listens, or soon will."""
    app = AsyncApp(client=web_client(None, slack.api_url), authorize=authorized(slack.bot_token))

    @app.event("message")
    async def hear(event: dict[str, Any]) -> None:
        await asyncio.sleep(0)
        heard.append(event["text"])

    task = asyncio.create_task(socket_mode.listen(app, slack.app_token, asyncio.Event(), PING))
    yield task
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


@pytest.mark.usefixtures("listening")
async def test_a_connection_that_breaks_is_made_anew(slack: Slack, heard: list[str]) -> None:
    """And what was said meanwhile comes over the new one."""
    maria = slack.person("maria")
    desk = slack.channel("desk", maria)
    await slack.connected()
    await slack.sockets.drop()
    slack.say(maria, desk, "one")
    await slack.wait_for(lambda: heard == ["one"])


async def test_an_address_that_is_used_up_is_not_tried_for_ever(
    slack: Slack, listening: asyncio.Task[None], heard: list[str]
) -> None:
    """A new one is asked for."""
    slack.world.codes = Spent(slack.world.codes)
    maria = slack.person("maria")
    desk = slack.channel("desk", maria)
    await slack.connected()
    slack.say(maria, desk, "one")
    await slack.wait_for(lambda: heard == ["one"])
    assert not listening.done()
    assert len(slack.calls("apps.connections.open")) >= 2


async def test_a_token_that_slack_does_not_know_ends_it(slack: Slack) -> None:
    """Another try would end no better."""
    app = AsyncApp(client=web_client(None, slack.api_url), authorize=authorized(slack.bot_token))
    with pytest.raises(BadSettings) as told:
        await socket_mode.listen(app, "xapp-1-nobody", asyncio.Event(), PING)
    assert told.value.faults == ("SLACK_APP_TOKEN: Slack says invalid_auth; copy the token again.",)
