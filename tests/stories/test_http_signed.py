"""Signed HTTP: what does not come from Slack, or does not look like it, is turned away and leaves no trace."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass

import aiohttp
import pytest

from bot.settings import Settings
from bot.storage.memory import Client
from tests.fakes.redis_server import RedisServer
from tests.fakes.slack import Slack, sign
from tests.fakes.web import Website
from tests.stories.conftest import running
from tests.stories.pages import TITLE, page

STORY = "/2025/03/04/moyale-crossing-reopens"
JSON = "application/json"


@dataclass(frozen=True, slots=True)
class Door:
    """The bot's address, an event that Maria's message makes, and the secret that Slack signs with."""

    port: int
    body: bytes
    secret: str

    def signed(self, body: bytes, age: int = 0) -> dict[str, str]:
        """Slack's headers for a body sent so many seconds ago."""
        timestamp = str(int(time.time()) - age)
        return {
            "X-Slack-Request-Timestamp": timestamp,
            "X-Slack-Signature": sign(self.secret, timestamp, body.decode("latin-1")),
            "Content-Type": JSON,
        }

    async def knock(self, body: bytes, headers: dict[str, str], path: str = "/slack/events") -> int:
        """The status of a POST."""
        async with (
            aiohttp.ClientSession() as session,
            session.post(f"http://127.0.0.1:{self.port}{path}", data=body, headers=headers) as answer,
        ):
            return answer.status

    async def look(self, path: str) -> tuple[int, str]:
        """The status and the words of a GET."""
        async with aiohttp.ClientSession() as session, session.get(f"http://127.0.0.1:{self.port}{path}") as answer:
            return answer.status, await answer.text()

    async def speak(self, *lines: str) -> str:
        """The status line that a hand-written request gets."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        writer.write("\r\n".join(("POST /slack/events HTTP/1.1", "Host: bot", *lines)).encode())
        answer = (await reader.readline()).decode()
        writer.close()
        return answer


@pytest.fixture
async def door(slack: Slack, site: Website, signed_settings: Settings) -> AsyncIterator[Door]:
    """The running bot, before which an event lies that Slack has not brought yet."""
    maria = slack.person("maria")
    slack.say(maria, slack.channel("desk", maria), site.page(STORY, page()))
    [delivery] = slack.events("message")
    async with running(signed_settings):
        yield Door(signed_settings.port, json.dumps(delivery.payload).encode(), slack.app.signing_secret)


async def quiet(slack: Slack, redis: Client, site: Website) -> None:
    """Nothing was queued, fetched or posted."""
    await slack.quiet()
    assert [key for key in await redis.keys() if b":runs:" in key or b"attempts" in key] == []
    assert not slack.posts()
    assert not site.hits


async def test_what_is_not_signed_by_slack_gets_401(door: Door, slack: Slack, redis: Client, site: Website) -> None:
    """Wrong, missing, stale, from the future, altered, garbage: and nothing is queued."""
    good = door.signed(door.body)
    wrong = [
        good | {"X-Slack-Signature": "v0=" + "0" * 64},
        good | {"X-Slack-Signature": ""},
        good | {"X-Slack-Signature": good["X-Slack-Signature"].removeprefix("v0=")},
        good | {"X-Slack-Signature": "\u00e9"},
        {name: value for name, value in good.items() if name != "X-Slack-Signature"},
        {name: value for name, value in good.items() if name != "X-Slack-Request-Timestamp"},
        door.signed(door.body, age=302),
        door.signed(door.body, age=-302),
        *(good | {"X-Slack-Request-Timestamp": told} for told in ("", "now", "-1", "1e9", "٣", "9" * 5000, "1.5")),
        good | {"X-Slack-Request-Timestamp": str(int(good["X-Slack-Request-Timestamp"]) + 1)},
    ]
    assert [await door.knock(door.body, headers) for headers in wrong] == [401] * len(wrong)
    altered = door.body.replace(b"moyale", b"m0yale")
    assert altered != door.body
    assert await door.knock(altered, good) == 401
    await quiet(slack, redis, site)


@pytest.mark.parametrize("age", [0, 290, -290])
async def test_a_signature_is_good_for_five_minutes(door: Door, slack: Slack, age: int) -> None:
    """Clocks differ, and queues are long."""
    assert await door.knock(door.body, door.signed(door.body, age)) == 200
    [digest] = await slack.wait_for(slack.posts)
    assert TITLE in digest.shown


async def test_a_body_that_is_no_payload_gets_400(door: Door, slack: Slack, redis: Client, site: Website) -> None:
    """Signed or not: no bytes of it come back, and nothing is queued."""
    bad = [
        b"\xff\xfe{}",
        b"{",
        b'{"a": 1}}',
        b"payload={",
        b"[]",
        b'"x"',
        b"{}",
        b"\x00",
        b"payload=%5B%5D",
        b"payload=1",
    ]
    signed = [await door.knock(body, door.signed(body)) for body in bad]
    unsigned = [await door.knock(body, door.signed(b"other") | {"Content-Type": JSON}) for body in bad]
    assert {*signed} <= {400, 401, 404}
    assert {*unsigned} <= {400, 401}
    await quiet(slack, redis, site)


async def test_lengths_that_lie(door: Door, slack: Slack, redis: Client, site: Website) -> None:
    """None, garbage, too much: refused before anything is read; and what never comes is not waited for long."""
    head = ("X-Slack-Request-Timestamp: 1", "Content-Type: application/json")
    assert "413" in await door.speak(*head, "Content-Length: 1000001", "", "")
    assert "400" in await door.speak(*head, "Content-Length: many", "", "")
    assert "400" in await door.speak(*head, "Transfer-Encoding: chunked", "", "2", "{}", "0", "", "")
    assert await door.knock(b"x" * 1_000_001, door.signed(b"")) == 413
    begun = time.monotonic()
    assert "400" in await door.speak(*head, "Content-Length: 1000", "", "{")
    assert time.monotonic() - begun < 5
    await quiet(slack, redis, site)


async def test_health(door: Door) -> None:
    """Alive and ready; other addresses and methods are nothing."""
    assert await door.look("/healthz") == (200, "ok")
    async with asyncio.timeout(10):
        while await door.look("/readyz") != (200, "ready"):  # noqa: ASYNC110  the worker has yet to give a sign of life
            await asyncio.sleep(0.05)
    assert (await door.look("/slack/events"))[0] == 405
    assert (await door.look("/"))[0] == 404
    assert await door.knock(b"", {}, "/healthz") == 405


async def test_not_ready_without_redis(own_server: RedisServer, signed_settings: Settings) -> None:
    """Gone, full or read-only; the process is alive all the same, and ready again by itself. No worker is no reason."""
    door = Door(signed_settings.port, b"", "")
    alone = (200, "ready, but no worker is at work")
    web = signed_settings.model_copy(update={"redis_url": own_server.url, "dateline_workers": 0})
    async with running(web):
        assert await door.look("/readyz") == alone
        own_server.kill()
        assert await door.look("/readyz") == (503, "Redis is out of reach, read-only or full")
        assert await door.look("/healthz") == (200, "ok")
        own_server.start()
        assert await door.look("/readyz") == alone
        own_server.fill()
        assert (await door.look("/readyz"))[0] == 503
        own_server.make_room()
        own_server.make_read_only()
        assert (await door.look("/readyz"))[0] == 503
        own_server.make_writable()
        assert await door.look("/readyz") == alone
