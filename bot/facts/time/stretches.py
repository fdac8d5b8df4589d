"""Stretches of time: days from … to …, and days counted from an event. Words in small letters in, words out."""

from __future__ import annotations

import re

from bot.facts.time.calendar import COUNT, DAY, MONTH, count_of

_TO = r" ?(?:-|–|—|to|through|until) ?"
_RANGES = (
    (re.compile(rf"\b({MONTH} {DAY}){_TO}(?:{MONTH} )?{DAY}(?!\d)"), r"\1"),
    (re.compile(rf"\b{DAY}{_TO}{DAY}(?= (?:of )?{MONTH})"), r"\1"),
    (re.compile(rf"\b({DAY} {MONTH}){_TO}{DAY} {MONTH}"), r"\1"),
    (re.compile(rf"\b([a-z]{{3,6}}day){_TO}[a-z]{{3,6}}day\b"), r"\1"),
)
_AROUND = re.compile(rf"\b{COUNT} (day|week)s? (after|before) (.+)$")


def start_of(small: str) -> str:
    """A stretch of days by its first one: "march 3-5, 2024" begins on "march 3, 2024"."""
    for pattern, first in _RANGES:
        small = pattern.sub(first, small, count=1)
    return small


def around(small: str) -> tuple[int, str, str] | None:
    """The days or weeks, signed, and the rest of "two days after monday's vote"; None for other expressions."""
    match = _AROUND.search(small)
    return (count_of(match[1]) * (-1 if match[3] == "before" else 1), match[2], match[4]) if match else None
