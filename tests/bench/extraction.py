"""What it costs to read a page, beside trafilatura alone on the same pages."""

from __future__ import annotations

from functools import cache
from statistics import median

from trafilatura import bare_extraction
from trafilatura.utils import line_processing, trim

from bot.articles.story.extract import read_html
from tests.bench.benchmark import Benchmark
from tests.bench.clock import WARM_UP, pair, seconds
from tests.bench.pages import pages

PAGES, ROUNDS = 24, 3
ADDRESS = "https://wire.example/2025/03/05/story"


@cache
def _costs() -> tuple[tuple[float, float], ...]:
    """Seconds for each page, ours and trafilatura's: the least of some rounds, since everything else only adds."""
    given = pages(WARM_UP + PAGES)
    for page in given[:WARM_UP]:
        _ours(page), _theirs(page)
    rounds = [[_cost(number, page) for number, page in enumerate(given[WARM_UP:])] for _ in range(ROUNDS)]
    return tuple((min(cost[0] for cost in each), min(cost[1] for cost in each)) for each in zip(*rounds, strict=True))


def _cost(number: int, page: str) -> tuple[float, float]:
    return pair(number, lambda: _ours(page), lambda: _theirs(page))


def _ours(page: str) -> float:
    _forget()
    return seconds(read_html, page, ADDRESS)


def _theirs(page: str) -> float:
    _forget()
    return seconds(bare_extraction, page, favor_precision=True, include_comments=False)


def _forget() -> None:
    """A page of the street is a new one, and its lines are not in trafilatura's caches."""
    line_processing.cache_clear()
    trim.cache_clear()


BENCHMARKS = (
    Benchmark(
        "extraction: over trafilatura alone",
        lambda: sum(ours for ours, _ in _costs()) / sum(theirs for _, theirs in _costs()),
        1.25,
        "x",
    ),
    Benchmark("extraction: a page of 110 kB", lambda: median(ours for ours, _ in _costs()) * 1e3, None, "ms"),
)
