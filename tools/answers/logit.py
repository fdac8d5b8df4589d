"""Two models of weights over named features: which of several has it, and whether there is one. Newton's method."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]

STEPS = 60
_ENOUGH = 1e-3
_LONGEST = 3.0
"""The longest step, so that the first does not overshoot."""


def matrix(rows: Sequence[Mapping[str, float]], names: Sequence[str]) -> Numbers:
    """The rows' values in the order of the names."""
    return np.array([[row.get(name, 0.0) for name in names] for row in rows], dtype=float).reshape(-1, len(names))


def conditional(groups: Sequence[Numbers], right: Sequence[Numbers], weights: Numbers, ridge: float) -> Numbers:
    """Weights by which one of the right rows of each group is the likeliest; each group counts by its weight."""
    sizes = [len(group) for group in groups]
    starts = np.cumsum([0, *sizes[:-1]])
    group = np.repeat(np.arange(len(groups)), sizes)
    table, wanted, counts = np.vstack(groups), np.concatenate(right), np.repeat(weights, sizes)
    found = np.zeros(table.shape[1])
    for _ in range(STEPS):
        scores = table @ found
        shares = np.exp(scores - np.maximum.reduceat(scores, starts)[group])
        shares /= np.add.reduceat(shares, starts)[group]
        hits = shares * wanted
        slope = table.T @ (counts * (hits / np.add.reduceat(hits, starts)[group] - shares)) - ridge * found
        means = np.add.reduceat(table * shares[:, None], starts, axis=0)
        bend = (table * (counts * shares)[:, None]).T @ table - (means * weights[:, None]).T @ means
        step = np.linalg.solve(bend + ridge * np.eye(len(found)), slope)
        found += step * min(1.0, _LONGEST / float(np.abs(step).max()))
        if np.abs(step).max() < _ENOUGH:
            break
    return found


def logistic(table: Numbers, right: Numbers, weights: Numbers, ridge: float) -> Numbers:
    """Weights by which the right rows are likely; the columns are scaled alike before they are held down."""
    spread = table.std(axis=0)
    spread[spread == 0] = 1.0
    scaled = table / spread
    found = np.zeros(table.shape[1])
    for _ in range(STEPS):
        likely = 1 / (1 + np.exp(-scaled @ found))
        slope = scaled.T @ (weights * (right - likely)) - ridge * found
        bend = (scaled * (weights * likely * (1 - likely))[:, None]).T @ scaled + ridge * np.eye(len(found))
        step = np.linalg.solve(bend, slope)
        found += step
        if np.abs(step).max() < _ENOUGH:
            break
    return np.asarray(found / spread)
