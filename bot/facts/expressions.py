"""Expressions of time, as they stand in the text: characters in, offsets out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.facts.page import Page, Sentence

_PART = (
    r"(?:early|late|earlier|later|mid-?|the early hours of|the night of|the morning of|the evening of|the afternoon of)"
)
CLOCK = r"\d{1,2}(?:[:.]\d\d)?\s?(?:am|pm|a\.m\.|p\.m\.|AM|PM)(?: local time| [A-Z]{2,4}\b| \([0-9:]+ [A-Z]{3}\))?"
_DAYS = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
MONTHS = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Jan\.?|Feb\.?|Mar\.?|Apr\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)"
)
_MONTH_DAY = rf"{MONTHS} \d{{1,2}}(?!\d)(?:st|nd|rd|th)?"
_DAY_MONTH = rf"\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {MONTHS}"
_YEAR = r"(?:,? \d{4})?"
_EXPRESSION = re.compile(
    rf"(?:\b(?:at |around |about |shortly (?:before|after) ){{0,2}}{CLOCK},?\s(?:on )?)?"
    rf"\b(?:{_PART}\s(?:on\s)?)?(?:(?:last|next|this|the following|the previous)\s)?"
    rf"(?:{_DAYS}(?:,? (?:{_MONTH_DAY}|{_DAY_MONTH}){_YEAR})?(?:'s|’s)?(?:\s(?:morning|afternoon|evening|night))?"
    rf"|{_MONTH_DAY}{_YEAR}(?: at {CLOCK})?|{_DAY_MONTH}{_YEAR}"
    rf"|{MONTHS},? \d{{4}}|\d{{4}}-\d\d-\d\d"
    r"|(?:today|tomorrow|yesterday|tonight|last night|overnight|this (?:morning|afternoon|evening))\b"
    r"|(?:last|next|this|earlier this|later this) (?:week(?:end)?|month|year)\b"
    r"|(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten) (?:days|weeks|months|years) (?:ago|from now)\b)"
    rf"|\b(?:at |around |about ){{1,2}}{CLOCK}"
    rf"|\b(?:in|since|by|until|during) (?:(?:early|late|mid-?) ?)?(?:{MONTHS}|(?:19|20)\d\d)\b(?! \d)",
)


def expressions(page: Page, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Offsets of the expressions of time in a sentence."""
    for match in _EXPRESSION.finditer(page.text, sentence.left, sentence.right):
        left, right = match.span()
        said = match[0]
        left += len(said) - len(said.lstrip())
        if said.endswith(("'s", "’s")):
            right -= 2
        right -= len(page.text[left:right]) - len(page.text[left:right].rstrip(" ,"))
        lead = re.match(r"(?:in|since|by|until|during)\s", page.text[left:right])
        yield left + (lead.end() if lead else 0), right
