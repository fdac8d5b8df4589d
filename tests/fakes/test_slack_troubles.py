"""Trouble with the fake Slack, on demand."""

from __future__ import annotations

import asyncio

import aiohttp
import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.builtin_async_handlers import AsyncRateLimitErrorRetryHandler

from tests.fakes.conftest import Desk

METHOD = "chat.postMessage"


async def _post(desk: Desk) -> None:
    await desk.client.chat_postMessage(channel=desk.channel.id, text="Digest")


@pytest.mark.parametrize("retry_after", ["7", "soon", "-1", None])
async def test_a_rate_limit_has_any_header(desk: Desk, retry_after: str | None) -> None:
    """429, with what was asked for in Retry-After, so many times; then it works."""
    desk.slack.rate_limit(METHOD, times=2, retry_after=retry_after)
    for _ in range(2):
        with pytest.raises(SlackApiError) as refused:
            await _post(desk)
        answer = refused.value.response
        assert (answer.status_code, answer["error"]) == (429, "ratelimited")
        assert answer.headers.get("Retry-After") == retry_after
    await _post(desk)
    assert [one.ok for one in desk.slack.calls(METHOD)] == [False, False, True]


async def test_the_retry_handler_of_the_sdk_waits_it_out(desk: Desk) -> None:
    """The limit of one method is not that of another."""
    desk.client.retry_handlers.append(AsyncRateLimitErrorRetryHandler())
    desk.slack.rate_limit(METHOD, retry_after="0")
    await desk.client.auth_test()
    await _post(desk)
    assert [one.status for one in desk.slack.calls(METHOD)] == [429, 200]


async def test_errors_pages_and_broken_connections(desk: Desk) -> None:
    """Nothing is posted when the connection breaks before; everything when it breaks after."""
    desk.client.retry_handlers.clear()
    desk.slack.fail(METHOD, error="internal_error")
    desk.slack.fail(METHOD, status=503)
    desk.slack.fail(METHOD, drop="before")
    assert await desk.refusal(METHOD, channel=desk.channel.id, text="x") == "internal_error"
    with pytest.raises(SlackApiError, match="503"):
        await _post(desk)
    with pytest.raises(aiohttp.ClientError):
        await _post(desk)
    assert desk.slack.posts() == []
    desk.slack.fail("*", drop="after")
    with pytest.raises(aiohttp.ClientError):
        await _post(desk)
    assert [one.text for one in desk.slack.posts()] == ["Digest"]
    assert desk.slack.calls(METHOD)[-1].answer is None


async def test_a_call_can_be_held_and_delayed(desk: Desk) -> None:
    """Nothing happens until the gate opens."""
    gate = desk.slack.hold(METHOD)
    posting = asyncio.create_task(_post(desk))
    await desk.slack.wait_for(lambda: desk.slack.calls(METHOD))
    assert desk.slack.posts() == []
    gate.set()
    await posting
    desk.slack.delay(METHOD, 0.01)
    await _post(desk)
    assert len(desk.slack.posts()) == 2


async def test_a_body_that_is_no_json_is_refused(desk: Desk) -> None:
    """And one that is no object; a form and a query are as good as JSON."""
    url, head = f"{desk.slack.api_url}{METHOD}", {"Authorization": f"Bearer {desk.slack.bot_token}"}
    json = head | {"Content-Type": "application/json"}
    async with aiohttp.ClientSession() as session:
        for body, error in (("{", "invalid_json"), ("[]", "json_not_object")):
            async with session.post(url, data=body, headers=json) as answer:
                assert (await answer.json())["error"] == error
        form = {
            "channel": desk.channel.id,
            "text": "a",
            "blocks": '[{"type": "divider"}]',
            "token": desk.slack.bot_token,
        }
        query = {"token": desk.slack.bot_token, "channel": desk.channel.id, "text": "b"}
        async with session.get(url, params=query) as answer:
            assert (await answer.json())["message"]["text"] == "b"
        async with session.post(url, data=form, headers=head) as answer:
            assert (await answer.json())["message"]["blocks"][0]["type"] == "divider"
