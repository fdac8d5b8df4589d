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
    from collections.abc import Awaitable

    from slack_sdk.http_retry.request import HttpRequest
    from slack_sdk.http_retry.response import HttpResponse
    from slack_sdk.http_retry.state import RetryState
    from slack_sdk.web.async_slack_response import AsyncSlackResponse

TOO_MANY_REQUESTS = 429
PATIENCE = 60.0  # seconds: the longest wait that is taken at its word; the job goes on trying after it
RETRIES = 20
REFUSED = frozenset(
    {"invalid_auth", "not_authed", "account_inactive", "token_revoked", "token_expired", "not_allowed_token_type"}
)
_log = structlog.get_logger(__name__)


class WaitWhenTold(AsyncRetryHandler):
    """Waits as long as a 429 says in ``Retry-After``; a header that is no number counts as one second.

    The SDK's own handler raises on such a header. Connection errors are left alone on purpose: a post whose answer was
    lost may stand in the channel, and only the thread tells.
    """

    def __init__(self) -> None:
        super().__init__(max_retry_count=RETRIES)

    async def _can_retry_async(
        self,
        *,
        state: RetryState,  # noqa: ARG002  the SDK calls by keyword
        request: HttpRequest,  # noqa: ARG002  likewise
        response: HttpResponse | None = None,
        error: Exception | None = None,  # noqa: ARG002  likewise
    ) -> bool:
        return response is not None and response.status_code == TOO_MANY_REQUESTS

    async def prepare_for_next_attempt_async(
        self,
        *,
        state: RetryState,
        request: HttpRequest,  # noqa: ARG002  the SDK calls by keyword
        response: HttpResponse | None = None,
        error: Exception | None = None,  # noqa: ARG002  likewise
    ) -> None:
        """Wait, then ask for another attempt."""
        headers = response.headers if response else {}
        told = next((values[0] for name, values in headers.items() if name.lower() == "retry-after" and values), "")
        state.next_attempt_requested = True
        await asyncio.sleep(seconds(told))
        state.increment_current_attempt()


def seconds(told: str) -> float:
    """How long ``Retry-After`` means, 0 to `PATIENCE` seconds; one second when it can't be read."""
    number = re.fullmatch(r"\s*(\d+(?:\.\d+)?)\s*", told)
    return min(float(number[1]), PATIENCE) if number else 1.0


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
    """A Web API client that waits when told."""
    return AsyncWebClient(token=token, base_url=base_url, retry_handlers=[WaitWhenTold()])


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
