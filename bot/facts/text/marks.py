"""Quotation marks paired: text in, spans of direct speech out (between the marks), whatever the marks are.

Straight marks tell nothing about their side, and an apostrophe looks like a closing single mark; what stands left and
right of a mark decides. An opening mark while one is open begins the next paragraph of a longer quotation, as printers
have it: the earlier one ends where its text does.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST = 4_000  # characters between two marks; more is a mark without its partner
_SINGLE, _DOUBLE = "single", "double"
_MARK = re.compile(r"''|``|[\"“”„«»‘’'‚‹›]")
_OPENERS, _CLOSERS = "“„«‹‚", "”»›"
_ELISION = re.compile(r"(?:\d0s|s\b|em\b|til\b|tis\b|twas\b|cause\b|n\b|bout\b)", re.IGNORECASE)
_BEFORE_OPEN = " \t\n\u00a0\u2009([{—–-/:;,.…!?>"
_OPEN_ONLY = " \t\n\u00a0\u2009([{—–-/"  # what stands before no closing mark
_AFTER_CLOSE = " \t\n\u00a0\u2009.,;:!?)]}—–-/…<"
_STRONG = ".,!?…;:"
_END = re.compile(r"[.!?…][^.!?…]*$")


@dataclass(frozen=True, slots=True)
class Quotation:
    """What stands between two marks: its span without them, whether double, and whether the closing mark is there."""

    left: int
    right: int
    double: bool
    closed: bool


@dataclass(frozen=True, slots=True)
class _Mark:
    at: int
    width: int
    double: bool
    opens: bool
    closes: bool
    strong: bool


def quotations(text: str) -> list[Quotation]:
    """All outermost quotations in order; one inside another belongs to it."""
    marks = list(_marks(text))
    double = list(_paired(text, [mark for mark in marks if mark.double]))
    single = list(_paired(text, [mark for mark in marks if not mark.double]))
    return _outermost(double, single)


def _marks(text: str) -> Iterator[_Mark]:
    for match in _MARK.finditer(text):
        at, sign = match.start(), match[0]
        before = text[at - 1] if at else " "
        after = text[match.end()] if match.end() < len(text) else " "
        double = sign in {"''", "``"} or sign in '"“”„«»'
        opens = after not in " \t\n\u00a0" and (before in _BEFORE_OPEN or before in "\"'“‘")
        closes = before not in " \t\n\u00a0" and (after in _AFTER_CLOSE or after in "\"'”’" or before in ".,!?…")
        if sign == "“" and before not in _OPEN_ONLY and after in _AFTER_CLOSE:
            opens, closes = False, True  # closes „…“
        elif sign in _OPENERS or sign == "``":
            opens, closes = True, sign == "„"
        elif sign in _CLOSERS or (sign == "’" and not before.isspace()):
            opens = False
        elif sign == "‘":
            opens, closes = not before.isalnum(), False
        loose = before.isspace() and after.isspace() and (sign == '"' or text[max(0, at - 2) : at] == ": ")
        closes = closes or sign in "”»"
        if before.isspace() and after.isspace() and sign in "\"'":
            opens, closes = loose, True
        if not double and opens and _ELISION.match(text, match.end()):
            opens = False
        if opens or closes:
            strong = before in _STRONG or after in ".,;:!?)" or before in '"”'
            yield _Mark(at, len(sign), double, opens, closes, strong)


def _paired(text: str, marks: list[_Mark]) -> Iterator[Quotation]:
    opened: _Mark | None = None
    for index, mark in enumerate(marks):
        if opened and mark.at - opened.at > LONGEST:
            opened = None
        if opened and mark.closes and not _prefers_opening(text, mark) and not _is_apostrophe(text, marks, index):
            yield Quotation(opened.at + opened.width, mark.at, mark.double, closed=True)
            opened = None
        elif mark.opens:
            if opened:
                yield from _left_open(text, opened, mark.at)
            opened = mark
    if opened:
        yield from _left_open(text, opened, min(len(text), opened.at + LONGEST))


def _prefers_opening(text: str, mark: _Mark) -> bool:
    """A straight mark that could be either opens when a space stands before it and none behind."""
    at = mark.at + mark.width
    return mark.opens and text[mark.at - 1 : mark.at].isspace() and not text[at : at + 1].isspace()


def _is_apostrophe(text: str, marks: list[_Mark], index: int) -> bool:
    """Whether a closing single mark is a possessive: a better closing mark comes before the next opening one."""
    mark = marks[index]
    if mark.double or mark.strong or text[mark.at - 1 : mark.at] not in {"s", "S", "n", "x", "z"}:
        return False
    for later in marks[index + 1 : index + 8]:
        if later.opens and text[later.at - 1 : later.at].isspace():
            return False
        if later.closes and later.strong:
            return not re.search(r"[.!?]\s", text[mark.at : min(later.at, mark.at + 400)])
    return False


def _left_open(text: str, opened: _Mark, end: int) -> Iterator[Quotation]:
    """A quotation without its closing mark: it ends with its paragraph, else with the last full stop before ``end``."""
    left = opened.at + opened.width
    line = text.find("\n", left, end)
    stretch = text[left : line if line >= 0 else end].rstrip()
    stop = _END.search(stretch)
    if stop:
        yield Quotation(left, left + stop.start() + 1, opened.double, closed=False)


def _outermost(double: list[Quotation], single: list[Quotation]) -> list[Quotation]:
    """Drop what lies inside another, and a single pair that cuts a double one."""
    kept: list[Quotation] = []
    for quotation in sorted([*double, *single], key=lambda q: (q.left, -q.right)):
        if kept and quotation.left < kept[-1].right:
            weak = not kept[-1].double and (not kept[-1].closed or quotation.right > kept[-1].right)
            if not (weak and quotation.double):
                continue
            kept.pop()
        kept.append(quotation)
    return kept
