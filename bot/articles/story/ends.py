"""What stands below the story in an extracted text: calls to subscribe, the portrait of whoever wrote it. Pure."""

from __future__ import annotations

import re

from bot.articles.html.gates import GATE
from bot.articles.story import receipt

_MOST_LINES = 3
_LONGEST = 500  # characters of a call or a portrait
_IS = (
    r"(?:,[^.]{0,80},)?\s+(?:is|was|has|cover(?:s|ed)|writes|wrote|reports|joined|works|teaches|lives|can be reached)\b"
)


def without(lines: list[str], authors: tuple[str, ...]) -> tuple[list[str], list[str]]:
    """The story, and what was taken from its end. A text that is nothing else keeps its first line."""
    story = lines[: _gate(lines)]
    whole = len(story)
    while len(story) > 1 and whole - len(story) < _MOST_LINES and _is_end(story[-1], authors):
        story.pop()
    return story, lines[len(story) :]


def _gate(lines: list[str]) -> int:
    """Where a gate stands that only an offer follows; the number of lines where there is none."""
    for at, line in enumerate(lines[1:], 1):
        if len(line) <= _LONGEST and GATE.match(line):
            return at if sum(map(len, lines[at:])) <= _LONGEST else len(lines)
    return len(lines)


def _is_end(line: str, authors: tuple[str, ...]) -> bool:
    if len(line) > _LONGEST:
        return False
    portrait = any(re.match(re.escape(name) + _IS, line) for name in authors)
    return portrait or receipt.is_call(line)
