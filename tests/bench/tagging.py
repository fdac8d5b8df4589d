"""What it costs to find an article's countries, beside plain matching of a dictionary as newsmap does it."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from bot.topics import gazetteer, tag
from tests.bench.benchmark import Benchmark
from tests.bench.clock import WARM_UP, pair, seconds
from tests.bench.newswire import articles

if TYPE_CHECKING:
    from bot.model import Article

ARTICLES, ROUNDS = 120, 5
SEEDS = frozenset({"name", "demonym", "seat"})  # newsmap's seed words: countries, their people, their capitals
GRAM = 3
WORD = re.compile(r"[^\W\d_]+")


@cache
def _dictionary() -> dict[str, str]:
    owners = gazetteer.load().owners
    return {name: each[0].code for name, each in owners.items() if each[0].kind in SEEDS}


def _dictionary_matching(text: str) -> str | None:
    """The country that most words, and runs of up to three words, of a text are listed for: no case, no context."""
    listed = _dictionary()
    words = [word.lower() for word in WORD.findall(text)]
    found: Counter[str] = Counter()
    for index in range(len(words)):
        for length in range(1, GRAM + 1):
            code = listed.get(" ".join(words[index : index + length]))
            if code:
                found[code] += 1
    return max(found, key=found.__getitem__) if found else None


@cache
def _costs() -> tuple[tuple[float, float], ...]:
    """Seconds for each article, ours and the dictionary's: the least of some rounds."""
    given = tuple(articles(WARM_UP + ARTICLES))
    for article in given[:WARM_UP]:
        _cost(0, article)
    rounds = [[_cost(number, article) for number, article in enumerate(given[WARM_UP:])] for _ in range(ROUNDS)]
    return tuple((min(cost[0] for cost in each), min(cost[1] for cost in each)) for each in zip(*rounds, strict=True))


def _cost(number: int, article: Article) -> tuple[float, float]:
    return pair(
        number,
        lambda: seconds(tag, article.text, body_start=article.body_start),
        lambda: seconds(_dictionary_matching, article.text),
    )


BENCHMARKS = (
    Benchmark(
        "tagging: over dictionary matching alone",
        lambda: sum(ours for ours, _ in _costs()) / sum(theirs for _, theirs in _costs()),
        3.5,
        "x",
    ),
    # 500 articles a second on one core.
    Benchmark("tagging: an article", lambda: sum(ours for ours, _ in _costs()) / ARTICLES * 1e3, 2.0, "ms"),
)
