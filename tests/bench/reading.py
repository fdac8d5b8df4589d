"""What a digest costs beyond the grammar that it is made from, in one process, without cache, queue or network."""

from __future__ import annotations

import time
from dataclasses import replace
from functools import cache
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from bot import topics
from bot.articles.paste.pasted import read_text
from bot.edition import edition
from bot.editor import Editor
from bot.facts.reader import SpacyReader
from bot.settings import DEFAULT_MODEL
from tests.bench.benchmark import Benchmark
from tests.bench.clock import WARM_UP, bare_nlp, editor, pair, seconds
from tests.bench.newswire import article, articles, long_text, stories

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc

    from bot.model import Article

ARTICLES = 36
BATCH = 24  # articles read together
SHORT, SHORTS, LONG = 20_000, 4, 200_000  # characters; how many of the short ones


class Costs(NamedTuple):
    """Seconds for one article: its digest, bare `nlp` on its text, and the countries alone."""

    digest: float
    nlp: float
    countries: float


@cache
def _costs() -> tuple[Costs, ...]:
    return tuple(_cost(number, article(story)) for number, story in enumerate(stories(WARM_UP + ARTICLES)[WARM_UP:]))


def _cost(number: int, given: Article) -> Costs:
    ours, theirs = editor(), bare_nlp()
    digest, nlp = pair(number, lambda: seconds(ours.compile, given), lambda: seconds(theirs, given.text))
    reading = ours.compile(given).reading
    return Costs(digest, nlp, seconds(topics.tag, given.text, given.title, reading, given.body_start))


class Watched(SpacyReader):
    """Adds up the seconds of the grammar alone, so that the rest of a digest can be told."""

    grammar = 0.0

    def _parse(self, articles: list[Article]) -> Iterator[Doc]:
        began = time.thread_time()
        docs = list(super()._parse(articles))
        self.grammar += time.thread_time() - began
        return iter(docs)


class Pace(NamedTuple):
    """Seconds a character: for the whole digest, and for all that follows the grammar."""

    digest: float
    added: float


@cache
def _growth() -> Pace:
    """Time per character of a long text over that of short ones: 1 where it is linear."""
    reader = Watched(DEFAULT_MODEL)
    desk = Editor(reader, edition(reader.version))
    for given in articles(WARM_UP):
        desk.compile(given)
    short = [_pace(desk, reader, long_text(SHORT, number * 50)) for number in range(SHORTS)]
    long = _pace(desk, reader, long_text(LONG))
    return Pace(long.digest / median(each.digest for each in short), long.added / median(each.added for each in short))


def _pace(desk: Editor, reader: Watched, text: str) -> Pace:
    given = replace(read_text("A text of any length."), text=text, title=None, body_start=0)
    before = reader.grammar
    took = seconds(desk.compile, given)
    return Pace(took / len(text), (took - (reader.grammar - before)) / len(text))


def _together() -> float:
    """A batch of articles, which goes through the network together, over the same articles one by one."""
    ours, given = editor(), [article(story) for story in stories(WARM_UP + BATCH)[WARM_UP:]]
    ratios = []
    for number in range(3):
        batch, alone = pair(
            number,
            lambda: seconds(lambda: list(ours.compile_many(given))),
            lambda: seconds(lambda: [ours.compile(each) for each in given]),
        )
        ratios.append(batch / alone)
    return median(ratios)


BENCHMARKS = (
    Benchmark(
        "digest: over bare nlp, 430 words", lambda: median(cost.digest / cost.nlp for cost in _costs()), 1.25, "x"
    ),
    Benchmark("digest: 430 words", lambda: median(cost.digest for cost in _costs()) * 1e3, None, "ms"),
    Benchmark("digest: countries of 430 words", lambda: median(cost.countries for cost in _costs()) * 1e3, None, "ms"),
    Benchmark("digest: a batch over one by one", _together, 1.05, "x"),
    Benchmark("digest: 200 kB over 20 kB, a character", lambda: _growth().digest, 1.3, "x"),
    Benchmark("digest: facts of 200 kB over 20 kB", lambda: _growth().added, 1.5, "x"),
)
