"""What was read, and where from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

ReceiptKind = Literal["full", "teaser", "consent", "blocked", "pasted"]


@dataclass(frozen=True, slots=True)
class Link:
    """A page's identity.

    ``url`` is what to fetch. ``canonical`` is the same page without tracking parameters, fragment and mobile or AMP
    variants: equal for two links to one article. ``secret`` tells that the address itself carries a token, so that
    what it returns is never shared between workspaces.
    """

    url: str
    canonical: str
    secret: bool = False


@dataclass(frozen=True, slots=True)
class Receipt:
    """How much was read: its kind, and the number of words of the body."""

    kind: ReceiptKind
    words: int


@dataclass(frozen=True, slots=True)
class Article:
    """What the reader kept of a page or a pasted text.

    ``text`` is the title, a newline and the body, or the body alone where it starts with the title or there is none;
    ``body_start`` is where the body goes on after the title (0 without one). ``published`` is ISO 8601, a date or a
    date with time and zone; ``language`` ISO 639-1. ``clipped`` tells that only the first part of a longer text was
    kept. ``foreign`` holds spans of ``text`` that came with the story and are not of it, such as a byline or another
    story's headline in a paste: never evidence.
    """

    url: str | None
    canonical_url: str | None
    site: str | None
    title: str | None
    authors: tuple[str, ...]
    published: str | None
    language: str
    text: str
    receipt: Receipt
    body_start: int = 0
    clipped: bool = False
    foreign: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where something stands: ``text[start:end] == words``, always; ``sentence`` is all the sentences it touches."""

    start: int
    end: int
    words: str
    sentence: str
