"""A page that shows its opening only, and the way to the window for the rest."""

from __future__ import annotations

from tests.fakes.slack import Ephemeral, Message, Slack, User, View
from tests.handlers.payloads import PARAGRAPHS
from tests.stories.pages import page

STORY = "/2025/03/04/moyale-crossing-reopens"
OPENING = PARAGRAPHS[0]
CALL = "Subscribe now to continue reading this article."


def teaser() -> str:
    """The first paragraph, and the call to pay for the others."""
    locked = '<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": false}</script>'
    return page(paragraphs=(OPENING, PARAGRAPHS[2], CALL), head=locked)


async def open_form(slack: Slack, user: User, where: Message | Ephemeral) -> View:
    """Press the button; the window that opens."""
    assert (await slack.click(user, where, "paste_text").done()).acked
    return slack.modals(user)[-1]
