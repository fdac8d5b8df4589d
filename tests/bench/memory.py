"""What a worker holds at its peak, with very long articles among many of the usual length, and questions about them."""

from __future__ import annotations

import asyncio
from functools import cache

from tests.bench import processes
from tests.bench.benchmark import Benchmark
from tests.bench.newswire import long_text
from tests.bench.pages import long_page, pages
from tests.bench.redis import redis
from tests.fakes.slack import Slack
from tests.fakes.web import Website

ARTICLES, LONG, CHARACTERS = 200, 3, 300_000
LONG_AT = tuple((2 * number + 1) * ARTICLES // (2 * LONG) for number in range(LONG))
QUESTIONS = 20  # about articles of the usual length, beside one about each long one
PATIENCE = 300.0  # seconds for all of them


@cache
def _peak() -> float:
    """Megabytes at the peak of a worker."""
    with redis() as url:
        return asyncio.run(_measure(url))


async def _measure(url: str) -> float:
    async with Slack() as slack, Website() as site:
        environment = processes.settings(slack, site, url)
        async with processes.web(slack, environment), processes.process("worker", environment) as worker:
            maria = slack.person("maria")
            desk = slack.channel("desk", maria)
            heads = []
            for number, page in enumerate(_pages()):
                heads.append(slack.say(maria, desk, site.page(f"/2025/03/05/story-{number}", page)))
                await slack.deliveries.all[-1].done()
            await slack.wait_for(lambda: len(slack.posts(desk)) >= ARTICLES, PATIENCE)
            for place in (*LONG_AT, *range(0, ARTICLES, ARTICLES // QUESTIONS)):
                words = f"<@{slack.bot().id}> what did the ministry say?"
                slack.say(maria, desk, words, thread_ts=heads[place].ts)
                await slack.deliveries.all[-1].done()
            await slack.wait_for(lambda: len(slack.posts(desk)) >= ARTICLES + LONG + QUESTIONS, PATIENCE)
        return worker.cost.peak


def _pages() -> tuple[str, ...]:
    """The long ones spread among the others."""
    long = [
        long_page(long_text(CHARACTERS, n * 1000), f"The longest report of the year, part {n}") for n in range(LONG)
    ]
    usual = list(pages(ARTICLES - LONG))
    for place, page in zip(LONG_AT, long, strict=True):
        usual.insert(place, page)
    return tuple(usual)


BENCHMARKS = (Benchmark("worker: peak memory, 300 kB among 200", _peak, 450, "MB"),)
