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
DATELINE = re.compile(
    r"\s{0,9}(?:[A-Z][A-Z.'’/-]+,? ?){1,5}"
    r"(?:, ?(?:[A-Z][\w.]+ ?){1,3}){0,2}"
    r"(?:,? ?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? \d{1,2}(?:, \d{4})?)?"
    r" ?(?:\([^()\n]{2,30}\))? ?(?:--?|–|—|:) "
)
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
    found = DATELINE.match(body[:200])
    dateline = found.end() if found else 0
    return Zones(dateline, dateline + LEAD, tuple(asides(body)))


def asides(body: str) -> list[tuple[int, int]]:
    """Headlines of other stories and source lines among paragraphs: short lines without a final stop, after a paragraph with one."""
    found, offset, paragraph = [], 0, False
    for line in body.splitlines(keepends=True):
        stripped = line.strip()
        closed = bool(END.search(stripped))
        if paragraph and stripped and not closed and len(stripped.split()) <= ASIDE_WORDS:
            found.append((offset, offset + len(line)))
        paragraph = paragraph or closed
        offset += len(line)
    return found
