"""Datelines: place, date and agency before the first words of a report. Text in, spans out, no parse needed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.facts.text import outlets

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

REACH = 3  # paragraphs from the top in which a dateline stands
WORDS = 2  # of a town in capitals that nothing but its dash tells
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DATE = rf"(?:,? {{1,2}}{_MONTH} {{1,2}}\d{{1,2}}(?:, \d{{4}})?|,? {{1,2}}\d{{1,2}} {_MONTH}(?:,? \d{{4}})?)"
_CAPITALS = r"[A-Z][A-Z.'’-]{2,20}(?: [A-Z][A-Z.'’-]{1,20}){0,3}"
_NAME = r"[A-Z][\w.'’-]{1,20}(?: [A-Z][\w.'’-]{1,20}){0,3}"
_REGION = rf"(?:, (?!{_MONTH} \d){_NAME}){{0,2}}"
_STATE = r", (?:[A-Z]{2}|[A-Z]\.[A-Z]\.|[A-Z][a-z]{2,4}\.)"
# What stands in capitals before a dash and is no town.
_LABELS = frozenset(
    "BREAKING UPDATE UPDATED EXCLUSIVE WATCH VIDEO PHOTO PHOTOS OPINION ANALYSIS EDITORIAL REVIEW LIVE DEVELOPING "
    "CORRECTION ALERT NEWS SPORT SPORTS FACTBOX TIMELINE EXPLAINER FEATURE INTERVIEW SPECIAL REPORT WARNING NOTE "
    "SPOILER BUSINESS POLITICS WEATHER POLICE NEW READ LISTEN COMMENT COLUMN PREVIEW RECAP RESULT RESULTS".split()
)
_AGENCY = r" {0,2}\([A-Z][\w./ ]{1,30}\)"
_DASH = r" {0,2}(?:--|[—–-]) {0,2}(?=[\"“‘'A-Z\d])"
_DATELINE = re.compile(
    rf"(?:Photo )?(?:{_CAPITALS}{_REGION}(?:{_DATE})?(?:{_AGENCY})?|{_NAME}{_REGION}(?:{_DATE})?{_AGENCY}"
    rf"|{_NAME}(?:{_STATE}(?:{_DATE})?|{_REGION}{_DATE})|{_AGENCY}){_DASH}"
)
_PLACE = re.compile(
    rf"(?:Photo )?((?:{_CAPITALS}|{_NAME})(?:(?!, {_MONTH} \d){_STATE}(?!\w)|{_REGION}))"
    rf"(?P<more>{_DATE})?(?P<by>{_AGENCY})?"
)


def datelines(text: str, paragraphs: Iterable[tuple[int, int]], body_start: int) -> Iterator[tuple[int, int]]:
    """The datelines of a text, each from the start of its paragraph to the report's first word."""
    seen = 0
    for left, right in paragraphs:
        if left < body_start:
            continue
        seen += 1
        if seen > REACH:
            return
        found = _DATELINE.match(text, left, right)
        if found and found.end() < right:
            yield found.span()


def place_of(text: str, left: int, right: int) -> tuple[int, int, bool] | None:
    """Where a dateline's place begins and ends, and whether its form tells that it is one; None without.

    Capitals before a dash are a town, "NEWARK - ", unless they are a label or an outlet: "UPDATE - ".
    """
    match = _PLACE.match(text, left, right)
    if match is None:
        return None
    first, last = match.span(1)
    words = match[1].split()
    town = match[1].isupper() and len(words) <= WORDS and not (set(words) & _LABELS or outlets.kind_of(match[1]))
    return first, last, town or "," in match[1] or bool(match["more"] or match["by"])
