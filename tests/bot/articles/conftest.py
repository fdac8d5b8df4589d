"""A web site on loopback, and a fetcher that may reach it."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bot.articles.web.fetch import Web
from tests.bot.articles.limits import QUICK
from tests.fakes.web import Website


@pytest.fixture
async def site() -> AsyncIterator[Website]:
    """A web site on loopback."""
    async with Website() as site:
        yield site


@pytest.fixture
def web(site: Website) -> Web:
    """A fetcher with small limits that may reach the site."""
    return Web(QUICK, (site.allow,))
