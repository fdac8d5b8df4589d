"""The network: numbers of word pieces in, a direction out.

all-MiniLM-L6-v2 (Wang et al. 2020; Reimers and Gurevych 2019), six layers of BERT's encoder and the mean over the
pieces, in numpy: its weights stay bytes on disk, so that a worker need not hold the 170 MB that onnxruntime takes for
them. Each text goes through alone, with one thread: what stands beside it never changes a bit of its vector.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from threadpoolctl import ThreadpoolController

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.meaning.weights import Array, Weights

HEADS = 12
EPSILON = np.float32(1e-12)
_A_LAYER = 6  # weights: query, key, value, what attention gives, and the two of the wide layer
_EMBEDDINGS = "inner.embeddings."


class _Layer(NamedTuple):
    """One layer's weights as numbers: a few megabytes, made for a batch and let go."""

    attend: tuple[Array, Array]
    attended: tuple[Array, Array]
    settle: tuple[Array, Array]
    widen: tuple[Array, Array]
    narrow: tuple[Array, Array]
    finish: tuple[Array, Array]


class Encoder:
    """The network over its weights."""

    def __init__(self, weights: Weights) -> None:
        self._arrays = weights.arrays
        dense = [name for name in weights.quantised if not name.startswith(_EMBEDDINGS)]
        self._layers = [dense[at : at + _A_LAYER] for at in range(0, len(dense), _A_LAYER)]
        self._places = self._dense(f"{_EMBEDDINGS}position_embeddings.weight") + self._token_type()
        self._threads = ThreadpoolController()

    def encode(self, texts: Sequence[Sequence[int]]) -> list[Array]:
        """The mean over each text's pieces, in the order of the texts."""
        with self._threads.limit(limits=1, user_api="blas"):
            states = [self._embedded(ids) for ids in texts]
            for layer in self._each_layer():
                states = [_through(layer, state) for state in states]
        return [state.mean(axis=0) for state in states]

    def _embedded(self, ids: Sequence[int]) -> Array:
        name = f"{_EMBEDDINGS}word_embeddings.weight"
        rows = list(ids)
        words = self._arrays[f"{name}_q"][rows] * self._arrays[f"{name}_scale"][rows]
        return _normal(words + self._places[: len(rows)], self._norm(f"{_EMBEDDINGS}LayerNorm"))

    def _each_layer(self) -> Iterator[_Layer]:
        for index, names in enumerate(self._layers):
            query, key, value, attended, widen, narrow = map(self._dense, names)
            base = f"inner.encoder.layer.{index}"
            heads = [self._arrays[f"{base}.attention.self.{each}.bias"] for each in ("query", "key", "value")]
            yield _Layer(
                (np.concatenate([query, key, value], axis=1), np.concatenate(heads)),
                (attended, self._arrays[f"{base}.attention.output.dense.bias"]),
                self._norm(f"{base}.attention.output.LayerNorm"),
                (widen, self._arrays[f"{base}.intermediate.dense.bias"]),
                (narrow, self._arrays[f"{base}.output.dense.bias"]),
                self._norm(f"{base}.output.LayerNorm"),
            )

    def _dense(self, name: str) -> Array:
        dense: Array = self._arrays[f"{name}_q"] * self._arrays[f"{name}_scale"]
        return dense

    def _token_type(self) -> Array:
        first: Array = self._arrays[f"{_EMBEDDINGS}token_type_embeddings.weight"][0]
        return first

    def _norm(self, name: str) -> tuple[Array, Array]:
        return self._arrays[f"{name}.weight"], self._arrays[f"{name}.bias"]


def _through(layer: _Layer, state: Array) -> Array:
    attended = _linear(_attention(_linear(state, layer.attend)), layer.attended)
    state = _normal(attended + state, layer.settle)
    return _normal(_linear(_gelu(_linear(state, layer.widen)), layer.narrow) + state, layer.finish)


def _attention(projected: Array) -> Array:
    """Each piece as a mix of all pieces, by how well its query meets their keys, in twelve ways."""
    length, width = projected.shape
    query, key, value = projected.reshape(length, 3, HEADS, -1).transpose(1, 2, 0, 3)
    scores = query @ key.transpose(0, 2, 1) / np.sqrt(np.float32(width // 3 // HEADS))
    shares = np.exp(scores - scores.max(axis=-1, keepdims=True))
    shares /= shares.sum(axis=-1, keepdims=True)
    mixed: Array = (shares @ value).transpose(1, 0, 2).reshape(length, width // 3)
    return mixed


def _linear(state: Array, weights: tuple[Array, Array]) -> Array:
    matrix, bias = weights
    product: Array = state @ matrix
    product += bias
    return product


def _normal(state: Array, norm: tuple[Array, Array]) -> Array:
    """Layer normalisation."""
    scale, shift = norm
    centred = state - state.mean(axis=-1, keepdims=True)
    spread = np.sqrt((centred * centred).mean(axis=-1, keepdims=True) + EPSILON)
    normal: Array = centred / spread * scale + shift
    return normal


def _gelu(state: Array) -> Array:
    """The Gaussian error linear unit; the error function after Abramowitz and Stegun 7.1.26, exact to 1.5e-7."""
    size = np.abs(state) * np.float32(0.5**0.5)
    step = np.float32(1) / (np.float32(1) + np.float32(0.3275911) * size)
    tail = np.full_like(step, 1.061405429)
    for factor in (-1.453152027, 1.421413741, -0.284496736, 0.254829592):
        tail *= step
        tail += np.float32(factor)
    tail *= step * np.exp(-size * size)
    activated: Array = np.float32(0.5) * (state + np.abs(state) * (np.float32(1) - tail))
    return activated
