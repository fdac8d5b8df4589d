"""The probability that the article answers the question: what the question has and the article lacks."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answers.ranking.features import Field
    from bot.answers.spans.choose import Chosen, Likely


def confidence(seen: Field, ranked: Sequence[Likely], chosen: Sequence[Chosen]) -> float:
    """0..1; below one half nothing should be answered."""
    if not chosen:
        return 0.0
    top = seen.table[ranked[0].place]
    score = 4 * top.get("covered", 0.0) + 3 * top.get("near", 0.0) - 2.5
    return 1 / (1 + math.exp(-score))
