"""A page at which the libraries never come to an end."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from datetime import timedelta

import pytest

from bot.articles.web.fetch import Web
from bot.editor import Editor
from bot.model import Article, Dossier
from bot.newsdesk import Newsdesk
from bot.storage.memory import Client
from bot.storage.store import Store
from handlers.workbench import Workbench
from tests import newsroom
from tests.fakes.slack import Slack
from tests.fakes.web import Website
from tests.stories.desks import desk_of, note
from tests.stories.pages import TITLE, page

TRAP = "The page that never ends"


class Endless(Editor):
    """An editor that never finishes one of the articles, not even when its story is over."""

    def __init__(self, editor: Editor, gate: threading.Event) -> None:
        super().__init__(editor._reader, editor.version)
        self._gate = gate
        self.caught = 0

    def compile(self, article: Article) -> Dossier:
        """Or wait for the end of the story."""
        if article.title == TRAP:
            self.caught += 1
            self._gate.wait()
            raise TimeoutError
        return super().compile(article)


@pytest.fixture
def gate() -> Iterator[threading.Event]:
    """What the story's threads wait for."""
    event = threading.Event()
    yield event
    event.set()


async def test_a_page_that_never_ends(slack: Slack, site: Website, redis: Client, gate: threading.Event) -> None:
    """Whoever asked for it is told, all of them, after one try; the next article is digested as ever."""
    maria = slack.person("maria")
    here = slack.channel("desk", maria)
    trap, story = site.page("/2025/03/04/trap", page(TRAP)), site.page("/2025/03/04/moyale", page())
    editor = Endless(newsroom.editor(), gate)
    store = Store(redis, timedelta(days=30))
    with Workbench(1.0) as thread:
        async with Web(allow=(site.allow,)) as door:
            desk = desk_of(slack, Newsdesk(door, editor, store, thread), store)
            wanted = [note(slack.say(maria, here, link), link) for link in (trap, trap, story)]
            await asyncio.gather(*map(desk.handle, wanted))
    shown = ["".join(post.shown for post in slack.posts() if post.thread_ts == each.ts) for each in wanted]
    assert ["failed here" in shown[0], "failed here" in shown[1], TITLE in shown[2]] == [True] * 3
    assert editor.caught == 1
