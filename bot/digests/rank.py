"""Order and diversity: the best first, nothing twice. Ties go to what stands first in the text."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bot.model import Fact, Quote

LIKE = 0.5  # share of common words from which two sentences say much the same
REPEATS, TITLED = 0.58, 0.65  # share from which one repeats the other, or the headline
SPOKEN, TELLING = 6, 24  # words of a quoted sentence; words from which more make it no better
CHOICE = 60  # sentences among which the key facts are chosen: keeps the choice linear
FAR = 0.4  # share of the best score below which an answer is dropped
TRIVIAL = 0.28  # share of the best score below which a sentence is told only where there are too few
BALANCE = 1.6  # how much a sentence loses for what a chosen one already says (Carbonell & Goldstein's MMR)
SAME = 0.4  # how much alike two sentences are by the names that neither headline nor lede has
_STATES = re.compile(r"United States|U\.S\.(?:A\.)?|\bUSA\b")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
# Titles as the wires shorten them.
_SHORT = {
    "gov": "governor",
    "sen": "senator",
    "rep": "representative",
    "gen": "general",
    "pres": "president",
    "lt": "lieutenant",
    "sgt": "sergeant",
    "capt": "captain",
    "prof": "professor",
    "dr": "doctor",
}
_ARTICLES = frozenset({"the", "a", "an"})
_MINOR = frozenset(
    "the a an of in on at to for and or but with by from as is was were are be been has have had it its that this "
    "which who he she they his her their said not after before into over about".split()
)


def ordered(facts: Iterable[Fact]) -> list[Fact]:
    """The best first."""
    return sorted(facts, key=lambda fact: (-fact.score, fact.evidence.start, fact.evidence.end))


def apart(facts: Iterable[Fact]) -> Iterator[Fact]:
    """Of two facts at one place, one within the other, the better; a piece of a name leaves its score to the name."""
    outer: Fact | None = None
    for fact in sorted(facts, key=lambda fact: (fact.evidence.start, -fact.evidence.end)):
        if outer is None or fact.evidence.end > outer.evidence.end:
            if outer:
                yield outer
            outer = fact
        elif fact.score > outer.score:
            outer = replace(outer, score=fact.score) if _is_piece(fact) else fact
    if outer:
        yield outer


def _is_piece(fact: Fact) -> bool:
    """Whether a longer name around it tells more: "Peru" in "Lima, Peru", "World" in "World Bank"."""
    return fact.slot == "where" or (fact.slot == "who" and " " not in fact.words)


def distinct(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """The best first, without those whose words another one holds already."""
    kept: list[Fact] = []
    seen: list[frozenset[str]] = []
    for fact in ordered(apart(facts)):
        words = frozenset(plain(fact.words)) - _ARTICLES or frozenset(plain(fact.words))
        if words and not any(words <= other or (len(words & other) >= 0.8 * len(words | other)) for other in seen[:40]):
            kept.append(fact)
            seen.append(words)
    return tuple(kept)


def moments(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Times, the best first; two expressions for the same date are one."""
    kept: dict[str, Fact] = {}
    for fact in ordered(facts):
        kept.setdefault(fact.date or fact.words.lower(), fact)
    return tuple(kept.values())


def amounts(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Figures, the best first; the same number of the same thing is one: "600,000 emails", "over 600,000 emails"."""
    kept: dict[tuple[float | None, str], Fact] = {}
    for fact in distinct(facts):
        unit = (fact.unit or "").casefold().removesuffix("s")
        kept.setdefault((fact.value, unit if fact.value is not None else fact.words), fact)
    return tuple(kept.values())


def near(facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """Without answers that fall far behind the best one: no answer beats a wrong one."""
    return tuple(fact for fact in facts if fact.score >= FAR * facts[0].score)


def diverse(facts: Sequence[Fact], headline: str, bounds: tuple[int, int]) -> tuple[Fact, ...]:
    """Three to five sentences: each time the best of those left, less what it repeats; in the order of choice."""
    told = frozenset(content(headline))
    words = {fact.evidence.start: frozenset(content(fact.words)) for fact in facts}
    left = [fact for fact in ordered(facts)[:CHOICE] if _share(words[fact.evidence.start], told) < TITLED]
    named = {fact.evidence.start: names(fact.words) for fact in left}
    chosen: list[Fact] = []
    while left and len(chosen) < bounds[1]:
        said = [words[fact.evidence.start] for fact in chosen]
        known = told.union(*said[:1])
        others = [named[fact.evidence.start] - known for fact in chosen[1:]]
        likeness = {
            fact.evidence.start: max(
                _overlap(words[fact.evidence.start], said),
                SAME * _overlap(named[fact.evidence.start] - known, others, empty=0.0),
            )
            for fact in left
        }
        best = max(left, key=lambda fact: (fact.score - BALANCE * likeness[fact.evidence.start], -fact.evidence.start))
        left.remove(best)
        enough = len(chosen) >= bounds[0]
        worth = not enough or best.score >= TRIVIAL * chosen[0].score
        if worth and likeness[best.evidence.start] < (LIKE if enough else REPEATS):
            chosen.append(best)
    return tuple(chosen)


def _share(words: frozenset[str], told: frozenset[str]) -> float:
    """The share of a sentence's words that the headline says already."""
    return len(words & told) / len(words) if words else 1.0


def _overlap(words: frozenset[str], told: list[frozenset[str]], *, empty: float = 1.0) -> float:
    """The largest share of a sentence's words that one told sentence has, or the other way round for a short one."""
    if not words:
        return empty
    return max((len(words & other) / min(len(words), len(other)) for other in told if other), default=0.0)


def names(text: str) -> frozenset[str]:
    """The words in capitals behind the first one, cut like `content`; one country is one name."""
    found = _WORD.findall(_STATES.sub("US", text))[1:]
    return frozenset(word.lower()[:6] for word in found if word[:1].isupper())


def content(text: str) -> list[str]:
    """The words that count, in small letters, cut to their stem of six letters."""
    return [word[:6] for word in plain(text) if word not in _MINOR]


def plain(text: str) -> list[str]:
    """All words in small letters, without possessives."""
    return [_SHORT.get(word, word) for word in (_unowned(each) for each in _WORD.findall(text.lower()))]


def _unowned(word: str) -> str:
    return word[:-2] if word.endswith(("'s", "’s")) else word


def once(quotes: Iterable[Quote]) -> tuple[Quote, ...]:
    """Each quotation once: with a speaker before one without; long ones and those with speakers first."""
    kept: dict[tuple[str, ...], Quote] = {}
    for quote in sorted(quotes, key=lambda quote: (quote.speaker is None, quote.evidence.start)):
        kept.setdefault(tuple(plain(quote.words)), quote)
    return tuple(sorted(kept.values(), key=_worth))


def _worth(quote: Quote) -> tuple[bool, bool, int, int]:
    """Attributed before unattributed, whole sentences before fragments, long before short, early before late."""
    words = quote.words.split()
    whole = len(words) >= SPOKEN and quote.words[:1].isupper()
    return quote.speaker is None, not whole, -min(len(words), TELLING) // 4, quote.evidence.start
