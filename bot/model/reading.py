"""A text as grammar."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Token(NamedTuple):
    """One word: its span, lemma, coarse and fine tag, dependency label, and the index of its head in the reading.

    A tuple, since an article has hundreds, and a frozen dataclass takes three times as long to make.
    """

    start: int
    end: int
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int


class Span(NamedTuple):
    """A stretch of text: a sentence (no label), an entity (PERSON, GPE, …) or a noun chunk (its dependency)."""

    start: int
    end: int
    label: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """A text as grammar, in the order of the text; no spaCy type in it. Offsets point into the text that was read."""

    sentences: tuple[Span, ...]
    tokens: tuple[Token, ...]
    entities: tuple[Span, ...]
    chunks: tuple[Span, ...]
