"""Time, and what all benchmarks of the newsroom need: the reader of the bot, and spaCy alone beside it."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Sequence
from functools import cache
from typing import TYPE_CHECKING

from bot.settings import DEFAULT_MODEL
from tests import newsroom
from tests.bench.newswire import articles

if TYPE_CHECKING:
    from spacy.language import Language

    from bot.editor import Editor

WARM_UP = 3  # articles read before the clock runs
Works = Callable[..., object]


@cache
def editor() -> Editor:
    """The bot's own, warm."""
    made = newsroom.editor()
    for article in articles(WARM_UP):
        made.compile(article)
    return made


@cache
def bare_nlp() -> Language:
    """The default model with all its pipes and nothing of ours, warm."""
    import spacy

    nlp = spacy.load(DEFAULT_MODEL)
    for article in articles(WARM_UP):
        nlp(article.text)
    return nlp


def seconds(work: Works, *args: object, **named: object) -> float:
    """How long one call computes: this thread's own time, since the machine may be shared with others."""
    began = time.thread_time()
    work(*args, **named)
    return time.thread_time() - began


def pair(number: int, ours: Callable[[], float], theirs: Callable[[], float]) -> tuple[float, float]:
    """Both sides of a ratio, one after the other; which comes first changes with the number."""
    if number % 2:
        late = theirs()
        return ours(), late
    return ours(), theirs()


def percentile(values: Sequence[float], share: float) -> float:
    """The least value that so many (0..1) of the values do not exceed."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]
