"""The words of a question that its answer stands near, and how much each weighs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from bot.answers.question.value import Focus

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.model import Reading, Token

_CONTENT = {"NOUN": 1.0, "PROPN": 1.5, "VERB": 1.0, "ADJ": 0.8, "NUM": 1.2, "ADV": 0.4, "X": 0.8, "INTJ": 0.4}
_NAME = 2.0
_FAINT = 0.25
_FAINT_WORDS = frozenset(
    "be do have say tell go get make happen know think talk mention state thing article story piece report kind type "
    "sort exactly actually even really still yet so now then there here people many much more most other else get "
    "got ever already just again also lot whole bit way whats waht".split()
)
_NONE = frozenset(
    "what who whom whose when where why how which a an the and or but of in on at to for from by with about as if it "
    "its he she they him her them his their this that these those i me my we us our you your not no is are was were "
    "did does has had will would can could should may might must shall any some s t d ll re ve been being up out".split()
)
_WORD = re.compile(r"\w+(?:[.,'’-]\w+)*")
_NUMBER = re.compile(r"^[$€£]?\d[\d.,:/]*(?:%|[a-z]{1,8})?$", re.IGNORECASE)
_TIME = re.compile(
    r"\b(?:(?:in|on|since|before|after|by|until|during|last|this|next|early|late) )*(?:(?:last|this|next) "
    r"(?:week|month|year|weekend|night|summer|winter|spring|autumn|fall)|yesterday|today|tomorrow|tonight|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:january|february|march|april|june|july|august|september|october|"
    r"november|december)(?: \d{1,2})?(?:,? \d{4})?|(?:1[5-9]|20)\d\d)\b",
    re.IGNORECASE,
)


class Words(NamedTuple):
    """Focus words with weights, names and numbers among them, and the time that a question names."""

    focus: tuple[Focus, ...]
    names: tuple[str, ...]
    numbers: tuple[str, ...]
    time: str | None


def words_of(text: str, start: int, end: int, asked: Reading | None, known: frozenset[str]) -> Words:
    """Of the question proper, ``text[start:end]``; ``known`` are the words of the article's names, in lower case."""
    weights: dict[str, float] = {}
    names: list[str] = []
    numbers: list[str] = []
    first = True
    for word, lemma, pos in _tokens(text, start, end, asked):
        low = word.lower()
        named = low in known or (pos == "PROPN" or word[:1].isupper()) and not (first and low in _NONE)
        first = False
        if low in _NONE and not (word.isupper() and len(word) > 1 and not text.isupper()):
            continue
        if _NUMBER.match(word):
            numbers.append(word)
        elif named and low not in _FAINT_WORDS:
            names.append(word)
        weight = _NAME if named else _CONTENT.get(pos, 0.5)
        key = lemma.lower()
        weights[key] = max(weights.get(key, 0.0), _FAINT if key in _FAINT_WORDS else weight)
    time = _TIME.search(text, start, end)
    focus = tuple(Focus(lemma, weight) for lemma, weight in weights.items())
    return Words(focus, tuple(names), tuple(numbers), time.group() if time else None)


def _tokens(text: str, start: int, end: int, asked: Reading | None) -> Iterable[tuple[str, str, str]]:
    """Word, lemma and coarse tag; without a reading, a word is its own lemma."""
    if asked is None:
        for word in _WORD.finditer(text, start, end):
            yield word.group(), word.group(), "NOUN"
        return
    for token in within(asked, start, end):
        word = text[token.start : token.end]
        if any(sign.isalnum() for sign in word) and token.pos not in {"PUNCT", "SPACE"}:
            yield word, token.lemma, token.pos


def within(asked: Reading, start: int, end: int) -> tuple[Token, ...]:
    """The tokens of a stretch of the question."""
    return tuple(token for token in asked.tokens if start <= token.start and token.end <= end)
