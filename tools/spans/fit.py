"""A conditional logit over many sparse features: which of a question's candidates has the most words in common."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from tools.spans.examples import Example

    Numbers = NDArray[np.float64]
    Places = NDArray[np.int64]

STEPS = 80
RATE = 0.15
RIDGE = 6e-3
SHARPNESS = 0.12
"""The target of a candidate is exp(F1 / this), so that nearly right ones get a part."""
LEAST_QUESTIONS = 8
"""A feature is kept when so many questions have it, and its weight when it is at least `LEAST`."""
LEAST = 0.04
LEAST_RIGHT = 0.3
"""A question whose best candidate is worse teaches nothing."""


def fit(examples: Sequence[Example]) -> dict[str, float]:
    """The weights of the features by which the right candidates are the likeliest, by Adam with falling steps."""
    useful = [each for each in examples if max(each.right, default=0.0) >= LEAST_RIGHT]
    questions = Counter(name for each in useful for name in {name for row in each.rows for name in row})
    names = sorted(name for name, count in questions.items() if count >= LEAST_QUESTIONS)
    rows, columns, values = _sparse(useful, {name: at for at, name in enumerate(names)})
    starts = np.cumsum([0, *(len(each.rows) for each in useful[:-1])])
    group = np.repeat(np.arange(len(useful)), [len(each.rows) for each in useful])
    right = np.array([each for example in useful for each in example.right], dtype=float)
    wanted = _shares(right / SHARPNESS, starts, group)
    found, first, second = np.zeros(len(names)), np.zeros(len(names)), np.zeros(len(names))
    for step in range(STEPS):
        scores = np.bincount(rows, weights=values * found[columns], minlength=len(group))
        off = _shares(np.asarray(scores, dtype=float), starts, group) - wanted
        slope = np.bincount(columns, weights=values * off[rows], minlength=len(names)) / len(useful) + RIDGE * found
        first, second = 0.9 * first + 0.1 * slope, 0.99 * second + 0.01 * slope * slope
        mean, spread = first / (1 - 0.9 ** (step + 1)), second / (1 - 0.99 ** (step + 1))
        found -= RATE * (1 - step / STEPS) * mean / (np.sqrt(spread) + 1e-6)
    return {name: round(float(weight), 2) for name, weight in zip(names, found, strict=True) if abs(weight) >= LEAST}


def _sparse(examples: Sequence[Example], places: dict[str, int]) -> tuple[Places, Places, Numbers]:
    """Rows, columns and values of all candidates of all questions."""
    rows, columns, values = [], [], []
    at = 0
    for each in examples:
        for row in each.rows:
            for name, value in row.items():
                if name in places:
                    rows.append(at)
                    columns.append(places[name])
                    values.append(value)
            at += 1
    return np.array(rows), np.array(columns), np.array(values, dtype=float)


def _shares(scores: Numbers, starts: Places, group: Places) -> Numbers:
    """Of each question, probabilities that add up to one."""
    shares = np.exp(scores - np.maximum.reduceat(scores, starts)[group])
    return np.asarray(shares / np.add.reduceat(shares, starts)[group])
