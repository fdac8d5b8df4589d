"""A question as people type it, made regular: its wrapping taken off, its contractions and typos mended."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_MENTION = re.compile(r"<[@#!][^>]*>")
_SENTENCE = re.compile(
    r"(?<=[!?])\s+(?=\S)|(?<=[^\W\d_]{3}\.)(?<!\b(?:Mrs|Gov|Sen|Rep|Gen|Col|Inc|Ltd|Sgt|Rev)\.)\s+(?=\S)"
)
_OPENING = re.compile(
    r"(?:[\W_]*\b(?:hi|hey|hello|hiya|ok|okay|so|well|right|thanks|thank you|cheers|sorry|btw|please|pls|plz|um|hm+|oh"
    r"|also|wait|dateline|bot|team|all|everyone|quick question|question|one more(?: thing| question)?|follow ?-?up"
    r"|another(?: one| question)|ta|actually|just)\b[\W_]*)+",
    re.IGNORECASE,
)
_ABOUT = r"(?: (?:about|on|of|as to))?[\s,:–-]+"
_WRAPPING = re.compile(
    r"[\W_]*+(?:(?:can|could|would|will) (?:you|u|anyone|anybody|somebody|someone|it) (?:(?:please|pls|also|just) )*"
    r"(?:tell|explain|say|remind|clarify|check|find out|find|look up|show|give)(?: (?:me|us|to me|to us))?"
    r"|(?:can|could|would|will) (?:you|u|anyone|somebody) let (?:me|us) know"
    r"|(?:i|we)(?: would|'?d)? (?:just )?(?:want|wanted|like|love|need) to (?:know|understand|hear)"
    r"|i(?: am|'?m)? (?:wonder|wondering|curious|trying to (?:find out|understand))|(?:just )?wondering"
    r"|(?:any|is there any|have we any|got any) (?:idea|clue|hint|word|news|info|information|detail|update)s?"
    r"|(?:tell|explain to|remind|show|give) (?:me|us)|explain"
    rf"|according to (?:the|this) (?:article|piece|story|text|report)){_ABOUT}(?=\S)",
    re.IGNORECASE,
)
_INDIRECT = re.compile(
    r"[\W_]*+(?:(?:do|does|did) (?:we|you|u|they|anyone|anybody|it|(?:the|this) (?:article|piece|story|text|report)) "
    r"(?:(?:even|actually|also) )?(?:know|have any idea|say|state|mention|tell us|tell)"
    rf"|(?:is it|is there anything) (?:known|clear|said)){_ABOUT}"
    r"(?=(?:what|who|whom|whose|when|where|which|why|how|if|whether|anything|in what|at what)\b)",
    re.IGNORECASE,
)
_WRAPPINGS = (_OPENING, _WRAPPING, _INDIRECT)
_TRAILING = re.compile(
    r"[\s,]+(?:please|pls|plz|thanks|thx|ta|cheers|then|anyway|btw|do (?:we|you) know)\W*$", re.IGNORECASE
)
_WORD = re.compile(r"[@#$€£]?\w+(?:[.,:/-]\w+)*%?(?:['’]\w+)?")
_LONGER = {
    "whats": "what is",
    "whos": "who is",
    "wheres": "where is",
    "whens": "when is",
    "hows": "how is",
    "whys": "why is",
    "whatre": "what are",
    "whore": "who are",
    "whatll": "what will",
    "wholl": "who will",
    "whatd": "what did",
    "whod": "who did",
    "whered": "where did",
    "whend": "when did",
    "howd": "how did",
    "whyd": "why did",
    "wut": "what",
    "wat": "what",
    "wot": "what",
    "wht": "what",
    "wen": "when",
    "y": "why",
    "whos'": "who is",
    "whereabouts": "where",
    "howcome": "why",
    "ppl": "people",
    "u": "you",
    "r": "are",
    "abt": "about",
    "gonna": "going to",
    "cant": "can not",
    "cannot": "can not",
    "dont": "do not",
    "didnt": "did not",
    "doesnt": "does not",
    "isnt": "is not",
    "arent": "are not",
    "wasnt": "was not",
    "werent": "were not",
    "hasnt": "has not",
    "havent": "have not",
    "wont": "will not",
    "whats'": "what is",
    "theyre": "they are",
    "thats": "that is",
    "im": "i am",
}
_ENDS = {
    "'s": "is",
    "'re": "are",
    "'ll": "will",
    "'d": "did",
    "'ve": "have",
    "'m": "am",
}
_ASKING = ("what", "when", "where", "which", "whose", "who", "why", "how")
_NEGATED = {"wo": "will not", "won": "will not", "ca": "can not", "can": "can not", "ai": "is not", "shan": "shall not"}
_SHORTENED = frozenset("that there it he she here this".split())
_MISHEARD = re.compile(r"^were(?= (?:is|are|was|were|did|does|do)\b)", re.IGNORECASE)
_REAL = frozenset(
    "that then there here hat hen were was way hot wheat white whole those whom now own low he she the has had ho "
    "while whit hose show hoe shy whale wet went want".split()
)
_SHORTEST = 3


def plainly(text: str, known: Mapping[str, str] | None = None) -> str:
    """The question proper, as a careful person would have typed it: what is to be read as grammar.

    Of several sentences the last that asks, without greeting and wrapping; contractions written out, question words
    mended, a capital in front; ``known`` gives the article's names by their words in lower case. Idempotent.
    """
    clean = " ".join(_MENTION.sub(" ", text).replace("\u2019", "'").split())
    start, end = _last(clean)
    while opened := _opened(clean, start, end):
        if opened.end() >= end or opened.end() == start:
            break
        start = opened.end()
    if closing := _TRAILING.search(clean, start, end):
        end = closing.start() or end
    mended = _mended(clean[start:end].strip(" \t,;:-?!.\u2026*_~"), known or {})
    return f"{mended[:1].upper()}{mended[1:]}?" if mended else ""


def _opened(text: str, start: int, end: int) -> re.Match[str] | None:
    return next((found for each in _WRAPPINGS if (found := each.match(text, start, end))), None)


def spoken(question: str) -> str:
    """What `plainly` gives in lower case, one space between words, without marks: what patterns look at."""
    return " ".join(_WORD.findall(question)).lower()


def _last(text: str) -> tuple[int, int]:
    bounds = [0, *(gap.end() for gap in _SENTENCE.finditer(text)), len(text)]
    pieces = [(a, b) for a, b in itertools.pairwise(bounds) if re.search(r"\w", text[a:b])]
    asking = [(a, b) for a, b in pieces if "?" in text[a:b]]
    return (asking or pieces or [(0, len(text))])[-1]


def _mended(question: str, known: Mapping[str, str]) -> str:
    parts: list[str] = []
    before: list[str] = []
    at = 0
    for word in _WORD.finditer(question):
        new = _word(word.group(), before, known)
        parts += [question[at : word.start()], new]
        before += new.lower().split()
        at = word.end()
    parts.append(question[at:])
    mended = "".join(parts)
    return _MISHEARD.sub("where", mended)


def _word(word: str, before: list[str], known: Mapping[str, str]) -> str:
    low = word.lower()
    if low in _LONGER:
        return _LONGER[low]
    head, mark, tail = low.partition("'")
    if mark and tail == "t":
        return _NEGATED.get(head, f"{word[: len(head)].removesuffix('n')} not")
    first = not before
    if (
        mark
        and f"'{tail}" in _ENDS
        and (
            _asking(head) in _ASKING or head in _SHORTENED or before[-1:] == ["how"] or tail in {"re", "ll", "ve", "m"}
        )
    ):
        return f"{_asking(head) if first else word[: len(head)]} {_ENDS[chr(39) + tail]}"
    if len(before) <= 1 and _asking(low) != low:
        return _asking(low)
    return known.get(low, word) if word.islower() and low not in _REAL else word


def _asking(word: str) -> str:
    """A mistyped question word, mended: two letters changed places, or one is missing or twice."""
    if word in _ASKING or word in _REAL or len(word) < _SHORTEST or not word.isascii():
        return word
    return next((real for real in _ASKING if _slipped(word, real)), word)


def _slipped(word: str, real: str) -> bool:
    if sorted(word) == sorted(real):
        return True
    longer, shorter = (word, real) if len(word) > len(real) else (real, word)
    if len(longer) - len(shorter) != 1 or len(real) <= _SHORTEST:
        return False
    return any(longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer)))
