"""Which quotations are shown, and how much of each: whole sentences of somebody whom the reader can tell."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from handlers.views import names
from handlers.views.message import clean
from handlers.views.shorten import sentences, shorten

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.model import Quote

ROOM, MOST = 280, 360  # characters of a quotation, and of one that is shown whole
CRUMB, SPOKEN = 4, 6  # words up to which it says nothing by itself, and from which it may be a sentence
BETWEEN, ASIDE = 120, 10  # characters and words between two pieces of one utterance: "…," he told reporters, "…"
_LOST = re.compile(r"[“\"'(]?(?:he|she|they|him|them|his|her|their|theirs|hers)\b", re.IGNORECASE)  # says who of nobody
_POINTING = re.compile(
    r"[“\"'(]?(?:it|its|this|that|these|those|then|so|and|but|or|which|because|such)\b", re.IGNORECASE
)
_HIMSELF = frozenset(("he", "she", "they", "it"))
_WORDS = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Saying:
    """A quotation as shown: the ``pieces`` of one utterance in their order, and those ``words`` of them to show."""

    pieces: tuple[Quote, ...]
    words: str

    @property
    def fragment(self) -> bool:
        """Whether the words are no whole sentence."""
        return len(self.words.split()) < SPOKEN or self.words[:1].islower()

    @property
    def speaker(self) -> str | None:
        """Who says it."""
        return self.pieces[0].speaker


def sayings(quotes: Iterable[Quote], text: str, who: Iterable[str]) -> tuple[Saying, ...]:
    """What may be shown, best first: by somebody in ``who``, in whole sentences, by a full name."""
    joined = _utterances(tuple(quotes), text)
    actors = tuple(map(clean, who))
    found = (Saying(pieces, excerpt(pieces, text)) for pieces in joined if names.telling(pieces[0].speaker))
    able = (saying for saying in found if len(saying.words.split()) > CRUMB and not _LOST.match(saying.words))
    return tuple(sorted(able, key=lambda saying: _rank(saying, actors)))


def _rank(saying: Saying, actors: tuple[str, ...]) -> tuple[bool, bool, bool]:
    speaker = clean(saying.speaker)
    acts = names.full(speaker) and any(names.same(speaker, name) for name in actors)
    weak = saying.fragment or saying.words.startswith("…") or _POINTING.match(saying.words) is not None
    return weak, not acts, not names.full(speaker)


def _utterances(quotes: tuple[Quote, ...], text: str) -> tuple[tuple[Quote, ...], ...]:
    """Pieces that one speaker says in one go are one, if all fit; each utterance at the place of its best piece."""
    runs: list[tuple[Quote, ...]] = []
    for quote in sorted(quotes, key=lambda quote: quote.evidence.start):
        longer = runs[-1] if runs else ()
        if longer and _goes_on(longer, quote, text) and len(_joined((*longer, quote), text)) <= MOST:
            runs[-1] = (*longer, quote)
        else:
            runs.append((quote,))
    rank = {quote.evidence.start: number for number, quote in reversed(tuple(enumerate(quotes)))}
    return tuple(sorted(runs, key=lambda run: min(rank[quote.evidence.start] for quote in run)))


def _goes_on(run: tuple[Quote, ...], other: Quote, text: str) -> bool:
    """Whether the speaker goes on after no more than "he said"; words without a beginning go on behind a comma only."""
    one = run[-1]
    aside = text[one.evidence.end : other.evidence.start]
    if one.speaker is None or one.speaker != other.speaker or one.evidence.end > other.evidence.start:
        return False
    if (
        within(one, other)
        or within(other, one)
        or run[0].words[:1].islower()
        or (other.words[:1].islower() and "," not in f"{one.words[-1:]}{aside[:2]}")
    ):
        return False
    words = _WORDS.findall(aside.casefold())
    tagged = not words or any(word in _HIMSELF or word in clean(one.speaker).casefold() for word in words)
    return tagged and len(aside) <= BETWEEN and len(words) <= ASIDE


def within(one: Quote, other: Quote) -> bool:
    """Whether one quotation's words are some of another's: a subhead that says beforehand what is said below."""
    return clean(one.words).casefold() in clean(other.words).casefold()


def excerpt(pieces: tuple[Quote, ...], text: str) -> str:
    """The words of an utterance: all up to `MOST` characters, else its first sentences within `ROOM`, else another one.

    It begins where it says who it speaks of, with … for what is left out. Empty where no whole sentence of it fits.
    """
    spoken = _joined(pieces, text)
    said = sentences(spoken)
    start = next((number for number, sentence in enumerate(said) if not _LOST.match(sentence)), len(said))
    front = "… " if start else ""
    rest = " ".join(said[start:])
    if len(rest) <= MOST:
        return rest and f"{front}{rest}"
    shown = ""
    for sentence in said[start:]:
        if len(f"{shown} {sentence} …") > ROOM:
            break
        shown = f"{shown} {sentence}".strip()
    if shown:
        return f"{front}{shown.rstrip(' …')} …"
    if main := shorten(said[start], ROOM, MOST):
        return f"{front}{main.rstrip(' …')} …"
    later = (
        each for each in said[start + 1 :] if len(each) <= ROOM and not (_POINTING.match(each) or _LOST.match(each))
    )
    return next((f"… {each}" for each in later), "")


def _joined(pieces: tuple[Quote, ...], text: str) -> str:
    """The pieces with … for the words between them."""
    words = clean(pieces[0].words)
    for before, piece in pairwise(pieces):
        aside = _WORDS.search(text, before.evidence.end, piece.evidence.start)
        words = f"{words.rstrip()} {'… ' if aside else ''}{clean(piece.words)}"
    return words.rstrip(" ,")  # the comma belongs to the sentence around it
