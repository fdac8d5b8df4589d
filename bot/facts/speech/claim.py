"""A claim: who says something, and through whom."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Claim:
    """Token indexes of the verb (or "according") and of the speaker's head word; his name; the outlet between.

    The name is empty where a pronoun speaks of whom nothing tells who it is: somebody's claim all the same.
    """

    verb: int
    head: int
    name: str
    via: str | None
    sentence: int
