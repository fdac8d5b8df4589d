"""The Slack routing table, one line per thing that Slack can send, and what Slack hears when it fails."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import structlog
from slack_bolt import BoltResponse
from slack_bolt.authorization import AuthorizeResult

from bot.errors import StoreDown
from handlers.actions import Actions
from handlers.commands import Commands
from handlers.lifecycle import Lifecycle
from handlers.mentions import Mentions
from handlers.messages import Messages
from handlers.shortcuts import Shortcuts
from handlers.views.answer import ASK
from handlers.views.paste import PASTE, PASTE_TEXT, later

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from slack_bolt.async_app import AsyncAck, AsyncApp

    from bot.storage.store import Store
    from handlers.once import Once

OK, UNAVAILABLE, FAULT = 200, 503, 500
_ANY = re.compile(".*")
_log = structlog.get_logger(__name__)


def authorized(token: str | None) -> Callable[..., Awaitable[AuthorizeResult]]:
    """For Bolt: every request that Slack signed concerns the one workspace whose token we have.

    Slack isn't asked: Bolt's own check acknowledges an event, and forgets it, when Slack's answer is an error.
    """

    async def authorize(enterprise_id: str | None, team_id: str | None) -> AuthorizeResult:
        return AuthorizeResult(enterprise_id=enterprise_id, team_id=team_id, bot_token=token)

    return authorize


def routes(app: AsyncApp, once: Once, store: Store) -> None:
    """Connect everything that Slack sends with its listener."""
    app.error(_failed)
    app.event("message")(Messages(once).heard)
    app.event("app_mention")(Mentions(once).asked)
    app.event("app_uninstalled")(Lifecycle(once).left)
    app.event("tokens_revoked")(Lifecycle(once).left)
    app.event(_ANY)(_overhear)
    app.command("/dateline")(Commands(once).typed)
    app.shortcut("digest_this")(Shortcuts(once).pressed)
    app.action("show_evidence")(Actions(once, store).evidence)
    app.action(re.compile(rf"{ASK}_\d"))(Actions(once, store).suggested)
    app.action(re.compile(r"order_\w+"))(Actions(once, store).ordered)
    app.action(PASTE_TEXT)(Actions(once, store).offered)
    app.view(PASTE)(Actions(once, store).pasted)
    app.action(_ANY)(_acknowledge)


async def _overhear() -> None:
    """An event that a newer manifest subscribes to: unanswered, Slack would bring it four times, then none at all."""


async def _acknowledge(ack: AsyncAck) -> None:
    """Buttons that only open a link still send an action."""
    await ack()


async def _failed(error: Exception, body: dict[str, Any]) -> BoltResponse:
    """Nothing is acknowledged, so that Slack delivers again. The log names the kind of payload, never its text."""
    kind = body.get("event", {}).get("type") or body.get("type") or body.get("command")
    if isinstance(error, StoreDown):
        _log.warning("not queued", payload=kind, reason=str(error))
        return _held(body) or BoltResponse(status=UNAVAILABLE)
    _log.error("listener failed", payload=kind, exc_info=error)
    return BoltResponse(status=FAULT)


def _held(body: dict[str, Any]) -> BoltResponse | None:
    """A window is not brought again: it stays open with the text in it, and says that under the field."""
    if body.get("type") != "view_submission" or body["view"].get("callback_id") != PASTE:
        return None
    return BoltResponse(status=OK, body={"response_action": "errors", "errors": later()})
