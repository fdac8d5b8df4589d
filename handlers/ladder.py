"""What Slack refuses is said again in fewer blocks, then plainly: never silence."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import structlog
from slack_sdk.errors import SlackApiError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from handlers.views.message import Message

    Said = TypeVar("Said")

UNFIT = frozenset({"invalid_blocks", "invalid_blocks_format", "msg_too_long", "msg_blocks_too_long", "no_text"})
_log = structlog.get_logger(__name__)


async def climb(ladder: Sequence[Message], say: Callable[[Message], Awaitable[Said]]) -> Said:
    """Say the first message of ``ladder`` that Slack takes; what ``say`` gave.

    Raises:
        SlackApiError: Slack refused the last one too, or for another reason than its shape.
    """
    for message in ladder[:-1]:
        try:
            return await say(message)
        except SlackApiError as error:
            if reason(error) not in UNFIT:
                raise
            _log.warning("message refused", reason=reason(error), detail=error.response.get("errors"))
    return await say(ladder[-1])


def reason(error: SlackApiError) -> str:
    """Slack's name for the error; empty where it answered with something else than its JSON."""
    data = getattr(error.response, "data", None)
    return str(data.get("error") or "") if isinstance(data, dict) else ""
