"""A text cut into words, with what stands between them."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from bot.topics.gazetteer import POSSESSIVE, WORD, fold

HYPHENS = frozenset("-‑–")
# What may stand inside a name, and its form in a key: "St. Kitts", "Guinea-Bissau", "People's Republic", "P & O".
JOINED = dict.fromkeys((" ", *HYPHENS, ". ", "\n", "  ", ".", "/", " & ", "&"), " ") | {"'s ": "'s ", "’s ": "'s "}
FEW = 4  # letters that a line must have to be judged
SHOUTED = 0.75  # from this share of capitals on, a line is in upper case and capitals say nothing


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text, without possessive endings; ``keys`` are folded for comparison.

    ``starts`` and ``ends`` are offsets into ``text``; ``loud`` tells of each word whether its line is in upper case.
    """

    text: str
    surfaces: list[str]
    keys: list[str]
    starts: list[int]
    ends: list[int]
    loud: list[bool]

    def gap(self, index: int) -> str:
        """What stands between a word and the next; a full stop after the last."""
        if index < 0 or index + 1 >= len(self.starts):
            return "."
        return self.text[self.ends[index] : self.starts[index + 1]]

    def key(self, index: int) -> str:
        """The word at an index, folded; empty outside the text."""
        return self.keys[index] if 0 <= index < len(self.keys) else ""

    def capital(self, index: int) -> bool:
        """Whether the word at an index begins with a capital."""
        return 0 <= index < len(self.surfaces) and self.surfaces[index][0].isupper()


def cut(text: str) -> Words:
    """The words of a text, in order. Linear in its length."""
    found = list(WORD.finditer(text))
    surfaces = [each[0] for each in found]
    starts = [each.start() for each in found]
    ends = [each.end() for each in found]
    for index in [index for index, surface in enumerate(surfaces) if "'" in surface or "’" in surface]:
        if POSSESSIVE.search(surfaces[index]):
            surfaces[index] = surfaces[index][:-2]
            ends[index] -= 2
    keys = [surface.lower() for surface in surfaces] if text.isascii() else [fold(surface) for surface in surfaces]
    return Words(text, surfaces, keys, starts, ends, loudness(text, starts))


def loudness(text: str, starts: list[int]) -> list[bool]:
    """Of each word, whether its line is in upper case."""
    result: list[bool] = []
    end = 0
    while len(result) < len(starts):
        start = starts[len(result)]
        begin = text.rfind("\n", end, start) + 1 or end
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        result += [is_loud(text[begin:end])] * (bisect_left(starts, end) - len(result))
    return result


def is_loud(line: str) -> bool:
    """Whether a line is in upper case: at least three of four letters, and two words."""
    letters = [letter for letter in line[:200] if letter.isalpha()]
    return len(letters) >= FEW and sum(map(str.isupper, letters)) >= SHOUTED * len(letters)
