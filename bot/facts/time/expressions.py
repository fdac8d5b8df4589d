"""Expressions of time, as they stand in the text: characters in, offsets out.

What lasts ("for three days") or comes again ("every Sunday") is no time of an event, nor is a name ("April Jones").
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.facts.grammar import grammar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from bot.facts.text.page import Page, Sentence

_PART = (
    r"(?:[Ee]arly|[Ll]ate|[Ee]arlier|[Ll]ater|[Mm]id-?|[Oo]vernight|the (?:early|small) hours of|"
    r"[Tt]he (?:night|morning|evening|afternoon) of)"
)
CLOCK = r"\d{1,2}(?:[:.]\d\d)?\s?(?:am|pm|a\.m\.|p\.m\.|AM|PM)(?: local time| [A-Z]{2,4}\b| \([0-9:]+ [A-Z]{3}\))?"
_CLOCK_24 = (
    r"\d{1,2}:\d\d(?! ?(?:minutes|seconds|to\b|\d))(?: hours)?(?: local time| [A-Z]{3}\b)?(?: \([0-9:]+ [A-Z]{3}\))?"
)
_HOUR = rf"(?:{CLOCK}|{_CLOCK_24}|midnight|noon|midday)"
_ABOUT = r"(?:(?:[Aa]t|[Aa]round|[Aa]bout|(?:[Jj]ust|[Ss]hortly) (?:before|after)) ){1,2}"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?!s)"
MONTHS = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Jan\.?|Feb\.?|Mar\.?|Apr\.?|Jun\.|Jul\.|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)"
)
_DAY = r"\d{1,2}(?!\d)(?:st|nd|rd|th)?"
_TO = r"(?: ?[-–—] ?| to | through )"
_MONTH_DAY = rf"{MONTHS} {_DAY}(?:{_TO}(?:{MONTHS} )?{_DAY}(?![:.]\d))?"
_DAY_MONTH = rf"{_DAY}(?:{_TO}{_DAY})?(?: of)? {MONTHS}(?:{_TO}{_DAY} {MONTHS})?"
_STEP = r"(?:[Ll]ast|[Nn]ext|[Tt]his)"
_YEAR = rf"(?:,? (?:of )?(?:\d{{4}}\b|{_STEP} year\b))?"
_COUNT = (
    r"(?:\d{1,3}|[Aa]n?|[Oo]ne|[Tt](?:wo|hree|en|welve)|[Ff](?:our|ive)|[Ss](?:ix|even|everal)|[Ee](?:ight|leven)|[Nn]ine|"
    r"[Aa] few|[Aa] couple of)"
)
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
    r"|(?:[Tt]he day (?:before yesterday|after tomorrow)"
    r"|(?:[Yy]esterday|[Tt]omorrow)(?: (?:morning|afternoon|evening|night))?"
    r"|[Tt]oday|[Tt]onight|[Ll]ast night|[Oo]vernight|[Tt]his (?:morning|afternoon|evening))\b"
    rf"|(?:the (?:start|beginning|middle|end) of )?(?:{_STEP}|[Ee]arlier this|[Ll]ater this|[Tt]he coming) "
    rf"(?:week(?:end)?|month|year|{_SEASON})\b"
    rf"|{_STEP} {MONTHS}(?!\w)"
    rf"|{_COUNT} {_UNIT} (?:ago|from now)\b)"
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
    rf"|\b(?:[Oo](?:n|ver)|[Aa](?:t|fter)|[Dd]uring|[Bb](?:y|efore)|[Ss]ince|[Uu]ntil|[Ff]or) "
    rf"(?:last |next |this )?{_FEAST}\b(?! [A-Z\d])"
    rf"|\b(?:[Oo](?:n|ver)|[Aa]t|[Dd]uring) the weekend\b"
    rf"|\b(?:[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil|[Dd]uring) (?:{_LED})"
    rf"|\b(?:[Bb]etween|[Ff]rom) {_YEARS} (?:and|to|until) {_YEARS}"
    rf"|\b{_PERIOD}"
    rf"|\b{_COUNT} (?:day|week|month|year)s? (?:after|before) "
)
# What every expression has in it: only around one is it worth looking. Its first letters come first, for speed.
_HINT = re.compile(
    r"(?=[DdNnWwMmYyJFASOCEPHTRKsaeix\d])(?:"
    r"[Dd]ay|[Nn]ight|[Ww]eek|[Mm]onth|[Yy]ear|noon|morrow|morning|evening|decade|\d{4}|\d[:.]\d\d|\d\s?[ap]\.?m|\d\s?[AP]M|"
    r"Jan|Feb|Mar|Apr|May|Ju[nl]|Aug|Sep|Oct|Nov|Dec|spring|summer|autumn|winter|(?:is|xt|st) fall|"
    r"Christ|Easter|Pente|Hallow|Thanksg|Ramad|Eid|Diw|Passo|Kippur|Hash|Hanuk)"
)
AROUND = 45  # characters on both sides of a hint in which its expression lies
_LEAD = re.compile(
    r"(?:in|since|by|until|during|of|on|over|before|for|at(?= (?:the|last|this|Ch|E|N|Th)))\s", re.IGNORECASE
)
_REPEATED = re.compile(r"\b(?:every|each|most) $", re.IGNORECASE)
_COUNTED = re.compile(r" (?:after|before) $")
_NAMED = frozenset({"PERSON", "ORG", "FAC", "WORK_OF_ART"})
REACH = 8  # tokens of the event from which days are counted


def expressions(page: Page, sentence: Sentence) -> tuple[tuple[int, int], ...]:
    """Offsets of the expressions of time in a sentence, looked for once."""
    if sentence.number not in page.moments:
        page.moments[sentence.number] = tuple(_found(page, sentence))
    return page.moments[sentence.number]


def _found(page: Page, sentence: Sentence) -> Iterator[tuple[int, int]]:
    for match in _matches(page.text, sentence.left, sentence.right):
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


def _matches(text: str, left: int, right: int) -> Iterator[re.Match[str]]:
    """The matches in a stretch of text; only what lies around hints is searched, which takes a third of the time."""
    done = left
    for begin, end in _windows(text, left, right):
        space = text.find(" ", min(end, right), right)
        last = right if space < 0 else space
        for match in _EXPRESSION.finditer(text, max(begin, done), last):
            done = match.end()
            yield match


def _windows(text: str, left: int, right: int) -> Iterator[tuple[int, int]]:
    """Where expressions may lie: around each hint, those that overlap joined."""
    begin, end = left, left
    for hint in _HINT.finditer(text, left, right):
        if hint.start() - AROUND > end:
            if end > left:
                yield begin, end
            begin = hint.start() - AROUND
        end = hint.end() + AROUND
    if end > left:
        yield begin, end


def _behind(page: Page, right: int) -> int:
    """The end of the event that days are counted from: "three weeks after the vote"; 0 if a clause tells it."""
    first, _ = page.tokens(right - 1, right + 1)
    counted = page.token[first - 1] if first else None
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
