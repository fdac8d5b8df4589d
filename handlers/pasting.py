"""What a worker does with a text that somebody pasted for a page which could not be read whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import structlog

from bot.articles.urls import links
from bot.errors import Refusal
from bot.model import Submission
from handlers.views import notes

if TYPE_CHECKING:
    from bot.newsdesk import Newsdesk
    from handlers.delivery import Delivery
    from handlers.note import Note
    from handlers.publisher import Publisher

_log = structlog.get_logger(__name__)


class Pasting:
    """From the text to its digest, in the place of the words that asked for it."""

    def __init__(self, newsdesk: Newsdesk, delivery: Delivery, publisher: Publisher) -> None:
        self._newsdesk, self._delivery, self._publisher = newsdesk, delivery, publisher

    async def take(self, note: Note) -> None:
        """Digest the text under its link; whoever pasted it is told alone why there is no digest."""
        [url] = note.links
        try:
            async with self._delivery.status(note):
                briefing = await self._newsdesk.digest(_submission(note, url))
        except Refusal as refusal:
            _log.info("refused", kind=refusal.kind, key=note.key, exc_info=refusal.kind == "internal")
            await self._publisher.whisper(note, (notes.refused(refusal, url),))
        else:
            await self._publisher.supply(note, briefing)


def _submission(note: Note, url: str) -> Submission:
    return Submission(links.parse(url), note.text, note.title or None, note.sent, note.workspace)
