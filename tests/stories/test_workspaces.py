"""Two workspaces in one memory: neither sees what the other one handed in."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bot.articles.urls.links import parse
from bot.model import Submission
from bot.newsdesk import Newsdesk
from bot.storage.store import Store
from tests import newsroom
from tests.fakes.web import Website
from tests.handlers.payloads import ARTICLE
from tests.stories.desks import newsroom_of
from tests.stories.pages import page

STORY = "/2025/03/04/moyale-crossing-reopens"


@pytest.fixture
async def newsdesk(site: Website, store: Store) -> AsyncIterator[Newsdesk]:
    """The newsroom as a worker has it."""
    async with newsroom_of(site, store) as room:
        yield room


async def test_pasted_texts_stay_in_their_workspace(newsdesk: Newsdesk, store: Store) -> None:
    """The same text pasted in another one is read anew, and neither finds what the other one keeps."""
    mine = await newsdesk.digest(Submission(text=ARTICLE, workspace="T1"))
    assert (await newsdesk.digest(Submission(text=ARTICLE, workspace="T1"))).remembered
    version = newsroom.editor().version
    assert await store.recall(version, mine.identity, "T1")
    assert await store.recall(version, mine.identity, "T2") is None
    assert await store.recall(version, mine.identity, None) is None
    assert not (await newsdesk.digest(Submission(text=ARTICLE, workspace="T2"))).remembered


async def test_pages_are_shared_unless_their_address_is_a_secret(newsdesk: Newsdesk, site: Website) -> None:
    """What anybody may read is read once; what carries a token is read for each workspace by itself."""
    public, secret = site.page(STORY, page()), site.page(f"{STORY}?token=s3cr3t", page())
    for link, remembered in ((parse(public), True), (parse(secret), False)):
        first = await newsdesk.digest(Submission(link=link, workspace="T1"))
        second = await newsdesk.digest(Submission(link=link, workspace="T2"))
        assert (first.remembered, second.remembered) == (False, remembered)
