"""The front desk of a worker without its queue: notes are handed to it directly, and again at once where it fails."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager

from aiohttp import ClientError
from slack_sdk.errors import SlackApiError

from bot.articles.web.fetch import Web
from bot.newsdesk import Newsdesk
from bot.storage.store import Store
from bot.storage.turns import Clock
from handlers.clients import OneWorkspace, web_client
from handlers.delivery import Delivery
from handlers.frontdesk import FrontDesk
from handlers.note import Note
from handlers.once import Queue
from tests import newsroom
from tests.fakes.slack import Message, Slack
from tests.fakes.web import Website

SOON = 0.05  # seconds until a status is set
MOST = 9  # tries


@asynccontextmanager
async def newsroom_of(site: Website, store: Store, *more: str) -> AsyncIterator[Newsdesk]:
    """The newsroom as a worker has it; ``more`` are further names of the site, with its port."""
    with ThreadPoolExecutor(1) as thread:
        async with Web(allow=(site.allow, *more)) as door:
            yield Newsdesk(door, newsroom.editor(), store, thread)


class Kept:
    """A queue that nobody works on: what was added, by key, can be looked at and handed in; ``after``: for when."""

    def __init__(self) -> None:
        self.notes: dict[str, Note] = {}
        self.after: dict[str, float] = {}

    async def add(self, note: Note, after: float = 0.0) -> None:
        """Queue it, once."""
        self.notes.setdefault(note.key, note)
        self.after.setdefault(note.key, after)


def desk_of(
    slack: Slack, newsdesk: Newsdesk, store: Store, queue: Queue | None = None, clock: Clock = time.time
) -> FrontDesk:
    """The front desk of one process."""
    delivery = Delivery(OneWorkspace(web_client(slack.bot_token, slack.api_url)), SOON)
    return FrontDesk(newsdesk, store, delivery, queue or Kept(), clock)


def asks(slack: Slack) -> Message:
    """A message of Maria's."""
    maria = slack.person("maria")
    return slack.say(maria, slack.channel("desk", maria), "look at this")


def note(asked: Message, link: str, *, by_name: bool = True) -> Note:
    """What the message wants."""
    key, here = f"{asked.team}:{asked.channel}:{asked.ts}", (asked.team, asked.channel, asked.ts)
    return Note("digest", key, *here, thread=asked.ts, user=asked.user, links=(link,), asked=by_name)


async def persist(desk: FrontDesk, wanted: Note) -> int:
    """Hand the note in until it works, without the pauses of the queue; how often it failed."""
    for failures in range(MOST):
        try:
            await desk.handle(wanted)
        except (SlackApiError, ClientError, OSError):
            continue
        return failures
    raise AssertionError(f"it failed {MOST} times")
