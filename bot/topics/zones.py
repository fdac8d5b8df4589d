"""Where in an article something stands: its title, its dateline, its lead, the body, or an aside.

An aside isn't the article's own matter: the headline of another story, or what happened long ago.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal

Zone = Literal["title", "dateline", "lead", "body", "aside"]
LEAD = 350  # characters: the first two sentences or so of a report
ASIDE_WORDS = 20  # a line of more words than this is no headline
REACH = 600  # characters: no sentence is longer on either side of its year
OPENING = 120  # characters within which a dateline ends
BREAK = re.compile(r" ?(?:--?|–|—) |\((?:AP|AFP|CNN|dpa|Reuter|Reuters|UPI|Xinhua)\)[ \n]")
PART = re.compile(r"[A-Z][\w.'’/,-]*+|\d{1,4},?|\(\w*\)?,?")
DAY = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)[a-z]*+\.? \d", re.IGNORECASE)
# It begins with what is rare, for speed: "in 1908", "since 1815".
LONG_AGO = re.compile(r"1(?:(?<=\b[Ii]n 1)|(?<=\b(?:of|by) 1)|(?<=\b[Ss]ince 1))(?:[5-8]\d|9[0-4])\d\b")
END = re.compile(r"[.!?:;][\"'”’)\]]*\s*$")


@dataclass(frozen=True, slots=True)
class Zones:
    """The zones of a body: offsets into it."""

    dateline: int
    lead: int
    asides: tuple[tuple[int, int], ...]
    past: tuple[tuple[int, int], ...]

    def of(self, offset: int) -> Zone:
        """The zone of an offset."""
        if offset < self.dateline:
            return "dateline"
        if within(offset, self.asides) or within(offset, self.past):
            return "aside"
        return "lead" if offset < self.lead else "body"


def within(offset: int, spans: tuple[tuple[int, int], ...]) -> bool:
    """Whether an offset lies in one of the spans, which are in order and apart."""
    at = bisect_right(spans, offset, key=lambda span: span[0])
    return at > 0 and offset < spans[at - 1][1]


def survey(body: str) -> Zones:
    """The zones of a body."""
    dateline = dateline_end(body[:OPENING])
    return Zones(dateline, dateline + LEAD, tuple(asides(body)), tuple(histories(body)))


def dateline_end(opening: str) -> int:
    """The end of a dateline at the beginning: "NAIROBI, March 4 - ", "KABUL, Afghanistan (AP) — "; 0 without one."""
    found = BREAK.search(opening)
    parts = opening[: found.start()].split() if found else []
    if not found or not parts or not all(PART.fullmatch(part) for part in parts):
        return 0
    named = parts[0].strip(",.")
    capitals = len(named) > 1 and named.isupper()
    return found.end() if capitals or found[0][0] == "(" or DAY.search(opening[: found.start()]) else 0


def asides(body: str) -> list[tuple[int, int]]:
    """Headlines of other stories and source lines: short lines without a final stop, after a paragraph with one."""
    found, offset, paragraph = [], 0, False
    for line in body.splitlines(keepends=True):
        stripped = line.strip()
        closed = bool(END.search(stripped))
        if paragraph and stripped and not closed and len(stripped.split()) <= ASIDE_WORDS:
            found.append((offset, offset + len(line)))
        paragraph = paragraph or closed
        offset += len(line)
    return found


def histories(body: str) -> list[tuple[int, int]]:
    """Sentences that tell of long ago: they are background, whatever they name."""
    found: list[tuple[int, int]] = []
    for year in LONG_AGO.finditer(body):
        start, end = year.span()
        if found and start < found[-1][1]:
            continue
        first = max(body.rfind(stop, max(0, start - REACH), start) for stop in (". ", "\n"))
        ends = [at for at in (body.find(stop, end, end + REACH) for stop in (". ", "\n")) if at >= 0]
        found.append((max(first + 1, start - REACH), min(ends, default=end + REACH)))
    return found
