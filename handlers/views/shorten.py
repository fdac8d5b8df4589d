"""Sentences and words made to fit. Only what is shown gets shorter, never a value, and … marks every gap.

A sentence loses whole grammatical parts: something in brackets or between dashes, a relative clause between commas, a
clause behind its main one. A part that says who claims something, or that holds a negation, is never taken out: the
rest would say something else. What can't lose enough that way stays whole, or isn't shown: half a clause misleads.
"""

from __future__ import annotations

import re

# "OSLO, Norway (AP) — ", "(CNN)".
_DATELINE = re.compile(
    r"^(?:\([A-Z][A-Za-z]{1,20}\)(?: ?(?:--|[-—–]))?|"
    r"[A-Z][A-Z.' -]{2,40}(?:, [A-Z][\w. ]{1,30}?)?(?: ?\([\w ]{2,20}\))? ?(?:--|—|–| -)) ?(?=[A-Z“\"])"
)
ASIDES = " .,;:…!?\"'“”‘’"  # signs that don't make two sentences different
LOOSE = " ,;:—–-"  # signs that lead to what was cut off
BAIT = 10  # times the limit; no sentence is that long
# The parts that may go, in this order. Lengths are bounded, so that no text makes them slow.
_PARTS = (
    re.compile(r" ?\([^()]{1,300}\)(?=[ ,.;:])"),
    re.compile(r" [—–] [^—–.;]{1,300} [—–](?= )"),
    re.compile(r", (?:which|who|whose|whom|where) [^,.;:()]{1,300},(?= )"),
)
_LOAD_BEARING = re.compile(
    r"[“”\"]|\b(?:said|says|say|told|tells|according|reported|claim\w*|alleg\w*|den(?:y|ied|ies)|not|no|nor|nobody|none|nothing|never|without)\b|n['’]t\b",
    re.IGNORECASE,
)
# A clause behind the main one: it holds no comma, or it might be one in the middle.
_BEHIND = re.compile(
    r"(?:;|,(?= (?:which|who|whose|whom|where|while|although|though|whereas|after|because|since)\b)) [^,;:()—–]+$"
)
_SUBORDINATE = re.compile(
    r"(?:while|as|when|if|although|though|after|before|because|since|until|unless|whether|what|despite|\w+ing)\b",
    re.IGNORECASE,
)
_SHORT = "".join(rf"(?<!\b{word}\.)" for word in ("Mr", "Mrs", "Ms", "Dr", "St", "Gen", "Sen", "Gov", "Rep", "[A-Z]"))
_END = re.compile(rf"(?:(?<=[?!])|(?<=[^ ]…)|(?<=[.,] …)|{_SHORT}(?<=\.)|(?<=[.?!][”\"'’]))(?= +[“‘\"'(\[]?[A-Z0-9])")


def undated(sentence: str) -> str:
    """The sentence without the reporter's dateline or the outlet before it: "OSLO, Norway (AP) — The ferry sank."."""
    return _DATELINE.sub("", sentence)


def shorten(sentence: str, limit: int, most: int | None = None) -> str:
    """The sentence in about ``limit`` characters, at most ``most``; empty when only half a clause would be left."""
    most = most or limit
    if len(sentence) > BAIT * most:
        return ""
    for part in _PARTS:
        for match in reversed(tuple(part.finditer(sentence))):
            if len(sentence) <= limit:
                return sentence
            if not _LOAD_BEARING.search(match[0]):
                sentence = f"{sentence[: match.start()]} …{sentence[match.end() :]}"
    if len(sentence) > limit and 0 < len(main := _main_clause(sentence)) <= most:
        return main
    return sentence if len(sentence) <= most else ""


def _main_clause(sentence: str) -> str:
    """The sentence up to the clause behind its main one; empty where that can't be told from its signs."""
    match = _BEHIND.search(sentence)
    if not match or _SUBORDINATE.match(sentence) or _LOAD_BEARING.search(match[0]):
        return ""
    return f"{sentence[: match.start()].rstrip(LOOSE)} …"


def sentences(words: str) -> tuple[str, ...]:
    """The sentences of direct speech, as far as its signs tell them; … stays with what is before it."""
    return tuple(part.strip() for part in _END.split(words) if part.strip())


def clip(words: str, limit: int) -> str:
    """At most ``limit`` characters, ended at a whole word; only a word that takes up more than half of them is cut."""
    if len(words) <= limit:
        return words
    head = words[: limit - 1]
    end = len(head) if words[limit - 1] == " " else head.rfind(" ")
    return head[: end if end * 2 >= limit else len(head)].rstrip(LOOSE) + "…"


def whole(words: str, limit: int) -> str:
    """The words where they fit, else none: of a name or a role no part is shown."""
    return words if len(words) <= limit else ""


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
