"""Sentences and words made to fit. Only what is shown gets shorter, never a value, and … marks every gap.

A sentence loses whole grammatical parts first: something in brackets or between dashes, a relative clause between
commas. Then it ends at a clause, and only then at a word. A part that says who claims something, or that holds a
negation, is never taken out of the middle: the rest would say something else.
"""

from __future__ import annotations

import re

LOOSE = " ,;:—–-"  # signs that lead to what was cut off
# The parts that may go, in this order. Lengths are bounded, so that no text makes them slow.
_PARTS = (
    re.compile(r" ?\([^()]{1,300}\)(?=[ ,.;:])"),
    re.compile(r" [—–] [^—–.;]{1,300} [—–](?= )"),
    re.compile(r", (?:which|who|whose|whom|where) [^,.;:()]{1,300},(?= )"),
)
_LOAD_BEARING = re.compile(
    r"[“”\"]|\b(?:said|says|say|told|tells|according|reported|claim\w*|alleg\w*|den(?:y|ied|ies)|not|no|never|without)\b|n['’]t\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[,;:](?=[”\"’]? )| (?=[—–] )| (?=(?:but|while|which|after|before|because|although|when) )")


def shorten(sentence: str, limit: int) -> str:
    """The sentence in at most ``limit`` characters."""
    sentence = clip(sentence, 10 * limit)  # no sentence is that long; bait is
    for part in _PARTS:
        for match in reversed(tuple(part.finditer(sentence))):
            if len(sentence) <= limit:
                return sentence
            if not _LOAD_BEARING.search(match[0]):
                sentence = f"{sentence[: match.start()]} …{sentence[match.end() :]}"
    if len(sentence) <= limit:
        return sentence
    ends = [match.start() for match in _CLAUSE.finditer(sentence, limit // 2, limit - 3)]
    return _closed(f"{sentence[: ends[-1]].rstrip(LOOSE)} …" if ends else clip(sentence, limit - 1))


def clip(words: str, limit: int) -> str:
    """At most ``limit`` characters, ended at a whole word; only a word that takes up more than half of them is cut."""
    if len(words) <= limit:
        return words
    head = words[: limit - 1]
    end = len(head) if words[limit - 1] == " " else head.rfind(" ")
    return head[: end if end * 2 >= limit else len(head)].rstrip(LOOSE) + "…"


def _closed(sentence: str) -> str:
    """With a closing mark for direct speech that was cut off."""
    return f"{sentence}”" if sentence.count("“") > sentence.count("”") else sentence


def fitting(items: tuple[str, ...], room: int, least: int = 1) -> tuple[str, ...]:
    """The first items that fit into ``room`` characters together, but at least ``least`` of them."""
    used = 0
    kept: list[str] = []
    for item in items:
        used += len(item)
        if used > room and len(kept) >= least:
            break
        kept.append(item)
    return tuple(kept)
