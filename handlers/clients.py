"""Web API clients, one a workspace, that wait when Slack says so and never post twice by themselves."""

from __future__ import annotations

import asyncio
import re
from typing import TYPE_CHECKING, Protocol

import structlog
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.async_handler import AsyncRetryHandler
from slack_sdk.web.async_client import AsyncWebClient

from bot.errors import BadSettings
from handlers.ladder import reason

if TYPE_CHECKING:
    from collections.abc import Awaitable, Mapping, Sequence

    from slack_sdk.http_retry.request import HttpRequest
    from slack_sdk.http_retry.response import HttpResponse
    from slack_sdk.http_retry.state import RetryState
    from slack_sdk.web.async_slack_response import AsyncSlackResponse

TOO_MANY_REQUESTS = 429
PATIENCE = 60.0  # seconds: the longest wait that is taken at its word; the job goes on trying after it
RETRIES = 20
MOMENT, MOMENTS = 2.0, 2  # the longest wait on the spot, and how many of them; a job that must wait longer is put off
REFUSED = frozenset(
    {"invalid_auth", "not_authed", "account_inactive", "token_revoked", "token_expired", "not_allowed_token_type"}
)
_log = structlog.get_logger(__name__)


class WaitWhenTold(AsyncRetryHandler):
    """Waits as long as a 429 says in ``Retry-After``; a header that is no number counts as one second.

    The SDK's own handler raises on such a header. Connection errors are left alone on purpose: a post whose answer was
    lost may stand in the channel, and only the thread tells. What is to take longer than ``longest`` seconds, or comes
    more than ``retries`` times, is left to the caller: `told_to_wait` says how long it is.
    """

    def __init__(self, longest: float = PATIENCE, retries: int = RETRIES) -> None:
        super().__init__(max_retry_count=retries)
        self._longest = longest

    async def _can_retry_async(
        self,
        *,
        state: RetryState,  # noqa: ARG002  the SDK calls by keyword
        request: HttpRequest,  # noqa: ARG002  likewise
        response: HttpResponse | None = None,
        error: Exception | None = None,  # noqa: ARG002  likewise
    ) -> bool:
        if response is None or response.status_code != TOO_MANY_REQUESTS:
            return False
        return seconds(_told(response.headers)) <= self._longest

    async def prepare_for_next_attempt_async(
        self,
        *,
        state: RetryState,
        request: HttpRequest,  # noqa: ARG002  the SDK calls by keyword
        response: HttpResponse | None = None,
        error: Exception | None = None,  # noqa: ARG002  likewise
    ) -> None:
        """Wait, then ask for another attempt."""
        state.next_attempt_requested = True
        await asyncio.sleep(seconds(_told(response.headers if response else {})))
        state.increment_current_attempt()


def seconds(told: str) -> float:
    """How long ``Retry-After`` means, 0 to `PATIENCE` seconds; one second when it can't be read."""
    number = re.fullmatch(r"\s*(\d+(?:\.\d+)?)\s*", told)
    return min(float(number[1]), PATIENCE) if number else 1.0


def told_to_wait(error: SlackApiError) -> float:
    """For how many seconds Slack takes no more of this, at least one; 0: that is not what is wrong."""
    if getattr(error.response, "status_code", 0) != TOO_MANY_REQUESTS:
        return 0.0
    return max(1.0, seconds(_told(error.response.headers)))


def _told(headers: Mapping[str, str | Sequence[str]]) -> str:
    """The header as it came; the SDK has a list of each one in one place, and a string in another."""
    told = next((value for name, value in headers.items() if name.lower() == "retry-after"), "")
    return told if isinstance(told, str) else next(iter(told), "")


class Clients(Protocol):
    """Whose token speaks in a workspace."""

    async def of(self, workspace: str) -> AsyncWebClient:
        """A client with the bot's token of that workspace."""


class OneWorkspace:
    """The client of a bot with one token, whatever workspace asks."""

    def __init__(self, client: AsyncWebClient) -> None:
        self._client = client

    async def of(self, workspace: str) -> AsyncWebClient:  # noqa: ARG002  there is only one
        """The one client."""
        return self._client


def web_client(token: str | None, base_url: str) -> AsyncWebClient:
    """A Web API client that waits when told, for a moment; then its call fails as rate-limited."""
    return AsyncWebClient(token=token, base_url=base_url, retry_handlers=[WaitWhenTold(MOMENT, MOMENTS)])


async def greet(asked: Awaitable[AsyncSlackResponse], setting: str) -> AsyncSlackResponse | None:
    """What Slack answers to the first call with the token of a setting; trouble that passes is only logged: None.

    Raises:
        BadSettings: Slack does not know the token.
    """
    try:
        return await asked
    except SlackApiError as error:
        if reason(error) in REFUSED:
            raise BadSettings((f"{setting}: Slack says {reason(error)}; copy the token again.",)) from None
        _log.warning("Slack does not answer as it should", reason=reason(error))
    except Exception as error:  # noqa: BLE001  whatever the client's HTTP library raises: no fault of the settings
        _log.warning("Slack is out of reach", reason=type(error).__name__)
    return None
