"""Galleries that a page ran into its text: counters ("2/19", "Getty Images 22") and the captions between them."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    Starts = Callable[[], Sequence[int]]

CAPTION = 300  # characters of a caption at most
LEAST = 3  # pictures of a gallery
# "2/19 The palm house": the same number of pictures again and again, counted up.
_PLACE = re.compile(r"(?<![\w/.])(\d{1,3})/(\d{1,3})(?= [A-Z(])")
# "Getty Images 22 Rail workers": the number of pictures again and again, behind whose they are.
_COUNT = re.compile(r"(?<=[a-z)A-Z'’\"] )(\d{1,2})(?= [A-Z][\w'’]* )")
_CREDIT = re.compile(
    r"\b(?:Images?|Press|Association|News|Features?|Photos?|Pictures?|Getty|AFP|AP|EPA|PA|Reuters|Rex|Alamy|SWNS|known)\s*$"
)
_STOP = re.compile(r"[.!?][\"'”’)]? |\n")


def galleries(text: str, body_start: int, starts: Starts) -> Iterator[tuple[int, int]]:
    """The stretches of a text that are captions of a gallery; ``starts`` gives offsets at which a sentence begins."""
    yield from _placed(text, body_start)
    yield from _counted(text, body_start, starts)


def _placed(text: str, body_start: int) -> Iterator[tuple[int, int]]:
    runs: dict[str, list[re.Match[str]]] = defaultdict(list)
    for match in _PLACE.finditer(text, body_start):
        run = runs[match[2]]
        if not run or int(match[1]) == int(run[-1][1]) + 1:
            run.append(match)
    for run in runs.values():
        if len(run) >= LEAST:
            yield from _between([match.span() for match in run])
            yield run[-1].start(), _stop(text, run[-1].end())


def _counted(text: str, body_start: int, starts: Starts) -> Iterator[tuple[int, int]]:
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    credited: set[str] = set()
    for match in _COUNT.finditer(text, body_start):
        found[match[1]].append(match.span())
        if _CREDIT.search(text, max(0, match.start() - 20), match.start()):
            credited.add(match[1])
    for number in sorted(credited):
        spans = found[number]
        if len(spans) < LEAST:
            continue
        yield from _between(spans)
        left, right = spans[-1]
        behind = next((start for start in starts() if start > right), len(text))
        yield left, min(behind, _stop(text, right))


def _between(spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """From each counter to the next, where no more than a caption lies between."""
    for (left, right), (following, _) in pairwise(spans):
        yield (left, following) if following - left <= CAPTION else (left, right)


def _stop(text: str, offset: int) -> int:
    """Where the sentence ends, at most a caption further on."""
    found = _STOP.search(text, offset, offset + CAPTION)
    return found.start() + 1 if found else offset
