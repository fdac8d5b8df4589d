"""What sentences say, so that one can be held against all that is known."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.stories import words as w

if TYPE_CHECKING:
    from collections.abc import Iterable

ONE, ALL, SPOKEN = 0.65, 0.75, 0.8  # the share that one known sentence, or all, or one quotation must have
NAME, WORD, COMMON = 2.0, 1.0, 0.5  # what a word of a sentence weighs
AHEAD = frozenset("will would shall plan plans planned expected expects promised promises may could".split())
_END = re.compile(r"(?<=[.!?])[”\"'’)]*\s+|\n+")
_COMMON = frozenset(w.stem(word) for word in w.COMMON)


@dataclass(frozen=True, slots=True)
class Known:
    """What a reader knows: the sentences by their words, all words together, all numbers, and all days of a month."""

    sentences: tuple[frozenset[str], ...]
    plain: tuple[frozenset[str], ...]
    words: frozenset[str]
    numbers: frozenset[str]
    dates: frozenset[str]

    @classmethod
    def of(cls, texts: Iterable[str]) -> Known:
        """From texts of any length."""
        parts = dict.fromkeys(part for text in texts for part in _END.split(text) if part)
        sentences = tuple(w.matter(part) for part in parts)
        plain = tuple(frozenset(w.tokens(part)) for part in parts)
        numbers = (w.numbers(part) for part in parts)
        dates = (w.dates(part) for part in parts)
        return cls(sentences, plain, *(frozenset().union(*each) for each in (sentences, numbers, dates)))

    def has(self, sentence: str, settled: frozenset[str] = frozenset(), claimant: str = "") -> bool:
        """Whether a sentence is known: no telling number and no turn of events is new, and hardly another word.

        ``settled``: numbers that are told elsewhere; ``claimant``: who says so, which makes no news of it.
        """
        counts = w.numbers(sentence) - settled
        words, granted = w.matter(sentence), w.matter(claimant)
        turns = {w.TURNS[word] for word in w.tokens(sentence) if word in w.TURNS}
        if not w.telling(counts) | (w.digits(sentence) - settled) <= self.numbers or not turns <= self.words:
            return False
        told = self._told(w.tokens(sentence))
        weights = _weights(words, sentence) | dict.fromkeys(counts, WORD)
        whole = sum(weights.values())
        best = max((_share(weights, each | granted) for each in told), default=0.0)
        return best >= ONE * whole or _share(weights, frozenset(granted | self.numbers).union(*told)) >= ALL * whole

    def _told(self, words: list[str]) -> list[frozenset[str]]:
        """The known sentences that can have told it: what will be only those that look ahead, too."""
        ahead = "will" in words
        both = zip(self.sentences, self.plain, strict=True)
        return [sentence for sentence, plain in both if not (ahead and AHEAD.isdisjoint(plain))]

    def awaits(self, sentence: str) -> bool:
        """Whether it knows every day of a month that the sentence names."""
        return w.dates(sentence) <= self.dates

    def heard(self, said: str) -> bool:
        """Whether words were said in a known sentence: here every word counts."""
        words = frozenset(w.tokens(said))
        return any(len(words & each) >= SPOKEN * len(words) for each in self.plain)


def _weights(words: frozenset[str], sentence: str) -> dict[str, float]:
    named = {w.stem(name) for name in w.names(sentence)}
    return {word: NAME if word in named else COMMON if word in _COMMON else WORD for word in words}


def _share(weights: dict[str, float], known: frozenset[str]) -> float:
    return sum(weight for word, weight in weights.items() if word in known)
