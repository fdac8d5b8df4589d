"""What somebody wants to know, out of a question as typed, its grammar, and the questions before it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.answers.question import focus as focusing
from bot.answers.question.asked import Asked, asked_of
from bot.answers.question.kinds import kind_of
from bot.answers.question.leaning import lean, subject_of
from bot.answers.question.typed import plainly, spoken
from bot.answers.question.value import AnswerType, Focus, Kind, Wish

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.model import Question, Reading

__all__ = ["AnswerType", "Focus", "Kind", "Wish", "names_of", "plainly", "understand"]

_PREPOSITION = (
    r"(about|after|against|at|before|between|by|for|from|in|into|of|on|over|to|through|under|with|without|as)"
)
_BEFORE = re.compile(rf"^{_PREPOSITION} (?:what|which|who|whom|whose|when|where|how)\b")
_LAST = re.compile(rf"^(?:what|which|who|whom|where)\b.* {_PREPOSITION}$")


def understand(
    question: Question,
    asked: Reading | None = None,
    earlier: Sequence[Wish] = (),
    known: Mapping[str, str] | None = None,
) -> Wish:
    """What is asked.

    ``asked`` is the grammar of ``plainly(question.words, known)`` (None: none is at hand); one of other words is not
    used. ``earlier`` are the wishes before this one in the thread, the latest last; ``known`` is what `names_of` gives.
    """
    names = known or {}
    text = plainly(question.words, names)
    plain = spoken(text)
    reading = asked if asked is not None and _fits(asked, text) else None
    grammar = asked_of(text, reading.tokens) if reading else None
    kind, types = kind_of(plain, grammar)
    words = focusing.words_of(text, reading, names)
    wish = Wish(
        words=text,
        kind=kind,
        types=types,
        subject=subject_of(plain, kind) or (grammar.subject if grammar else None),
        verb=grammar.verb if grammar else None,
        noun=grammar.noun if grammar else None,
        focus=words.focus,
        names=words.names,
        numbers=words.numbers,
        time=words.time,
        plural=kind == "list" or _plural(grammar, plain),
        verbs=grammar.verbs if grammar else (),
        role=grammar.role if grammar else "",
        gap=grammar.gap if grammar else None,
        preposition=_preposition(plain),
    )
    return lean(wish, plain, earlier[-1]) if earlier else wish


def names_of(text: str, reading: Reading) -> dict[str, str]:
    """The words of a text's names by their lower case, without those that it has in lower case, too."""
    named: dict[str, str] = {}
    common: set[str] = set()
    for token in reading.tokens:
        word = text[token.start : token.end]
        if token.pos == "PROPN" and not word.islower():
            named.setdefault(word.lower(), word)
        elif word.islower():
            common.add(word)
    return {low: word for low, word in named.items() if low not in common}


def _fits(asked: Reading, text: str) -> bool:
    """Whether it is the grammar of that text: every word of it begins and ends where a word does."""
    edges = [(text[token.start : token.start + 1], text[token.end - 1 : token.end]) for token in asked.tokens]
    return bool(edges) and asked.tokens[-1].end == len(text) and all(a.strip() and b.strip() for a, b in edges)


def _preposition(plain: str) -> str | None:
    """The one that the question ends with, or that stands before its question word."""
    found = _BEFORE.match(plain) or _LAST.search(plain)
    return found[1] if found else None


def _plural(grammar: Asked | None, plain: str) -> bool:
    if grammar and grammar.plural and plain.startswith(("which", "what")):
        return True
    return plain.startswith(("who are", "who were", "who all", "who attended", "who else", "name "))
