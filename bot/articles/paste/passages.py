"""Which stretches of a pasted text are not its story, by offsets; the text itself keeps them. Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.articles.paste import paragraphs, preamble
from bot.articles.prose import lines

if TYPE_CHECKING:
    from bot.articles.paste.paragraphs import Paragraph

Span = tuple[int, int]

_HEADLINE = range(4, 23)  # words of a bare headline
_OUTLET = 80  # characters of an outlet behind a headline, with its bar
_SIGNED = re.compile(r"(?<=[.!?\"”’])\s*(?:\([A-Z][\w .&/]{1,30}\)|(?:--|[—–-])\s?[A-Z][\w .&/]{1,30})\W*\Z")


def foreign(text: str) -> tuple[Span, ...]:
    """Spans of ``text`` in their order.

    All that stands above the story but its headline, and below it; pointers, credits and bare headlines in its midst;
    the outlet behind its headline, and the agency behind its last sentence.
    """
    found = paragraphs.of(text)
    said = preamble.read(found)
    spans: list[Span] = []
    for at, each in enumerate(found):
        if said.title and each.words.startswith(said.title):
            spans += _behind(text, each, said.title)
        elif _is_foreign(found, at, said):
            spans.append((each.start, each.end))
    if found:
        last = found[said.last - 1]
        signed = _SIGNED.search(text, last.start, last.end)
        spans += [signed.span()] if signed else []
    return tuple(sorted(spans))


def _behind(text: str, line: Paragraph, title: str) -> list[Span]:
    """What stands behind the headline on its line: the outlet; a story that goes on there is longer."""
    end = text.find(title, line.start, line.end) + len(title)
    if line.end - end > _OUTLET:
        return []
    return [(end, line.end)] if end >= line.start + len(title) and re.search(r"\w", text[end : line.end]) else []


def _is_foreign(found: tuple[Paragraph, ...], at: int, said: preamble.Preamble) -> bool:
    here = found[at]
    if lines.is_foreign(here.words):
        return True
    if at < said.first or preamble.is_about(here.words):
        return True
    return (not here.ends and not preamble.is_long(here.words)) if at >= said.last else _is_bare(found, at)


def _is_bare(found: tuple[Paragraph, ...], at: int) -> bool:
    """A headline between two paragraphs of running text, or beside what is no part of it; an item of a list is none."""
    here = found[at]
    if here.ends or len(here.words.split()) not in _HEADLINE or here.words.endswith((":", ",", ";")):
        return False
    beside = (*found[max(0, at - 1) : at], *found[at + 1 : at + 2])
    return len(beside) > 1 and all(map(_is_past, beside))


def _is_past(paragraph: Paragraph) -> bool:
    return paragraph.ends or paragraph.words.endswith(":") or lines.is_foreign(paragraph.words)
