"""Expressions of time, as they stand in the text: characters in, offsets out.

What lasts ("for three days") or comes again ("every Sunday") is no time of an event, nor is a name ("April Jones").
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.facts import grammar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from bot.facts.page import Page, Sentence

_PART = (
    r"(?i:early|late|earlier|later|mid-?|overnight|the early hours of|the small hours of|"
    r"the (?:night|morning|evening|afternoon) of)"
)
CLOCK = r"\d{1,2}(?:[:.]\d\d)?\s?(?:am|pm|a\.m\.|p\.m\.|AM|PM)(?: local time| [A-Z]{2,4}\b| \([0-9:]+ [A-Z]{3}\))?"
_CLOCK_24 = (
    r"\d{1,2}:\d\d(?! ?(?:minutes|seconds|to\b|\d))(?: hours)?(?: local time| [A-Z]{3}\b)?(?: \([0-9:]+ [A-Z]{3}\))?"
)
_HOUR = rf"(?:{CLOCK}|{_CLOCK_24}|midnight|noon|midday)"
_ABOUT = r"(?:(?i:at|around|about|just (?:before|after)|shortly (?:before|after)) ){1,2}"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?!s)"
MONTHS = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Jan\.?|Feb\.?|Mar\.?|Apr\.?|Jun\.|Jul\.|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)"
)
_DAY = r"\d{1,2}(?!\d)(?:st|nd|rd|th)?"
_TO = r"(?: ?[-–—] ?| to | through )"
_MONTH_DAY = rf"{MONTHS} {_DAY}(?:{_TO}(?:{MONTHS} )?{_DAY}(?![:.]\d))?"
_DAY_MONTH = rf"{_DAY}(?:{_TO}{_DAY})?(?: of)? {MONTHS}(?:{_TO}{_DAY} {MONTHS})?"
_STEP = r"(?i:last|next|this)"
_YEAR = rf"(?:,? (?:of )?(?:\d{{4}}\b|{_STEP} year\b))?"
_COUNT = r"(?:\d{1,3}|a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|a few|a couple of)"
_UNIT = r"(?:day|week|month|year|decade)s?"
_SEASON = r"(?:spring|summer|autumn|fall|winter)"
_FEAST = (
    r"(?:Christmas(?: Eve| Day)?|Boxing Day|New Year['’]s (?:Eve|Day)|Easter(?: Sunday| Monday)?|Good Friday|"
    r"Palm Sunday|Ash Wednesday|Pentecost|Halloween|Thanksgiving(?: Day)?|Black Friday|Valentine['’]s Day|"
    r"International Women['’]s Day|St\.? Patrick['’]s Day|May Day|Bastille Day|Armistice Day|Veterans Day|Memorial Day|"
    r"Labor Day|Martin Luther King(?: Jr\.?)? Day|Remembrance Sunday|Independence Day|Ramadan|Eid(?: al-\w{4,6})?|"
    r"Diwali|Passover|Yom Kippur|Rosh Hashanah|Hanukkah|(?:Lunar|Chinese) New Year)"
)
_DATED = rf"(?:{_MONTH_DAY}|{_DAY_MONTH}){_YEAR}"
_CORE = (
    rf"(?:{_WEEKDAY}(?: to {_WEEKDAY})?(?:,? (?:the )?{_DATED}| \({_DATED}\))?(?:'s|’s)?"
    rf"(?: (?:morning|afternoon|evening|night))?(?: (?:of )?{_STEP} week\b)?"
    rf"|{_MONTH_DAY}{_YEAR}(?: at {CLOCK})?|{_DAY_MONTH}{_YEAR}"
    rf"|{MONTHS},? (?:of )?(?:\d{{4}}\b|{_STEP} year\b)|\d{{4}}-\d\d-\d\d\b|\d{{1,2}}[/.]\d{{1,2}}[/.](?:19|20)\d\d\b"
    r"|(?i:the day before yesterday|the day after tomorrow"
    r"|(?:yesterday|tomorrow)(?: (?:morning|afternoon|evening|night))?"
    r"|today|tonight|last night|overnight|this (?:morning|afternoon|evening))\b"
    rf"|(?i:(?:the (?:start|beginning|middle|end) of )?(?:last|next|this|earlier this|later this|the coming) "
    rf"(?:week(?:end)?|month|year|{_SEASON})\b)"
    rf"|{_STEP} {MONTHS}(?!\w)"
    rf"|(?i:{_COUNT} {_UNIT} (?:ago|from now)\b))"
)
_YEARS = r"(?:19|20)\d\d\b"
_LED = (
    rf"(?:(?:early|late|mid)[- ]?)?(?:{MONTHS}{_YEAR}|{_YEARS})(?!\w| ?[\d%])"
    rf"|(?:the )?(?:(?:early|late|mid)[- ])?(?:19|20)\d0s\b"
    rf"|(?:the )?{_SEASON}(?: of)? {_YEARS}|the (?:spring|summer|autumn|winter)\b"
)
_PERIOD = (
    rf"(?:the )?(?:first|second|third|fourth|final|last) (?:quarter|half) of (?:(?:fiscal )?{_YEARS}|{_STEP} year)"
    rf"|Q[1-4] {_YEARS}|(?:the )?(?:fiscal|financial) year {_YEARS}"
    rf"|the (?:start|beginning|middle|end) of (?:the (?:month|year)\b|{MONTHS}{_YEAR}|{_YEARS})"
)
_EXPRESSION = re.compile(
    rf"\b(?:{_ABOUT})?{_HOUR},?\s(?:on )?{_CORE}"
    rf"|\b(?:{_PART}\s(?:on\s)?)?(?:(?:last|next|this|the following|the previous)\s)?{_CORE}"
    rf"|\b{_ABOUT}{_HOUR}(?!\w)"
    rf"|\b(?i:on|over|at|during|before|after|since|until|by|for) (?:last |next |this )?{_FEAST}\b(?! [A-Z\d])"
    rf"|\b(?i:on|over|at|during) the weekend\b"
    rf"|\b(?i:in|since|by|until|during) (?:{_LED})"
    rf"|\b(?i:between|from) {_YEARS} (?:and|to|until) {_YEARS}"
    rf"|\b{_PERIOD}"
    rf"|\b(?i:{_COUNT}) (?:day|week|month|year)s? (?:after|before) "
)
_LEAD = re.compile(
    r"(?:in|since|by|until|during|of|on|over|before|for|at(?= (?:the|last|this|Ch|E|N|Th)))\s", re.IGNORECASE
)
_REPEATED = re.compile(r"\b(?:every|each|most) $", re.IGNORECASE)
_COUNTED = re.compile(r" (?:after|before) $")
_NAMED = frozenset({"PERSON", "ORG", "FAC", "WORK_OF_ART"})
REACH = 8  # tokens of the event from which days are counted


def expressions(page: Page, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Offsets of the expressions of time in a sentence."""
    for match in _EXPRESSION.finditer(page.text, sentence.left, sentence.right):
        left, right = match.span()
        if _REPEATED.search(page.text, max(sentence.left, left - 6), left):
            continue
        if _COUNTED.search(match[0]):
            right = _behind(page, right)
        said = page.text[left:right]
        if said.endswith(("'s", "’s")):
            right -= 2
        right -= len(page.text[left:right]) - len(page.text[left:right].rstrip(" ,"))
        lead = _LEAD.match(page.text, left, right)
        left = lead.end() if lead else left
        if left < right and not _is_named(page, left, right):
            yield left, right


def _behind(page: Page, right: int) -> int:
    """The end of the event that days are counted from: "three weeks after the vote"; 0 if a clause tells it."""
    first, _ = page.tokens(right - 1, right + 1)
    counted = page.doc[first - 1] if first else None
    event: Token | None = next((child for child in counted.rights if child.dep_ == "pobj"), None) if counted else None
    if event is None:
        return 0
    last = grammar.phrase(event, of=False)[1]
    return page.span(first, last)[1] if first < last <= first + REACH else 0


def _is_named(page: Page, left: int, right: int) -> bool:
    """Whether the words belong to a longer name: "April Jones", "USA Today"."""
    first, last = page.tokens(left, right)
    doc = page.doc
    if first >= last or not doc[first].ent_type_ or doc[first].ent_type_ not in _NAMED:
        return False
    longer = last < len(doc) and doc[last].ent_iob_ == "I" and doc[last].ent_type_ in _NAMED
    return longer or doc[first].ent_iob_ == "I"
