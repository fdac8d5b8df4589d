"""In which time zone a reader lives: what Slack's profile says, remembered for a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

import structlog
from slack_sdk.errors import SlackApiError

from bot.newsdesk.mornings import UNKNOWN
from handlers.clients import told_to_wait
from handlers.ladder import reason
from handlers.sight import PASSING, PERSON

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.storage.store import Store
    from handlers.clients import Clients

MOST = 40  # profiles that are asked for at once: Slack takes about a hundred a minute, of all workers together
_log = structlog.get_logger(__name__)


class Zones:
    """Time zones of readers: of a person their own, of a channel that of whoever subscribed it."""

    def __init__(self, store: Store, clients: Clients) -> None:
        self._store, self._clients = store, clients

    async def of(self, workspace: str, readers: Iterable[str]) -> dict[str, str]:
        """The zones of those of whom it is known, or can be found out now; the others are to be asked for later."""
        asked = tuple(dict.fromkeys(readers))
        known = await self._store.zones(workspace, asked)
        try:
            for reader in [each for each in asked if each not in known][:MOST]:
                known[reader] = await self._look_up(workspace, reader)
                await self._store.keep_zone(workspace, reader, known[reader])
        except SlackApiError as error:  # too many questions, or trouble that passes
            _log.info("zones wait", workspace=workspace, reason=reason(error))
        return known

    async def _look_up(self, workspace: str, reader: str) -> str:
        if reader.startswith(PERSON):
            return await self._profile(workspace, reader)
        wishes = await self._store.following(workspace, reader)
        person = next((wish.by for wish in wishes if wish.by), "")
        return await self._profile(workspace, person) if person else UNKNOWN

    async def _profile(self, workspace: str, person: str) -> str:
        client = await self._clients.of(workspace)
        try:
            found = await client.users_info(user=person)
        except SlackApiError as error:
            if told_to_wait(error) or reason(error) in PASSING:
                raise
            return UNKNOWN
        return str((found.get("user") or {}).get("tz") or UNKNOWN)
