"""An article's sentences as a ranker compares them: stems, letters and lemmas, and how rare each stem is."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from bot.answers.ranking.stems import grams, stem

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.model import Reading, Span, Token

_K, _B = 1.2, 0.4
"""BM25's: how fast more of the same word counts less, and how much a long sentence loses."""


class Line(NamedTuple):
    """One sentence: its span, tokens and words as written, and its stems and stretches of letters with their number."""

    span: Span
    tokens: tuple[Token, ...]
    words: tuple[str, ...]
    stems: Mapping[str, int]
    letters: frozenset[str]
    labels: frozenset[str]
    said: int


class Lines(NamedTuple):
    """All of them, in the order of the article; ``rarity`` is a stem's inverse document frequency (BM25's)."""

    lines: tuple[Line, ...]
    rarity: Mapping[str, float]
    length: float

    def rare(self, word: str) -> float:
        """The rarity of a stem; one that the article doesn't have is as rare as can be."""
        return self.rarity.get(word, math.log(len(self.lines) + 1.0))

    def bm25(self, line: Line, asked: Mapping[str, float]) -> float:
        """Robertson's score of a sentence for weighted stems."""
        norm = _K * (1 - _B + _B * line.said / self.length)
        return sum(
            weight * self.rare(each) * often * (_K + 1) / (often + norm)
            for each, weight in asked.items()
            if (often := line.stems.get(each, 0))
        )


def lines_of(text: str, reading: Reading) -> Lines:
    """Of an article."""
    lines = tuple(_line(text, reading, span) for span in reading.sentences)
    found = Counter(each for line in lines for each in line.stems)
    many = len(lines)
    rarity = {each: math.log(1 + (many - often + 0.5) / (often + 0.5)) for each, often in found.items()}
    return Lines(lines, rarity, max(1.0, sum(line.said for line in lines) / max(1, many)))


def _line(text: str, reading: Reading, span: Span) -> Line:
    first = bisect_left(reading.tokens, span.start, key=_start)
    last = bisect_left(reading.tokens, span.end, key=_start)
    tokens = reading.tokens[first:last]
    words = tuple(text[token.start : token.end] for token in tokens)
    said = [word.lower() for word in words if any(map(str.isalnum, word))]
    at = bisect_left(reading.entities, span.start, key=_start)
    until = bisect_left(reading.entities, span.end, key=_start)
    return Line(
        span,
        tokens,
        words,
        Counter(each for token, word in zip(tokens, words, strict=True) for each in stems_of(word, token.lemma)),
        frozenset().union(*map(grams, said)),
        frozenset(entity.label for entity in reading.entities[at:until]),
        len(said),
    )


def stems_of(word: str, lemma: str) -> set[str]:
    """A word's stem and that of its lemma: of "went" both."""
    if not any(map(str.isalnum, word)):
        return set()
    return {stem(word.lower()), stem(lemma.lower())} - {""}


def _start(span: Token | Span) -> int:
    return span.start
