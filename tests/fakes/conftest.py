"""A small newsroom in the fake Slack: Maria, her channel, and the real client of the bot."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from tests.fakes.slack import Channel, Slack, User


@dataclass(slots=True)
class Desk:
    """Slack, a person, a channel with the person and the bot in it, and the bot's client."""

    slack: Slack
    maria: User
    channel: Channel
    client: AsyncWebClient

    async def refusal(self, method: str, **args: object) -> str:
        """The error that Slack gives for a call; it fails when Slack takes it."""
        with pytest.raises(SlackApiError) as refused:
            await self.client.api_call(method, json=args)
        return str(refused.value.response["error"])


@pytest.fixture
async def desk() -> AsyncIterator[Desk]:
    """A running Slack with little patience."""
    async with Slack(patience=0.3, delays=(0.0, 0.01, 0.01)) as slack:
        maria = slack.person("maria", tz="Europe/Vienna")
        client = AsyncWebClient(slack.bot_token, base_url=slack.api_url)
        yield Desk(slack, maria, slack.channel("desk", maria), client)


@pytest.fixture
async def app(desk: Desk) -> AsyncIterator[AsyncApp]:
    """A real Bolt app, connected by Socket Mode; it acknowledges when its listeners are through."""
    app = AsyncApp(client=desk.client, process_before_response=True)
    handler = AsyncSocketModeHandler(app, desk.slack.app_token)
    await handler.connect_async()  # type: ignore[no-untyped-call]  # Bolt has no types here
    await desk.slack.connected()
    yield app
    await handler.close_async()  # type: ignore[no-untyped-call]  # nor here
