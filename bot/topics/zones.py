"""Where in an article something stands: its title, its dateline, its lead, the body, or an aside that isn't its own."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal

Zone = Literal["title", "dateline", "lead", "body", "aside"]
LEAD = 350  # characters: the first two sentences or so of a report
FAR = 1 << 60
ASIDE_WORDS = 20  # a line of more words than this is no headline
OPENING = 120  # characters within which a dateline ends
BREAK = re.compile(r" ?(?:--?|–|—) |\((?:AP|AFP|CNN|dpa|Reuter|Reuters|UPI|Xinhua)\)[ \n]")
PART = re.compile(r"[A-Z][\w.'’/,-]*+|\d{1,4},?|\(\w*\)?,?")
DAY = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)[a-z]*+\.? \d", re.IGNORECASE)
END = re.compile(r"[.!?:;][\"'”’)\]]*\s*$")


@dataclass(frozen=True, slots=True)
class Zones:
    """The zones of a body: offsets into it."""

    dateline: int
    lead: int
    asides: tuple[tuple[int, int], ...]

    def of(self, offset: int) -> Zone:
        """The zone of an offset."""
        if offset < self.dateline:
            return "dateline"
        at = bisect_right(self.asides, (offset, FAR)) - 1
        if at >= 0 and offset < self.asides[at][1]:
            return "aside"
        return "lead" if offset < self.lead else "body"


def survey(body: str) -> Zones:
    """The zones of a body."""
    dateline = dateline_end(body[:OPENING])
    return Zones(dateline, dateline + LEAD, tuple(asides(body)))


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
