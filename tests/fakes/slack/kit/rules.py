"""The words in which the tables of Block Kit are written.

A `Spec` says which fields an object may have and which it must have; a `Rule` says what one field may hold. The
figures come from the reference pages of Block Kit (docs.slack.dev/reference/block-kit).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Words:
    """A plain JSON string of ``least`` to ``most`` characters."""

    most: int
    least: int = 1


@dataclass(frozen=True, slots=True)
class Text:
    """A text object with ``most`` characters; ``plain`` leaves no choice but ``plain_text``."""

    most: int = 3000
    plain: bool = False


@dataclass(frozen=True, slots=True)
class Flag:
    """``true`` or ``false``, not a number and not a string."""


@dataclass(frozen=True, slots=True)
class Number:
    """An integer from ``least`` to ``most``."""

    least: int = 0
    most: int = 2**53


@dataclass(frozen=True, slots=True)
class Choice:
    """One of these strings."""

    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Url:
    """A web address of at most ``most`` characters."""

    most: int = 3000


@dataclass(frozen=True, slots=True)
class One:
    """An object whose ``type`` is one of these."""

    types: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shape:
    """An object without a ``type``, described by the spec of this name."""

    name: str


@dataclass(frozen=True, slots=True)
class Many:
    """A list of ``least`` to ``most`` things."""

    of: Rule
    most: int
    least: int = 1


@dataclass(frozen=True, slots=True)
class Anything:
    """Not looked into."""


Rule: TypeAlias = Words | Text | Flag | Number | Choice | Url | One | Shape | Many | Anything


@dataclass(frozen=True, slots=True)
class Spec:
    """An object of Block Kit: its fields, those it needs, and those of which it needs at least one.

    ``surfaces`` is where a block may stand: ``message``, ``modal``, ``home``.
    """

    fields: dict[str, Rule]
    needs: tuple[str, ...] = ()
    either: tuple[str, ...] = ()
    surfaces: tuple[str, ...] = field(default=("message", "modal", "home"))
