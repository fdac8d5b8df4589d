"""Words made comparable: what is left of "arrested", "arrests" and "arresting", and the letters that words share."""

from __future__ import annotations

import re
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+(?:[.,'’][^\W_]+)*")
_ENDINGS = (
    "ization isation ational fulness iveness ations ements ation ement ments ness ment ings ingly edly ities ians "
    "ists ance ence able ible ally ions ion ing ies ied ity ian ist ers ors est ed er or ly es al s e y"
).split()
_KEPT = 3  # letters that stay before an ending
_REMEMBERED = 50_000
GRAM = 4
"""How many letters are compared at a time: with a typo in a word most of them still agree."""


def words_of(text: str) -> list[str]:
    """The words of a text in lower case, without a genitive's ending."""
    return [re.sub(r"['’]s?$", "", found.group().lower().replace("’", "'")) for found in _WORD.finditer(text)]


@lru_cache(_REMEMBERED)
def stem(word: str) -> str:
    """A word in lower case without its longest ending, and then without a doubled last letter."""
    word = word.removesuffix("'s")
    if not word.isalpha():
        return word.replace(",", "")
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _KEPT:
            word = word[: -len(ending)]
            break
    if word.endswith(("e", "i", "y")) and len(word) > _KEPT:
        word = word[:-1]
    return word[:-1] if len(word) > _KEPT and word[-1] == word[-2] else word


@lru_cache(_REMEMBERED)
def grams(word: str) -> frozenset[str]:
    """The stretches of letters of a word with its edges."""
    edged = f"^{word}$"
    return frozenset(edged[at : at + GRAM] for at in range(max(1, len(edged) - GRAM + 1)))
