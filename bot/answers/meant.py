"""What a question is embedded as: a follow-up means little without the question that it leans on (pure)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.wish import understand
from bot.model import Question

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.answers.wish import Wish
    from bot.model import Reading


def meant(plain: Sequence[str], readings: Sequence[Reading], names: Mapping[str, str]) -> str:
    """The words whose meaning counts: those of the last question, after the one before where it needs that.

    ``plain`` are the questions of a conversation as `plainly` makes them, the oldest first; ``readings`` their grammar.
    """
    wishes: list[Wish] = []
    for words, reading in zip(plain, readings, strict=True):
        wishes.append(understand(Question(words), reading, wishes, names))
    leans = len(wishes) > 1 and wishes[-1].leans
    return " ".join(plain[-2:] if leans else plain[-1:])
