"""Datelines: place, date and agency before the first words of a report. Text in, spans out, no parse needed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

REACH = 3  # paragraphs from the top in which a dateline stands
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DATE = rf"(?:,? {{1,2}}{_MONTH} {{1,2}}\d{{1,2}}(?:, \d{{4}})?|,? {{1,2}}\d{{1,2}} {_MONTH}(?:,? \d{{4}})?)"
_CAPITALS = r"[A-Z][A-Z.'’-]{2,20}(?: [A-Z][A-Z.'’-]{1,20}){0,3}"
_NAME = r"[A-Z][\w.'’-]{1,20}(?: [A-Z][\w.'’-]{1,20}){0,3}"
_REGION = rf"(?:, (?!{_MONTH} \d){_NAME}){{0,2}}"
_STATE = r", (?:[A-Z]{2}|[A-Z]\.[A-Z]\.|[A-Z][a-z]{2,4}\.)"
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
    """Where a dateline's place begins and ends, and whether more than capitals tells that it is one; None without."""
    match = _PLACE.match(text, left, right)
    if match is None:
        return None
    first, last = match.span(1)
    return first, last, "," in match[1] or bool(match["more"] or match["by"])
