"""Signed HTTP of the fake Slack, with a real Bolt app behind a real server."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Sequence
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from slack_bolt.async_app import AsyncApp
from slack_bolt.request.async_request import AsyncBoltRequest

from tests.fakes.conftest import Desk

JSON = dict[str, Any]


@pytest.fixture
async def site(desk: Desk) -> AsyncIterator[tuple[AsyncApp, str]]:
    """A Bolt app that checks signatures, and its request URL, which Slack uses from now on."""
    app = AsyncApp(client=desk.client, signing_secret=desk.slack.app.signing_secret, process_before_response=True)

    async def handle(request: web.Request) -> web.Response:
        headers: dict[str, str | Sequence[str]] = {name: [value] for name, value in request.headers.items()}
        answer = await app.async_dispatch(AsyncBoltRequest(body=await request.text(), headers=headers))
        return web.Response(status=answer.status, text=answer.body, headers=answer.first_headers_without_set_cookie())

    server = web.Application()
    server.router.add_post("/slack/events", handle)
    async with TestServer(server) as running:
        url = str(running.make_url("/slack/events"))
        desk.slack.use_http(url)
        yield app, url


async def test_a_signed_event_is_believed(desk: Desk, site: tuple[AsyncApp, str]) -> None:
    """It reaches the listener, and the answer 200 is the acknowledgement."""

    @site[0].event("message")
    async def hello(event: JSON, say: Any) -> None:
        await say("Hello", thread_ts=event["ts"])

    asked = desk.slack.say(desk.maria, desk.channel, "Hello?")
    await desk.slack.replies(asked)
    await desk.slack.quiet()
    assert [one.outcomes[0].status for one in desk.slack.events("message")] == [200, 200]
    assert await desk.slack.verify_url(site[1])


@pytest.mark.parametrize(
    ("signature", "age"), [("v0=" + "0" * 64, None), (None, None), ("its own", 301), ("its own", -360)]
)
async def test_forgeries_can_be_sent(
    desk: Desk, site: tuple[AsyncApp, str], signature: str | None, age: int | None
) -> None:
    """A wrong, missing or stale signature gets 401 from the app; the age is in seconds."""
    payload = desk.slack.callback({"type": "app_home_opened", "user": desk.maria.id})
    headers: dict[str, str | None] = {"X-Slack-Signature": signature} if signature != "its own" else {}
    if age is not None:
        headers["X-Slack-Request-Timestamp"] = str(int(time.time()) - age)
    answer = await desk.slack.deliver_http(site[1], payload, headers=headers)
    assert answer.status == 401


async def test_a_failing_app_is_tried_again(desk: Desk, site: tuple[AsyncApp, str]) -> None:
    """Not 200: three retries with their headers; the app may forbid them; an app that is gone gets them too."""
    seen = []

    @site[0].event("message")
    async def broken(request: Any) -> None:
        seen.append([request.headers.get(name, [""])[0] for name in ("x-slack-retry-num", "x-slack-retry-reason")])
        msg = "the queue is out of reach"
        raise ConnectionError(msg)

    desk.slack.say(desk.maria, desk.channel, "Hello?")
    await desk.slack.events("message")[0].done()
    assert seen == [["", ""], ["1", "http_error"], ["2", "http_error"], ["3", "http_error"]]
    desk.slack.use_http("http://127.0.0.1:9/")
    desk.slack.say(desk.maria, desk.channel, "Anybody?")
    gone = await desk.slack.events("message")[1].done()
    assert [one.reason for one in gone.outcomes] == ["connection_failed"] * 4


async def test_slow_and_final_answers(desk: Desk) -> None:
    """An answer after Slack's patience is a time-out; `X-Slack-No-Retry` ends it."""
    gate = asyncio.Event()

    async def handle(request: web.Request) -> web.Response:
        if request.headers.get("X-Slack-Retry-Num"):
            return web.Response(status=503, headers={"X-Slack-No-Retry": "1"})
        await gate.wait()
        return web.Response()

    server = web.Application()
    server.router.add_post("/", handle)
    async with TestServer(server) as running:
        desk.slack.use_http(str(running.make_url("/")))
        desk.slack.say(desk.maria, desk.channel, "Hello?")
        delivery = await desk.slack.events("message")[0].done()
        gate.set()
    assert [one.reason for one in delivery.outcomes] == ["http_timeout", "http_error"]


async def test_commands_and_clicks_come_as_forms(desk: Desk, site: tuple[AsyncApp, str]) -> None:
    """The app's answer to a command is shown to the person who typed it."""

    @site[0].command("/dateline")
    async def help_them(ack: Any) -> None:
        await ack("Try a link")

    @site[0].action("go")
    async def go(ack: Any) -> None:
        await ack()

    await desk.slack.command(desk.maria, desk.channel, "/dateline", "help").done()
    assert [(one.shown, one.source) for one in desk.slack.ephemeral(desk.maria)] == [("Try a link", "ack")]
    button = {"type": "button", "action_id": "go", "text": {"type": "plain_text", "text": "Go"}}
    blocks = [{"type": "actions", "elements": [button]}]
    await desk.client.chat_postMessage(channel=desk.channel.id, text="Go", blocks=blocks)
    click = await desk.slack.click(desk.maria, desk.slack.posts()[0], "go").done()
    assert click.acked
