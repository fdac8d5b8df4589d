"""What stands above the story in an extracted text: the title once more, dates and bylines. Pure."""

from __future__ import annotations

import re

from bot.articles.prose.text import SENTENCE_END, key

_WITHIN = 4  # lines from the top
_LONGEST = 120
_DATE = re.compile(
    r"\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\b\.?|\b(?:mon|tues?|wed(?:nes)?"
    r"|thu(?:rs)?|fri|satur|sun)(?:day)?\b|\d+(?:st|nd|rd|th)?"
    r"|\b[ap]\.?m\b\.?|\b(?:(?:[ecmp][sd]?|[ib]s|am|ce)t|gmt|utc)\b|\b(?:first |last )?(?:published|updated"
    r"|posted|modified|print(?:ed)?|created)\b"
    r"|\b(?:on|at|by|ago|min(?:ute)?s?|hours?|days?|read)\b|[^\w\s]",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"\d{4}|\d{1,2}:\d{2}|\bago\b|min(?:ute)?s? read", re.IGNORECASE)
_BYLINE = re.compile(
    r"(?:written |posted |reported |story )?by\s+[A-Z][\w.’'-]+(?:[\s,&|]+(?:and\s+)?[\w.’'-]+){0,12}\Z", re.IGNORECASE
)
_NAME_WORDS = 5
_LABEL = re.compile(
    r"(?:(?:press|news|media) release|for immediate release|opinion|analysis|comment(?:ary)?|editorial|news|exclusive"
    r"|breaking(?: news)?|live|updated?|explainer|interview|obituary|review|page \d+ of \d+)\W*",
    re.IGNORECASE,
)


def without(lines: list[str], title: str | None) -> list[str]:
    """The lines from where the story begins, and nothing said twice in a row."""
    lines = _rejoined(lines, title)
    top = lines[:_WITHIN]
    titled = [at for at, line in enumerate(top) if title and key(line) == key(title)]
    start = titled[-1] + 1 if titled and _skippable(top[: titled[-1]]) else 0
    rest = [line for at, line in enumerate(lines[start:]) if at >= _WITHIN or not _is_head(line, title)]
    return [line for at, line in enumerate(rest) if not at or line != rest[at - 1]]


def _rejoined(lines: list[str], title: str | None) -> list[str]:
    """The lines, with a title that was broken into a few of them put together."""
    for many in range(2, _WITHIN):
        if title and key("".join(lines[:many])) == key(title):
            return [title, *lines[many:]]
    return lines


def _skippable(above: list[str]) -> bool:
    """Whether nothing but labels (a section, a date) stands above the title."""
    return all(len(line) <= _LONGEST and not SENTENCE_END.search(line) for line in above)


def _is_head(line: str, title: str | None) -> bool:
    if title and key(line) == key(title):
        return True
    if len(line) > _LONGEST:
        return False
    if _LABEL.fullmatch(line):
        return True
    dated = _CLOCK.search(line) and len(_DATE.sub(" ", line).split()) <= _NAME_WORDS
    return bool((dated or _BYLINE.match(line)) and not SENTENCE_END.search(line))
