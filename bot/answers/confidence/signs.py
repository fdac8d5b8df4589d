"""What speaks for and against the article having an answer at all, as named numbers of about the size of one."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from bot.answers.confidence.fits import fits, piece_of
from bot.answers.ranking.stems import stem, words_of
from bot.answers.spans.choose import Likely, scenes_of
from bot.answers.spans.told import told_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answers.ranking.features import Field
    from bot.answers.spans.choose import Chosen
    from bot.model import Dossier

Signs = dict[str, float]
_LEAST = 1e-3
_NOT = re.compile(r"\b(?:not|never|no|none|nobody|nothing|neither|nor|without|cannot)\b|n['’]t\b", re.IGNORECASE)
_OFTEN_NEGATED = frozenset({"yes_no", "why"})
_COMING = re.compile(
    r"\b(?:will|would|won't|ll|plan\w*|expect\w*|next|due|schedul\w*|set to|going to|gonna|hop(?:e|es|ing)|until|"
    r"intend\w*|to be|vow\w*|pledg\w*|upcoming|tomorrow|later|any more)\b",
    re.IGNORECASE,
)


def signs(seen: Field, dossier: Dossier, ranked: Sequence[Likely], chosen: Sequence[Chosen]) -> Signs:
    """Of a question, the sentences as they may answer it, the likeliest first, and what was chosen (not empty)."""
    best = chosen[0]
    return {
        "one": 1.0,
        "covered": seen.table[best.place]["covered"],
        "first": math.log(ranked[0].probability + _LEAST),
        **_words(seen, best.place),
        **_manner(seen, dossier, best),
        **_stretch(seen, dossier, best),
    }


def _words(seen: Field, place: int) -> Signs:
    """What the question has and the article, or what is around the answer, has not."""
    lines, sought = seen.lines.lines, seen.sought
    around = set().union(*(line.stems.keys() for line in lines[max(0, place - 1) : place + 2]))
    lost = sum(weight for each, weight in sought.stems.items() if each not in around)
    numbers = {stem(word) for number in seen.wish.numbers for word in words_of(number)}
    return {
        "lost around": lost / (sum(sought.stems.values()) or 1.0),
        "names": float(bool(sought.names - seen.lines.rarity.keys())),
        "numbers around": float(bool(numbers - around)),
    }


def _manner(seen: Field, dossier: Dossier, best: Chosen) -> Signs:
    """Somebody asked for a quotation who is not quoted, a future where nothing is to come, a "not" that nobody says."""
    wish, line = seen.wish, seen.lines.lines[best.place]
    said = " ".join(line.words)
    comes = bool(_COMING.search(wish.words)) or wish.kind == "next"
    negated = bool(_NOT.search(wish.words)) and wish.kind not in _OFTEN_NEGATED
    return {
        "silent": float(wish.kind == "said" and not told_of(wish, dossier.digest).quotes),
        "past": float(comes and not _COMING.search(said)),
        "reversed": float(negated and not _NOT.search(said.replace(" n't", "n't").replace(" n’t", "n’t"))),
    }


def _stretch(seen: Field, dossier: Dossier, best: Chosen) -> Signs:
    """Whether what was chosen is of another type than asked for, and whether it depends on a word of the question."""
    piece = piece_of(dossier, seen.lines.lines[best.place], best)
    if piece is None:
        return {}
    scene = scenes_of(seen.wish, (Likely(best.place, 1.0),), dossier)[0]
    head = piece.head
    asked = any(scene.hits[slot.predicate] for slot in scene.slots[head] if slot.predicate not in piece.inside)
    return {"unfit": float(fits(piece, seen.wish.types[0]) is False), "asked word": float(asked)}
