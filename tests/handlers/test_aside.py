"""The response address of a command, in every mood."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest

from handlers import aside
from handlers.views.message import Message
from tests.fakes.slack import Slack
from tests.fakes.web import Website, response

WORDS = Message("a digest", ({"type": "section", "text": {"type": "mrkdwn", "text": "a digest"}},))
UNFIT = Message("too much", ({"type": "no such block"},))


@pytest.fixture
async def site() -> AsyncIterator[Website]:
    """A server that stands for Slack's."""
    async with Website() as server:
        yield server


async def test_what_is_refused_is_said_in_fewer_words() -> None:
    """Down to plain text; and one person alone sees it."""
    async with Slack() as slack:
        maria = slack.person("maria")
        address = slack.responses.new(slack.channel("desk", maria).id, maria.id)
        assert await aside.respond(address, (UNFIT, WORDS))
        assert [shown.shown for shown in slack.ephemeral(maria)] == ["a digest"]
        assert not await aside.respond(address, (UNFIT, UNFIT))


async def test_an_address_that_is_over_is_told_at_once(site: Website) -> None:
    """Then there are other ways."""
    assert not await aside.respond(site.url("/gone"), (WORDS, WORDS))
    assert len(site.hits) == 1


async def test_trouble_that_passes_is_raised(site: Website) -> None:
    """So that the queue tries again."""
    with pytest.raises(ConnectionError):
        await aside.respond(site.page("/busy", "", "503 Service Unavailable"), (WORDS,))


async def test_a_429_is_waited_for(site: Website) -> None:
    """As everywhere."""
    answers = [response(b"", "429 Too Many Requests", {"Retry-After": "0.05"}), response(b"ok")]

    async def serve(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(answers.pop(0))
        await writer.drain()

    assert await aside.respond(site.script("/limited", serve), (WORDS,))
    assert not answers
