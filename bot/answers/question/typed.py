"""A question as people type it, made regular: its wrapping taken off, its contractions and typos mended."""

from __future__ import annotations

import re
from typing import NamedTuple

_MENTION = re.compile(r"<[@#!][^>]*>")
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=\S)|\n+")
_OPENING = re.compile(
    r"(?:[\W_]*\b(?:hi|hey|hello|hiya|ok|okay|so|well|right|thanks|thank you|cheers|sorry|btw|please|pls|plz|um|hm+|"
    r"oh|also|wait|dateline|bot|team|all|everyone|quick question|question|ta|actually|just)\b[\W_]*)+",
    re.IGNORECASE,
)
_WRAPPING = re.compile(
    r"[\W_]*(?:(?:can|could|would|will) (?:you|u|anyone|anybody|somebody|someone|it) (?:please |pls |also |just )*"
    r"(?:tell|explain|say|remind|let|clarify|check|find out|find|look up|show|give)(?: (?:me|us|to me|to us))?(?: know)?"
    r"|(?:do|does|did) (?:we|you|u|they|anyone|anybody|it|the (?:article|piece|story|text|report)|this (?:article|piece"
    r"|story)) "
    r"(?:even |actually |also )?(?:know|have any idea|say|state|mention|tell us|tell)"
    r"|(?:i|we)(?: would|['’]?d)? (?:just )?(?:want|wanted|like|love|need) to (?:know|understand|hear)"
    r"|i(?: am|['’]?m)? (?:wonder|wondering|curious|trying to (?:find out|understand))"
    r"|(?:just )?wondering|(?:any|is there an?y?|have we an?y?|got an?y?) (?:idea|clue|hint)s?"
    r"|(?:tell|explain to|remind|show|give) (?:me|us)|explain|according to (?:the|this) (?:article|piece|story|text|"
    r"report))"
    r"(?: about| on| of| as to)?[\s,:–-]+(?=\S)",
    re.IGNORECASE,
)
_TRAILING = re.compile(
    r"[\s,]+(?:please|pls|plz|thanks|thx|ta|cheers|then|anyway|btw|do (?:we|you) know)\W*$", re.IGNORECASE
)
_WORD = re.compile(r"[@#$€£]?\w+(?:[.,:/-]\w+)*%?(?:['’]\w+)?")
_LONGER = {
    "whats": "what is", "whos": "who is", "wheres": "where is", "whens": "when is", "hows": "how is",
    "whys": "why is", "whatre": "what are", "whore": "who are", "whatll": "what will", "wholl": "who will",
    "whatd": "what did", "whod": "who did", "whered": "where did", "whend": "when did", "howd": "how did",
    "whyd": "why did", "wut": "what", "wat": "what", "wot": "what", "wht": "what", "wen": "when", "y": "why",
    "whos'": "who is", "whereabouts": "where", "howcome": "why", "ppl": "people", "u": "you", "r": "are",
    "abt": "about", "gonna": "going to", "cant": "can not", "cannot": "can not", "dont": "do not",
    "didnt": "did not", "doesnt": "does not", "isnt": "is not", "arent": "are not", "wasnt": "was not",
    "werent": "were not", "hasnt": "has not", "havent": "have not", "wont": "will not", "whats'": "what is",
    "theyre": "they are", "thats": "that is", "im": "i am",
}  # fmt: skip
_ENDS = {
    "'s": "is", "'re": "are", "'ll": "will", "'d": "did", "'ve": "have", "'m": "am",
}  # fmt: skip
_ASKING = ("what", "when", "where", "which", "whose", "who", "why", "how")
_REAL = frozenset(
    "that then there here hat hen were was way hot wheat white whole those whom now own low he she the has had ho "
    "while whit hose show hoe shy whale wet went want".split()
)
_SHORTEST = 3


class Typed(NamedTuple):
    """A question made regular.

    ``start`` and ``end`` are where the question proper lies in what was typed; ``plain`` is it in lower case, one
    space between words, without marks, contractions written out and question words mended.
    """

    start: int
    end: int
    plain: str


def regular(text: str) -> Typed:
    """The question proper: of several sentences the last that says something, without greeting and wrapping."""
    start, end = _last(text)
    while opened := (_OPENING.match(text, start, end) or _WRAPPING.match(text, start, end)):
        if opened.end() >= end or opened.end() == start:
            break
        start = opened.end()
    if closing := _TRAILING.search(text, start, end):
        end = closing.start() or end
    words = [_MENTION.sub(" ", text[start:end])]
    found = _WORD.findall(words[0].replace("’", "'"))
    return Typed(start, end, " ".join(_mended(found)))


def _last(text: str) -> tuple[int, int]:
    bounds = [0, *(gap.end() for gap in _SENTENCE.finditer(text)), len(text)]
    pieces = [(a, b) for a, b in zip(bounds, bounds[1:], strict=False) if re.search(r"\w", text[a:b])]
    asking = [(a, b) for a, b in pieces if "?" in text[a:b]]
    return (asking or pieces or [(0, len(text))])[-1]


def _mended(words: list[str]) -> list[str]:
    whole: list[str] = []
    for word in words:
        low = word.lower()
        head, mark, tail = low.partition("'")
        if low in _LONGER or (not mark and low in _LONGER):
            whole += _LONGER[low].split()
        elif mark and f"'{tail}" in _ENDS and (not whole or head in {*_ASKING, "that", "there", "it", "he", "she"}):
            whole += [_asking(head), _ENDS[f"'{tail}"]]
        elif mark and tail == "t":
            whole += [head.removesuffix("n"), "not"]
        else:
            whole.append(_asking(low) if len(whole) <= 1 else low)
    if whole[:1] == ["were"] and whole[1:2] and whole[1] in {"is", "are", "was", "were", "did", "does", "do"}:
        whole[0] = "where"
    return whole


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
