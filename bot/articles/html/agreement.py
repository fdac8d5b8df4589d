"""Whether two wordings are one headline. Pure."""

from __future__ import annotations

import re

_BEGINNING = 3  # words; fewer begin many headlines


def key(words: str) -> str:
    """Words as they are compared: letters and digits in lower case, single spaces."""
    return " ".join(re.findall(r"\w+", words.casefold()))


def agree(heading: str, other: str) -> bool:
    """Whether two wordings are one headline: one begins the other, or most words are shared."""
    one, two = key(heading).split(), key(other).split()
    if not one or not two:
        return False
    shared = len(set(one) & set(two))
    return 5 * shared >= 3 * max(len(set(one)), len(set(two))) or (len(one) > _BEGINNING and one == two[: len(one)])
