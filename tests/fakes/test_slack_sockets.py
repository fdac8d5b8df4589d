"""Socket Mode of the fake Slack, with a real Bolt app behind a real handler."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack
from typing import Any

import aiohttp
import pytest
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp

from tests.fakes.conftest import Desk

JSON = dict[str, Any]


async def test_an_event_reaches_the_app_and_is_acknowledged(desk: Desk, app: AsyncApp) -> None:
    """Maria says hello, the app answers in the thread, Slack hears that it was received."""

    @app.event("message")
    async def hello(event: JSON, say: Any) -> None:
        await say(f"Hello <@{event['user']}>", thread_ts=event["ts"])

    asked = desk.slack.say(desk.maria, desk.channel, "Hello?")
    [answer] = await desk.slack.replies(asked)
    assert answer.text == f"Hello <@{desk.maria.id}>"
    await desk.slack.quiet()
    assert len(desk.slack.acks) == 2, "her message, and the bot's own that came back"
    assert all(one.acked for one in desk.slack.events("message"))


async def test_what_is_not_acknowledged_comes_again(desk: Desk, app: AsyncApp) -> None:
    """A listener that raises: Slack brings the event three times more, with the number and the reason."""
    seen = []

    @app.event("message")
    async def broken(request: Any) -> None:
        seen.append([request.headers.get(name, [""])[0] for name in ("x-slack-retry-num", "x-slack-retry-reason")])
        msg = "the queue is out of reach"
        raise ConnectionError(msg)

    desk.slack.say(desk.maria, desk.channel, "Hello?")
    [delivery] = desk.slack.events("message")
    await delivery.done()
    assert seen == [["0", ""], ["1", "timeout"], ["2", "timeout"], ["3", "timeout"]]
    assert [one.reason for one in delivery.outcomes] == ["timeout"] * 4
    assert not delivery.acked


async def test_the_same_event_can_come_in_parallel(desk: Desk, app: AsyncApp) -> None:
    """Four copies have one event_id; Bolt hands all of them on."""
    seen = []

    @app.event("message")
    async def count(body: JSON) -> None:
        seen.append(body["event_id"])

    asked = desk.slack.say(desk.maria, desk.channel, "Hello?")
    for copy in desk.slack.redeliver(asked, times=4):
        await copy.done()
    await desk.slack.quiet()
    assert len(seen) == 5
    assert len(set(seen)) == 1


async def test_two_sockets_share_the_events(desk: Desk) -> None:
    """Each event goes to one of them, and both get some."""
    seen: list[str] = []

    def app(name: str) -> AsyncApp:
        made = AsyncApp(client=desk.client, process_before_response=True)

        @made.event("message")
        async def note() -> None:
            seen.append(name)

        return made

    async with AsyncExitStack() as running:
        for name in ("first", "second"):
            handler = AsyncSocketModeHandler(app(name), desk.slack.app_token)
            running.push_async_callback(handler.close_async)
            await handler.connect_async()  # type: ignore[no-untyped-call]  # Bolt has no types here
        await desk.slack.connected(2)
        for number in range(20):
            desk.slack.say(desk.maria, desk.channel, f"Message {number}")
        await desk.slack.quiet()
    assert len(seen) == 20
    assert set(seen) == {"first", "second"}


async def test_an_app_that_is_sent_away_comes_back(desk: Desk, app: AsyncApp) -> None:
    """Slack asks for a new connection; what happens in between waits for it."""

    @app.event("message")
    async def hello(say: Any, event: JSON) -> None:
        await say("Still here", thread_ts=event["ts"])

    await desk.slack.sockets.disconnect()
    asked = desk.slack.say(desk.maria, desk.channel, "Hello?")
    [answer] = await desk.slack.replies(asked)
    assert answer.text == "Still here"


async def test_a_ticket_opens_one_socket(desk: Desk) -> None:
    """The address of a socket works once; a made-up one never."""
    address = (await desk.client.apps_connections_open(app_token=desk.slack.app_token))["url"]
    async with aiohttp.ClientSession() as session:
        async with session.ws_connect(address) as socket:
            assert (await socket.receive_json())["type"] == "hello"
            await socket.send_json({"envelope_id": "unheard of"})
            await desk.slack.wait_for(lambda: desk.slack.acks)
        with pytest.raises(aiohttp.WSServerHandshakeError):
            await session.ws_connect(address)


async def test_waiting_is_woken_and_gives_up(desk: Desk) -> None:
    """Who waits in vain is told what the app did."""
    await desk.client.chat_postMessage(channel=desk.channel.id, text="Something else")
    with pytest.raises(AssertionError, match=r"chat\.postMessage ok"):
        await desk.slack.wait_for(lambda: False, timeout=0.02)
    waiting = asyncio.create_task(desk.slack.wait_for(lambda: desk.slack.calls("auth.test")))
    await desk.client.auth_test()
    [call] = await waiting
    assert (call.ok, call.status, call.error) == (True, 200, None)
