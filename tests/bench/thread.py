"""From an event of Slack to the digest in its thread, the whole bot in one process, over what can't be avoided.

Its parts are fetch, extraction and bare `nlp`, measured in the same run on the same pages.
"""

from __future__ import annotations

import asyncio
import time
from functools import cache

from bot.articles.story.extract import read_html
from bot.articles.urls import links
from bot.articles.web.fetch import Web
from bot.settings import Pace, Settings
from tests.bench.benchmark import Benchmark
from tests.bench.clock import WARM_UP, bare_nlp, percentile
from tests.bench.pages import pages
from tests.bench.redis import redis
from tests.fakes.slack import Slack
from tests.fakes.web import Website
from tests.newsroom import editor
from tests.stories.conftest import running

PAGES = 30
PATIENCE = 30.0  # seconds for one digest: a machine that is so slow can't be measured


@cache
def _costs() -> tuple[tuple[float, float], ...]:
    """Seconds for each page: from the event to the digest, and for fetch, extraction and bare `nlp` together."""
    editor(), bare_nlp()
    with redis() as url:
        return asyncio.run(_measure(url))


async def _measure(url: str) -> tuple[tuple[float, float], ...]:
    async with Slack() as slack, Website() as site:
        settings = Settings(
            _env_file=None,
            slack_bot_token=slack.bot_token,
            slack_app_token=slack.app_token,
            slack_api_url=slack.api_url,
            redis_url=url,
            dateline_fetch_allow=(site.allow,),
        )
        desk = Desk(slack, site)
        urls = [site.page(f"/2025/03/05/story-{n}", page) for n, page in enumerate(pages(WARM_UP + PAGES))]
        async with running(settings, Pace(host=10_000, workspace=10_000)):
            took = [await desk.cost(number, url) for number, url in enumerate(urls)]
    return tuple(took[WARM_UP:])


class Desk:
    """A workspace in which links are posted, one after the other, each in a channel that knows no story yet.

    The stories of a benchmark are alike, and of a second one only what is new would be told.
    """

    def __init__(self, slack: Slack, site: Website) -> None:
        self._slack, self._site = slack, site
        self._maria = slack.person("maria")

    async def cost(self, number: int, url: str) -> tuple[float, float]:
        """Both sides of one page; which comes first changes, since the second finds its lines in caches."""
        if number % 2:
            parts = await self._parts(url)
            return await self._whole(url), parts
        return await self._whole(url), await self._parts(url)

    async def _whole(self, url: str) -> float:
        channel = self._slack.channel("desk", self._maria)
        began = time.perf_counter()
        await self._slack.replies(self._slack.say(self._maria, channel, url), timeout=PATIENCE)
        took = time.perf_counter() - began
        await self._slack.quiet()
        return took

    async def _parts(self, url: str) -> float:
        began = time.perf_counter()
        async with Web(allow=(self._site.allow,)) as web:
            page = await web.get(links.parse(url))
        bare_nlp()(read_html(page.text, page.url).text)
        return time.perf_counter() - began


def _over(share: float) -> float:
    """Page by page, since a shared machine is not equally fast for all of them."""
    return percentile([whole / parts for whole, parts in _costs()], share)


def _milliseconds(share: float) -> float:
    return percentile([whole for whole, _ in _costs()], share) * 1e3


BENCHMARKS = (
    Benchmark("event to digest: over its parts, p50", lambda: _over(0.5), 1.5, "x"),
    Benchmark("event to digest: over its parts, p95", lambda: _over(0.95), None, "x"),
    Benchmark("event to digest: p50", lambda: _milliseconds(0.5), None, "ms"),
    Benchmark("event to digest: p95", lambda: _milliseconds(0.95), None, "ms"),
)
