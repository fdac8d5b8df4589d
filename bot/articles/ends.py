"""What stands below the story in an extracted text: calls to subscribe, the portrait of whoever wrote it. Pure."""

from __future__ import annotations

import re

from bot.articles import receipt

_MOST_LINES = 3
_LONGEST = 500  # characters of a call or a portrait
_IS = (
    r"(?:,[^.]{0,80},)?\s+(?:is|was|has|cover(?:s|ed)|writes|wrote|reports|joined|works|teaches|lives|can be reached)\b"
)


def without(lines: list[str], authors: tuple[str, ...]) -> tuple[list[str], list[str]]:
    """The story, and what was taken from its end. A text that is nothing else keeps its first line."""
    story = list(lines)
    while len(story) > 1 and len(lines) - len(story) < _MOST_LINES and _is_end(story[-1], authors):
        story.pop()
    return story, lines[len(story) :]


def _is_end(line: str, authors: tuple[str, ...]) -> bool:
    if len(line) > _LONGEST:
        return False
    portrait = any(re.match(re.escape(name) + _IS, line) for name in authors)
    return portrait or receipt.is_call(line)
