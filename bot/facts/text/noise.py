"""What stands in the text but belongs to no story: text in, spans out.

Headlines of other stories, captions, calls to action, share lines, source lines and embedded posts stay in the text and
are never evidence. Two kinds of evidence give them away: how a whole line looks, and set phrases inside a line.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from typing import TYPE_CHECKING

from bot.facts.text import seams
from bot.facts.text.furniture import BYLINE, CAPTIONED, LINE, PHRASES
from bot.facts.text.galleries import galleries
from bot.facts.text.layout import breaks, paragraphs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

Span = tuple[int, int]

SHORT = 400  # characters of a line that a set phrase makes noise as a whole
HEADLINE = 200  # characters of a headline at most
HEADLINE_WORDS = 22  # a headline of another story has at most as many
_END = re.compile(r"(?:[.!?…:;,][\"'”’)\]]*|[\"”’)])\s*$")
_STOP = re.compile(r"[.!?](?=\s)")
CAPTION = 250  # characters of a caption at most
TEXTS = 32  # whose furniture is kept: a batch is asked for twice


@dataclass(frozen=True, slots=True)
class Noise:
    """The noise of one text: spans in order, none touching another."""

    spans: tuple[Span, ...]

    def touches(self, left: int, right: int) -> bool:
        """Whether any of it lies within ``text[left:right]``."""
        return self.first(left, right) is not None

    def first(self, left: int, right: int) -> int | None:
        """Where the first of it within ``text[left:right]`` begins, or None."""
        low, high = 0, len(self.spans)
        while low < high:
            middle = (low + high) // 2
            if self.spans[middle][1] <= left:
                low = middle + 1
            else:
                high = middle
        return max(left, self.spans[low][0]) if low < len(self.spans) and self.spans[low][0] < right else None


def find(text: str, body_start: int = 0, foreign: tuple[Span, ...] = ()) -> Noise:
    """All noise of a text, with what is known to be ``foreign``; the title (before ``body_start``) is never noise."""
    starts = cache(partial(breaks, text))
    within, glued = _furniture(text, body_start)
    found = [*_lines(text, body_start), *_captions(text, body_start, starts), *foreign]
    return Noise(tuple(_merged([*found, *within, *glued])))


@lru_cache(maxsize=TEXTS)
def _furniture(text: str, body_start: int) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Furniture inside lines, and what ran into sentences: asked for before a text is parsed, and after."""
    starts = cache(partial(breaks, text))
    within = (*_inside(text, body_start), *galleries(text, body_start, starts))
    return within, tuple(_glued(text, body_start, starts))


def _glued(text: str, body_start: int, starts: Callable[[], Sequence[int]]) -> Iterator[Span]:
    yield from seams.headings(text, body_start)
    yield from seams.captions(text, body_start, starts)
    yield from seams.links(text, body_start, starts)


def _captions(text: str, body_start: int, known: Callable[[], Sequence[int]]) -> Iterator[Span]:
    """What stands behind "Image caption", where the next sentence begins before the caption has a full stop."""
    marks = [match.end() for match in CAPTIONED.finditer(text, body_start)]
    if not marks:
        return
    starts = sorted({*known(), *marks})
    for mark in marks:
        left = _behind(text, mark)
        following = bisect_right(starts, left)
        right = starts[following] if following < len(starts) else len(text)
        if right - left <= CAPTION and not _STOP.search(text, left, right):
            yield left, right


def edges(text: str, body_start: int = 0) -> list[int]:
    """Offsets at which noise begins or what follows it: no sentence runs across one."""
    within, glued = _furniture(text, body_start)
    ends = [_behind(text, right) for _, right in within]
    behind = (_behind(text, right) for _, right in glued)
    ends += [offset for offset in behind if not text[offset : offset + 1].islower()]
    begun = (left for left, _ in seams.headings(text, body_start))
    return [offset for offset in (*ends, *begun, *seams.seams(text, body_start)) if offset < len(text)]


def _behind(text: str, offset: int) -> int:
    while offset < len(text) and text[offset].isspace():
        offset += 1
    return offset


def caption_starts(text: str) -> frozenset[int]:
    """Offsets at which a caption begins, whether or not it is known where it ends."""
    return frozenset(_behind(text, match.end()) for match in CAPTIONED.finditer(text))


def _inside(text: str, body_start: int) -> Iterator[Span]:
    small = text.lower()
    for clues, pattern in PHRASES:
        if any(clue in small for clue in clues):
            yield from (match.span() for match in pattern.finditer(text, body_start))


def _lines(text: str, body_start: int) -> Iterator[Span]:
    """Lines that begin with a set phrase, bylines, and short lines without an end among lines that have one."""
    spans = [span for span in paragraphs(text) if span[0] >= body_start]
    ended = sum(bool(_END.search(text, max(left, right - 4), right)) for left, right in spans)
    prose = ended > 1 and 2 * ended >= len(spans) - ended
    for index, (left, right) in enumerate(spans):
        line = text[left : min(right, left + SHORT)]
        if (
            (LINE.match(line) and right - left < SHORT)
            or BYLINE.match(line)
            or (prose and index > 0 and _is_headline(line, right - left))
        ):
            yield left, right


def _is_headline(line: str, length: int) -> bool:
    return length < HEADLINE and len(line.split()) <= HEADLINE_WORDS and not _END.search(line)


def _merged(spans: Iterable[Span]) -> Iterator[Span]:
    last: Span | None = None
    for left, right in sorted(spans):
        if last and left <= last[1]:
            last = (last[0], max(last[1], right))
            continue
        if last:
            yield last
        last = (left, right)
    if last:
        yield last
