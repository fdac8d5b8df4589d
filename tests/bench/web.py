"""What a web process costs: it answers Slack in time and in little memory, since it never loads the grammar."""

from __future__ import annotations

import asyncio
import sys
import time
from functools import cache
from typing import NamedTuple

from tests.bench import processes
from tests.bench.benchmark import Benchmark
from tests.bench.clock import percentile
from tests.bench.newswire import stories
from tests.bench.redis import redis
from tests.fakes.slack import Slack
from tests.fakes.web import Website

HANDFUL = 12


class Figures(NamedTuple):
    """Of one web process, after a handful of events.

    Seconds of its imports and of each acknowledgement, megabytes that it holds, heavy libraries that it has loaded.
    """

    imports: float
    acknowledged: tuple[float, ...]
    megabytes: float
    heavy: tuple[str, ...]


@cache
def _figures() -> Figures:
    with redis() as url:
        return asyncio.run(_measure(url))


async def _measure(url: str) -> Figures:
    async with (
        Slack() as slack,
        Website() as site,
        processes.web(slack, processes.settings(slack, site, url)) as running,
    ):
        acknowledged = await _bring(slack)
        megabytes = running.megabytes
    cost = running.cost
    return Figures(cost.seconds, acknowledged, megabytes, cost.heavy)


async def _bring(slack: Slack) -> tuple[float, ...]:
    """A handful of events, one after the other: links and pasted articles."""
    maria = slack.person("maria")
    desk = slack.channel("desk", maria)
    took = []
    for number, story in enumerate(stories(HANDFUL)):
        began = time.perf_counter()
        slack.say(maria, desk, story.text if number % 2 else f"https://wire.example/2025/03/05/story-{number}")
        delivery = await slack.deliveries.all[-1].done()
        took.append(time.perf_counter() - began)
        if not delivery.acked:
            sys.exit(f"a web process does not acknowledge: {delivery.outcomes[-1].reason}")
    return tuple(took)


BENCHMARKS = (
    Benchmark("web process: memory after some events", lambda: _figures().megabytes, 130, "MB"),
    Benchmark("web process: heavy libraries", lambda: len(_figures().heavy), 0, "loaded"),
    Benchmark("web process: imports", lambda: _figures().imports, None, "s"),
    Benchmark("web process: acknowledgement, p50", lambda: percentile(_figures().acknowledged, 0.5) * 1e3, None, "ms"),
)
