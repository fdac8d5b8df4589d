"""A worker as far as the page is read, measured from inside: ``python -m …hostile.worker LIMITS ALLOW``.

A link a line comes in, a JSON object a line goes out: ``outcome`` ("read", a refusal's kind, or the name of an
exception), its ``words``, ``seconds``, ``lag`` (the longest time in ms that the event loop stood still while this
process was computing), ``peak`` and ``rss`` in MB.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psutil

from bot.articles import judge, ready
from bot.articles.urls import links
from bot.articles.web.fetch import Limits, Web
from bot.errors import Refusal
from bot.newsdesk import read_page

TICK = 0.005  # seconds
_MB = 1e6


class Gauge:
    """The longest pause of the loop, and the most memory, since the last reset."""

    def __init__(self) -> None:
        self._process = psutil.Process()
        self.reset()

    def reset(self) -> None:
        """Begin anew; on Linux the kernel keeps the peak, elsewhere it is what the ticks see."""
        self.lag, self.peak = 0.0, self.rss
        with contextlib.suppress(OSError):
            Path("/proc/self/clear_refs").write_text("5", encoding="ascii")

    @property
    def rss(self) -> float:
        """MB held now."""
        return float(self._process.memory_info().rss) / _MB

    @property
    def high(self) -> float:
        """MB at the peak."""
        status = Path("/proc/self/status")
        lines = status.read_text(encoding="ascii").split("\n") if status.exists() else []
        kernel = [int(line.split()[1]) * 1024 / _MB for line in lines if line.startswith("VmHWM")]
        return max(self.peak, *kernel, self.rss)

    async def tick(self) -> None:
        """For ever: a late tick counts only as far as this process was computing, since others share the machine."""
        while True:
            clock, computed = time.perf_counter(), time.process_time()
            await asyncio.sleep(TICK)
            late = min(time.perf_counter() - clock - TICK, time.process_time() - computed)
            self.lag, self.peak = max(self.lag, late), max(self.peak, self.rss)


async def _read(web: Web, thread: ThreadPoolExecutor, url: str) -> tuple[str, str]:
    try:
        page = await web.get(links.parse(url))
        article = await asyncio.get_running_loop().run_in_executor(thread, read_page, page)
        judge.check(article)
    except Refusal as refusal:
        return refusal.kind, refusal.message
    except Exception as error:  # noqa: BLE001  any other one is what the tests look for
        return type(error).__name__, str(error)
    return "read", article.text[:50_000]


async def _work(limits: Limits, allow: str) -> None:
    ready.load()
    gauge = Gauge()
    ticking = asyncio.create_task(gauge.tick())
    with ThreadPoolExecutor(1) as thread:
        async with Web(limits, (allow,)) as web:
            while line := await asyncio.to_thread(sys.stdin.readline):
                gauge.reset()
                began = time.perf_counter()
                done = await asyncio.gather(*(_read(web, thread, url) for url in json.loads(line)))
                told = {"seconds": time.perf_counter() - began, "lag": gauge.lag * 1e3}
                told |= {"peak": gauge.high, "rss": gauge.rss}
                _say([{"outcome": outcome, "words": words, **told} for outcome, words in done])
    ticking.cancel()


def _say(value: object) -> None:
    sys.stdout.write(json.dumps(value) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    asyncio.run(_work(Limits(**json.loads(sys.argv[1])), sys.argv[2]))
