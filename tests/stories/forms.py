"""A page that shows its opening only, and the way to the window for the rest."""

from __future__ import annotations

from tests.fakes.slack import Channel, Ephemeral, Message, Slack, User, View
from tests.fakes.web import Website
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


async def asked_for(slack: Slack, site: Website, maria: User, desk: Channel) -> tuple[Message, Message, View]:
    """A message, the teaser under it, and the window for the rest."""
    asked = slack.say(maria, desk, site.page(STORY, teaser()))
    [first] = await slack.replies(asked)
    await slack.quiet()
    return asked, first, await open_form(slack, maria, first)
