"""How long Slack wants us to wait."""

from __future__ import annotations

import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from handlers.clients import PATIENCE, seconds, told_to_wait

TOLD = [
    ("1", 1.0),
    ("0", 0.0),
    ("1.5", 1.5),
    (" 30 ", 30.0),
    ("59.9", 59.9),
    ("3600", PATIENCE),
    ("999999999", PATIENCE),
    ("9" * 400, PATIENCE),
    ("", 1.0),
    ("soon", 1.0),
    ("-5", 1.0),
    ("1e9", 1.0),
    ("1,5", 1.0),
    ("nan", 1.0),
    ("inf", 1.0),
    ("Wed, 21 Oct 2015 07:28:00 GMT", 1.0),
    ("1\n2", 1.0),
]


@pytest.mark.parametrize(("told", "meant"), TOLD)
def test_a_retry_after_is_taken_at_its_word_up_to_a_minute(told: str, meant: float) -> None:
    """What can't be read counts as one second."""
    assert seconds(told) == meant


@pytest.mark.parametrize(
    "case",
    [
        (429, {"Retry-After": "30"}, 30.0),
        (429, {"retry-after": ["30"]}, 30.0),
        (429, {"Retry-After": "0"}, 1.0),
        (429, {}, 1.0),
        (200, {"Retry-After": "30"}, 0.0),
        (500, {}, 0.0),
    ],
)
def test_a_call_that_failed_says_how_long_to_wait(case: tuple[int, dict[str, str], float]) -> None:
    """At least a second, whatever the header; nothing when that is not what was wrong."""
    status, headers, meant = case
    answer = AsyncSlackResponse(
        client=None, http_verb="POST", api_url="", req_args={}, data={"ok": False}, headers=headers, status_code=status
    )
    failure = SlackApiError("no", answer)  # type: ignore[no-untyped-call]  # the SDK leaves it untyped
    assert told_to_wait(failure) == meant
