"""A pasted text as paragraphs with their places: marks of quoting and lists aside, hard-wrapped lines joined. Pure.

The text itself is never changed; ``words`` is for judging and comparing only.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

_MARKS = re.compile(r"\A\s*(?:(?:>|&gt;|\||[-*•·‣▪●–—]|#{1,6})\s+|[*_~`]+(?=\S)|>)*")
_CHATTED = re.compile(
    r"\[?\d{1,4}[./-]\d{1,2}[./-]\d{2,4},? \d{1,2}[:.]\d{2}(?:[:.]\d{2})?"
    r"(?:\s?[AaPp]\.?[Mm]\.?)?\]?\s?[-–]?\s?[^:\n]{1,40}:\s"
)
_CLOSING = re.compile(r"(?<![*_~`\s])[*_~`\s]++\Z")
_SENTENCE_END = re.compile(r"[.!?…:][\"'”’)\]*_]*\s*\Z")
_ENDING = 12  # characters in which a full stop stands, with the marks behind it; a joined paragraph may be long
_HYPHEN = re.compile(r"(?<=[a-z])[-\u00ad]\Z")
_WIDEST, _NARROWEST = 100, 40  # characters of a line that was wrapped by a printer
_MOST_LINES = 2_000
_WRAPPED_SHARE, _LEAST_PAIRS = 0.4, 3
_LAST_LINE = 0.7  # of the usual width: a shorter line ends its paragraph


@dataclass(frozen=True, slots=True)
class Paragraph:
    """``text[start:end]``, and its words on one line without the marks around them."""

    start: int
    end: int
    words: str

    @property
    def ends(self) -> bool:
        """Whether it ends as a sentence does."""
        return bool(_SENTENCE_END.search(self.words[-_ENDING:])) and not self.words.endswith(":")


def of(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs of a text, in their order; the first two thousand lines are looked at."""
    found: list[Paragraph] = []
    rows = _rows(text)
    width, last = _width(rows), 0
    for row, blank in rows:
        wrapped = width and last >= _LAST_LINE * width
        if found and not blank and not found[-1].ends and (wrapped or (last >= _NARROWEST and row.words[0].islower())):
            found[-1] = _joined(found[-1], row)
        else:
            found.append(row)
        last = len(row.words)
    return tuple(found)


def _rows(text: str) -> list[tuple[Paragraph, bool]]:
    """Each line with words on it, and whether a blank one stands above it."""
    rows, start, blank = [], 0, True
    for line in text.split("\n", _MOST_LINES)[:_MOST_LINES]:
        words = _CLOSING.sub("", _bare(line))
        if words:
            left = start + len(line) - len(line.lstrip())
            rows.append((Paragraph(left, start + len(line.rstrip()), words), blank))
        blank = not words
        start += len(line) + 1
    return rows


def _bare(line: str) -> str:
    chatted = _CHATTED.match(line)
    return _MARKS.sub("", line[chatted.end() :] if chatted else line, count=1)


def _width(rows: list[tuple[Paragraph, bool]]) -> int:
    """How wide a printer set the lines; 0 where nobody did."""
    pairs = [(one.words, other.words) for (one, _), (other, blank) in pairwise(rows) if not blank]
    broken = [one for one, _ in pairs if _NARROWEST <= len(one) <= _WIDEST and not _SENTENCE_END.search(one)]
    if len(broken) < _LEAST_PAIRS or len(broken) < _WRAPPED_SHARE * len(pairs):
        return 0
    return sorted(map(len, broken))[len(broken) // 2]


def _joined(paragraph: Paragraph, row: Paragraph) -> Paragraph:
    words = paragraph.words
    parted = _HYPHEN.search(words, max(0, len(words) - 2))
    words = words[:-1] + row.words if parted else f"{words} {row.words}"
    return Paragraph(paragraph.start, row.end, words)
