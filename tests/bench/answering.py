"""What a question costs, over an article that was read and embedded before, and what embedding costs.

The bound is 50 ms on a quiet machine, where bare `nlp` takes 5 ms for a question: a ratio, so that it holds on a slow
one.
"""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING, NamedTuple

from bot.model import Question
from tests.bench.benchmark import Benchmark
from tests.bench.clock import WARM_UP, bare_nlp, editor, pair, percentile, seconds
from tests.bench.newswire import article, stories

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.bench.newswire import Story

ARTICLES = 12
QUESTIONS = (
    "who said that?",
    "when did it happen?",
    "how many people were hurt?",
    "why did they close it?",
    "what did the ministry say about the money?",
    "Where were the missing last seen, and by whom?",
    "did the government agree?",
    "and what comes next",
    "how much will the repairs cost",
    "who is the minister?",
)


class Cost(NamedTuple):
    """Seconds for one question: its answer, and bare `nlp` on its words."""

    answer: float
    nlp: float


@cache
def _costs() -> tuple[Cost, ...]:
    costs = [cost for number, story in enumerate(stories(WARM_UP + ARTICLES)) for cost in _asked(number, story)]
    return tuple(costs[WARM_UP * len(QUESTIONS) :])


def _asked(number: int, story: Story) -> Iterator[Cost]:
    """All questions about one story; each word by word new, so that no cache has seen it."""
    ours, theirs = editor(), bare_nlp()
    dossier = ours.embed(ours.compile(article(story)))
    for words in QUESTIONS:
        question = Question(f"{story.title.split()[number % 3]}: {words}")
        answer = partial(seconds, ours.answer, question, dossier)
        yield Cost(*pair(number, answer, partial(seconds, theirs, question.words)))


@cache
def _embedding() -> tuple[float, ...]:
    """Seconds to embed an article of about 430 words."""
    ours = editor()
    dossiers = [ours.compile(article(story)) for story in stories(WARM_UP + 2 * ARTICLES)[WARM_UP + ARTICLES :]]
    return tuple(seconds(ours.embed, dossier) for dossier in dossiers)


BENCHMARKS = (
    Benchmark(
        "answer: over bare nlp(question), p50", lambda: percentile([c.answer / c.nlp for c in _costs()], 0.5), 10, "x"
    ),
    Benchmark("answer: p50", lambda: percentile([cost.answer for cost in _costs()], 0.5) * 1e3, None, "ms"),
    Benchmark("answer: p95", lambda: percentile([cost.answer for cost in _costs()], 0.95) * 1e3, None, "ms"),
    Benchmark("answer: bare nlp(question), p50", lambda: percentile([c.nlp for c in _costs()], 0.5) * 1e3, None, "ms"),
    Benchmark("answer: embedding 430 words", lambda: percentile(_embedding(), 0.5) * 1e3, None, "ms"),
)
