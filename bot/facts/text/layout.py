"""Where the text breaks: paragraphs, run-on furniture, and the pieces in which a long text is parsed.

All functions work on characters alone, before any parse; offsets point into the text that was given.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from bot.facts.text.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

PIECE = 10_000  # characters: one call on 300 kB peaks at 1,170 MB, pieces of this size at 214 MB
LETTERS = 3  # a shorter capitalised word is rather an acronym or a name
WRAPPED = 100  # a line at most this long that ends in mid-sentence is a hard-wrapped one
_FULL_STOP = re.compile(r"[.!?…][\"'”’)\]]*\s*$")
# A scraped page runs captions into sentences: "…its triangles A decision to …". A capitalised word that the text also
# writes small, or that opens sentences, begins one when it stands behind a small word and before another.
_RUN_ON = re.compile(r"(?<![\w'’-])([a-z]{2,}|\d+|\))[\"”’']? {1,3}(?=([A-Z][a-z]*) ([A-Za-z]))")
# Behind a name only the surest openers count: "in New York The police said".
_AFTER_NAME = re.compile(r"[A-Z][a-z]+ (?=(?:The|An|He|She|They|His|Her|It) [a-z])")
_SPELLED = re.compile(r"(?<![^\s\"“‘'(])[A-Za-z][a-z]{2,}")


def breaks(text: str, edges: Iterable[int] = ()) -> list[int]:
    """Offsets at which a sentence begins for certain, in order; ``edges`` are known ones."""
    offsets = {left for left, _ in paragraphs(text)} | {offset for offset in edges if offset < len(text)}
    counted = Counter(_SPELLED.findall(text))
    offsets.update(match.end() for match in _RUN_ON.finditer(text) if _opens(match, counted))
    offsets.update(match.end() for match in _AFTER_NAME.finditer(text))
    return sorted(offsets)


def _opens(match: re.Match[str], counted: Counter[str]) -> bool:
    before, word, behind = match[1], match[2], match[3]
    if before in words("openers_follow"):
        return False
    if word in words("openers"):
        return behind.islower() or word in words("openers_name")
    common = counted[word.lower()] >= counted[word] and len(word) > LETTERS
    return behind.islower() and common and word not in words("openers_never")


def paragraphs(text: str) -> list[tuple[int, int]]:
    """The paragraphs as (start, end), blank lines between them left out; hard-wrapped lines are joined."""
    spans: list[tuple[int, int]] = []
    for left, right, blank in lines(text):
        if spans and not blank and _continues(text[spans[-1][0] : spans[-1][1]], text[left:right]):
            spans[-1] = (spans[-1][0], right)
        else:
            spans.append((left, right))
    return spans


def lines(text: str) -> Iterator[tuple[int, int, bool]]:
    """Each line that is not empty as (start, end, whether an empty line stands before it), margins stripped."""
    blank, start = True, 0
    for piece in text.split("\n"):
        stripped = piece.strip()
        if stripped:
            left = start + len(piece) - len(piece.lstrip())
            yield left, left + len(stripped), blank
        blank = not stripped
        start += len(piece) + 1


def _continues(before: str, line: str) -> bool:
    last = before.rsplit("\n", 1)[-1]
    return len(last) <= WRAPPED and not _FULL_STOP.search(last) and line[:1].islower()


def pieces(text: str, size: int = PIECE) -> Iterator[tuple[int, int]]:
    """Cut a text into stretches of about ``size`` characters, at a line's end, else a sentence's, else at a space."""
    left = 0
    while len(text) - left > size + size // 2:
        right = next(cut for cut in _cuts(text, left, left + size) if cut > left)
        yield left, right
        left = right
    yield left, len(text)


def _cuts(text: str, left: int, right: int) -> Iterator[int]:
    half = (left + right) // 2
    for mark in ("\n", ". ", " "):
        found = text.rfind(mark, half, right)
        yield found + len(mark) if found >= 0 else -1
    yield right
