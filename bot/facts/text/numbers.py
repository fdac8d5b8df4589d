"""Numbers as people write them become values: "1.2 million", "35,000", "a dozen", "twenty-five", "half"."""

from __future__ import annotations

import re

_UNITS = {
    word: index
    for index, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
_TENS = {
    word: 10 * index for index, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
_SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12.0}
_SCALES |= {"lakh": 1e5, "crore": 1e7}
SHORT = {"k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "b": 1e9, "bn": 1e9, "tn": 1e12}
_DIGITS = re.compile(r"(\d{1,3}(?:,\d{3})+|\d{1,15})(\.\d{1,6})?\s?-?\s?([a-z]+)?")
_WORD = re.compile(r"[a-z]+")


def value_of(words: str) -> float | None:
    """The value of the first number in some words; None for vague ones ("dozens", "several") and for none."""
    small = words.lower()
    digits = _DIGITS.search(small)
    if digits:
        number = float(digits[1].replace(",", "") + (digits[2] or ""))
        return number * (_SCALES | SHORT).get(digits[3] or "", 1.0)
    return _spelled(_WORD.findall(small))


def _spelled(found: list[str]) -> float | None:
    total, current, seen = 0.0, 0.0, False
    for word in found:
        if word in _UNITS:
            current, seen = current + _UNITS[word], True
        elif word in _TENS:
            current, seen = current + _TENS[word], True
        elif word in _SCALES:
            current, seen = (current or 1.0) * _SCALES[word], True
            if word not in {"hundred", "dozen"}:
                total, current = total + current, 0.0
        elif word == "half" and not seen:
            return 0.5
    return total + current if seen else None
