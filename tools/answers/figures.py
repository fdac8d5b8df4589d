"""Figures that tell how good an order or a probability is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

BINS = 10


def auroc(likely: NDArray[np.float64], there: NDArray[np.bool_]) -> float:
    """The chance that a question with an answer is thought likelier to have one than a question without."""
    yes, no = likely[there], likely[~there]
    if not len(yes) or not len(no):
        return float("nan")
    return float(np.mean((yes[:, None] > no) + 0.5 * (yes[:, None] == no)))


def balanced(likely: NDArray[np.float64], there: NDArray[np.bool_], least: float) -> float:
    """The mean of the share of answerable questions that are answered and of the others that are declined."""
    said = likely >= least
    return float((said[there].mean() + (~said[~there]).mean()) / 2) if there.any() and (~there).any() else float("nan")


def table(likely: NDArray[np.float64], there: NDArray[np.bool_]) -> list[tuple[int, float, float]]:
    """Of each tenth of the probabilities that has any: how many, their mean, and the share that has an answer."""
    tenth = np.minimum((likely * BINS).astype(int), BINS - 1)
    rows = [(tenth == at) for at in range(BINS)]
    return [(int(row.sum()), float(likely[row].mean()), float(there[row].mean())) for row in rows if row.any()]


def expected_error(likely: NDArray[np.float64], there: NDArray[np.bool_]) -> float:
    """The expected calibration error: how far the means of that table lie from its shares, on average."""
    return sum(many * abs(mean - share) for many, mean, share in table(likely, there)) / max(1, len(likely))


def among(order: Sequence[int], right: frozenset[int], first: int) -> bool:
    """Whether one of the first has it."""
    return bool(right.intersection(order[:first]))
