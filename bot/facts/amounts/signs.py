"""Figures written as signs, not as counted nouns: a quake's magnitude, a temperature, a division's votes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.facts.text.page import Page

_VOTE = re.compile(r"\b(?:vot(?:e[ds]?|ing)|ballot|referendum|majority|division)\b", re.IGNORECASE)
_NEAR = 60  # characters around a pair of numbers in which the vote stands
_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("magnitude", re.compile(r"\b(?:magnitude[ -](?:of )?(\d\.\d)|(\d\.\d)[ -]magnitude)\b", re.IGNORECASE)),
    ("°C", re.compile(r"(?<![\w.])(-?\d{1,2}(?:\.\d)?) ?(?:°C|C|degrees? Celsius)\b")),
    ("°F", re.compile(r"(?<![\w.])(-?\d{1,3}(?:\.\d)?) ?(?:°F|F|degrees? Fahrenheit)\b")),
    ("votes", re.compile(r"(?<![\w.,:/-])\d{1,3}(?:[-–]| to )\d{1,3}(?![\w:/-]|[.,]\d)")),
)


@dataclass(frozen=True, slots=True)
class Sign:
    """A figure's place in the text, its unit and its number; None for a division, which has two."""

    left: int
    right: int
    unit: str
    value: float | None


def signs(page: Page) -> Iterator[Sign]:
    """Every such figure of the body, in no order."""
    for unit, pattern in _PATTERNS:
        for match in pattern.finditer(page.text, page.body_start):
            if unit != "votes" or _is_division(page, match.start(), match.end()):
                number = next((group for group in match.groups() if group), None)
                yield Sign(match.start(), match.end(), unit, float(number) if number else None)


def _is_division(page: Page, left: int, right: int) -> bool:
    """Whether a vote is spoken of close by in the same sentence."""
    sentence = page.sentence_at(left)
    return bool(_VOTE.search(page.text, max(sentence.left, left - _NEAR), min(sentence.right, right + _NEAR)))
