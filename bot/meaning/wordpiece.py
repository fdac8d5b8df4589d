"""Text as the word pieces that the model was trained on.

Method: BERT's uncased tokeniser (Devlin et al. 2019): plain lower case without accents, then the longest pieces from
the left. The vocabulary is that of all-MiniLM-L6-v2 (Apache-2.0, `vocabulary_licence.txt`), unchanged.
"""

from __future__ import annotations

import gzip
import unicodedata
from functools import lru_cache
from pathlib import Path

VOCABULARY = Path(__file__).with_name("vocabulary.txt.gz")
_LONGEST = 100  # characters: what is longer is no word
_REMEMBERED = 8192  # words
_SYMBOLS = frozenset("$+<=>^`|~")  # ASCII that Unicode calls symbols, and the tokeniser punctuation
_IDEOGRAPHS = ((0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0x20000, 0x2CEAF), (0xF900, 0xFAFF), (0x2F800, 0x2FA1F))


class WordPieces:
    """The tokeniser. ``longest`` is how many pieces of a text are kept, its two marks included."""

    def __init__(self, longest: int) -> None:
        words = gzip.decompress(VOCABULARY.read_bytes()).decode().splitlines()
        self._ids = {word: index for index, word in enumerate(words)}
        self._longest = longest
        self._first, self._last, self._unknown = (self._ids[mark] for mark in ("[CLS]", "[SEP]", "[UNK]"))
        self._remembered = lru_cache(_REMEMBERED)(self._pieces)

    def encode(self, text: str) -> list[int]:
        """The pieces of a text by their numbers, between the marks of its start and its end."""
        ids = [piece for word in _words(text) for piece in self._remembered(word)]
        return [self._first, *ids[: self._longest - 2], self._last]

    def _pieces(self, word: str) -> tuple[int, ...]:
        if len(word) > _LONGEST:
            return (self._unknown,)
        pieces: list[int] = []
        start = 0
        while start < len(word):
            mark = "##" if start else ""
            ends = range(len(word), start, -1)
            found = next((end for end in ends if mark + word[start:end] in self._ids), None)
            if found is None:
                return (self._unknown,)
            pieces.append(self._ids[mark + word[start:found]])
            start = found
        return tuple(pieces)


def _words(text: str) -> list[str]:
    plain = text if text.isascii() else unicodedata.normalize("NFD", text)
    return "".join(map(_spaced, plain)).lower().split()


@lru_cache(4096)
def _spaced(char: str) -> str:
    """A character as it stands in words: marks with space around them, accents and what is invisible dropped."""
    category = unicodedata.category(char)
    if char.isspace() or category == "Zs":
        return " "
    if category[0] == "C" or category == "Mn" or char == "\ufffd":
        return ""
    ideograph = any(first <= ord(char) <= last for first, last in _IDEOGRAPHS)
    return f" {char} " if category[0] == "P" or char in _SYMBOLS or ideograph else char
