"""The probability that the article answers a question as it was said: a logistic model over a dozen signs."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from bot.answers.confidence.signs import signs
from bot.answers.confidence.weights import WEIGHTS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.answers.ranking.features import Field
    from bot.answers.spans.choose import Chosen, Likely
    from bot.model import Dossier

LEAST = 0.68
"""The least probability with which something is answered: where as many questions without an answer are declined."""

_EVEN = 0.5


def confidence(seen: Field, dossier: Dossier, ranked: Sequence[Likely], chosen: Sequence[Chosen]) -> float:
    """0..1; below one half nothing should be answered."""
    return settled(probability(signs(seen, dossier, ranked, chosen))) if chosen else 0.0


def probability(found: Mapping[str, float], weights: Mapping[str, float] = WEIGHTS) -> float:
    """That there is an answer, as the signs tell."""
    return 1 / (1 + math.exp(-sum(weights.get(name, 0.0) * value for name, value in found.items())))


def settled(likely: float) -> float:
    """The same as a confidence: what is too unlikely to be said lies below one half, in its order."""
    return likely if likely >= LEAST else likely * _EVEN / LEAST
