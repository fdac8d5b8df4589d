"""A text cut into words, with what stands between them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.topics.gazetteer import POSSESSIVE, WORD, fold

JOINED = frozenset(
    {" ", "-", "‑", "–", ". ", "\n", "  ", ".", "/"}
)  # may stand inside a name: "St. Kitts", "Guinea-Bissau"
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
    surfaces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for found in WORD.finditer(text):
        surface = found[0]
        if ("'" in surface or "’" in surface) and POSSESSIVE.search(surface):
            surface = surface[:-2]
        surfaces.append(surface)
        starts.append(found.start())
        ends.append(found.start() + len(surface))
    keys = [fold(surface) for surface in surfaces]
    return Words(text, surfaces, keys, starts, ends, loudness(text, starts))


def loudness(text: str, starts: list[int]) -> list[bool]:
    """Of each word, whether its line is in upper case."""
    result: list[bool] = []
    position = end = 0
    loud = False
    for start in starts:
        if start >= end:
            position = text.rfind("\n", 0, start) + 1 if start > end else start
            end = text.find("\n", start)
            end = len(text) if end < 0 else end
            loud = is_loud(text[position:end])
        result.append(loud)
    return result


def is_loud(line: str) -> bool:
    """Whether a line is in upper case: at least three of four letters, and two words."""
    letters = re.findall(r"[^\W\d_]", line[:200])
    return len(letters) >= FEW and sum(letter.isupper() for letter in letters) >= SHOUTED * len(letters)
