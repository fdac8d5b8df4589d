"""The sentences in the order in which they may answer, with probabilities: a linear model over few features.

The weights are a conditional logit's: the chance that a sentence has the answer, given that one of the article has it.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from bot.answers.ranking.weights import WEIGHTS
from bot.answers.spans.choose import Likely

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def rank(table: Sequence[Mapping[str, float]], weights: Mapping[str, float] = WEIGHTS) -> tuple[Likely, ...]:
    """All sentences with their probabilities, which add up to one, the likeliest first, then in the article's order."""
    scores = [sum(weights.get(name, 0.0) * value for name, value in features.items()) for features in table]
    best = max(scores, default=0.0)
    shares = [math.exp(score - best) for score in scores]
    total = sum(shares)
    order = sorted(range(len(shares)), key=lambda at: (-shares[at], at))
    return tuple(Likely(at, shares[at] / total) for at in order)
