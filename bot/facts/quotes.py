"""Direct speech: quotations that are somebody's words, each with its speaker and the outlet that carried it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.facts.speech.speakers import Speaker, Speakers
from bot.model import Quote

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.facts.text.marks import Quotation
    from bot.facts.text.page import Page

# What stands before a name, a nickname, a title, a sign: no speech follows.
_NAMED = re.compile(
    r"(?:\b(?:known|nicknamed|dubbed|titled|entitled|named|codenamed|called|so-called|aka|nickname|titles?|songs?|album|film|movie|"
    r"book|novel|play(?:ing|ed|s)?|sing(?:ing|s)?|sang|performed|headlined?|hashtags?|slogans?|term|word|words|phrase|label(?:l?ed)?|"
    r"name|operation)(?: as| the| a| is| was| with)?\s*[,:]?\s*(?:\(\s*)?|\b(?:campaign|initiative)\s)$",
    re.IGNORECASE,
)
_SIGN = re.compile(
    r"\b(?:signs?|posters?|placards?|banners?|t-shirts?|caps?|hats?|graffiti|billboards?|stickers?|top|shirt)\b[^.!?\n]{0,40}$"
    r"|\b(?:one|another|others?) read\s*[:,]?\s*$",
    re.IGNORECASE,
)
_SIGN_BEHIND = re.compile(
    r"^[\"”’'],?\s*(?:read|reads|said|says)\s+(?:(?:a|an|the|one|another)\s+)?[\w’' ]{0,30}"
    r"\b(?:sign|poster|placard|banner)"
)
# "its “Stop. Look.” campaign": what stands between is the name of a thing.
_OWNER = re.compile(r"(?:\b(?:a|an|the|its|his|her|their|our|this|that)|['’]s)\s+(?:[\w-]+\s+){0,2}$", re.IGNORECASE)
_THING = re.compile(
    r"^[\"”’']\s+(?:[\w-]+\s+)?(?:campaign|initiative|programme|program|project|movement|tour|policy|strategy|scheme|bill|act|"
    r"law|rule|clause|award|challenge|hashtag|slogan|series|exhibition|festival|account|app|show|logo|button|label)\b"
)
AROUND = 90  # characters before and behind a quotation that tell what it is
TITLE, SCARE = 8, 3  # words of a title and of a scare quote at most
MARKS = "\"”’'"
BRIEF = 4  # words of a thing's name that has no full stop
SHORT, MANY = 6, 200  # characters of words that two quotations may share; quotations searched for them
_MINOR = frozenset({"a", "an", "the", "of", "in", "on", "for", "and", "or", "to", "at", "by", "with", "from"})


def quotes(page: Page, speakers: Speakers) -> Iterator[Quote]:
    """The direct speech of a page, in order, outside its title and its noise."""
    said = list(_said(page, speakers))
    if not any(speaker.name for _, _, speaker in said):  # nobody speaks: two or three words are names and terms
        said = [each for each in said if len(page.text[each[0] : each[1]].split()) > SCARE]
    for left, right, speaker in said:
        evidence = page.evidence(left, right)
        known = speaker if speaker.name else _elsewhere(evidence.words, said, page.text)
        yield Quote(evidence.words, evidence, known.name, known.via)


def _said(page: Page, speakers: Speakers) -> Iterator[tuple[int, int, Speaker]]:
    found = page.quotations
    previous: tuple[Quotation, Speaker] | None = None
    for index, quotation in enumerate(found):
        left, right = trimmed(page.text, quotation.left, quotation.right)
        if not quotation.closed:
            right = _before_noise(page, left, right)
        if left < page.body_start or not page.clean(left, right) or not is_speech(page, quotation):
            continue
        following = found[index + 1].left if index + 1 < len(found) else len(page.text)
        speaker = speakers.of(quotation, previous, following)
        previous = (replace(quotation, right=right), speaker)
        yield left, right, speaker


def _elsewhere(words: str, said: list[tuple[int, int, Speaker]], text: str) -> Speaker:
    """The speaker of a longer quotation that holds the same words: a subhead or a lede takes them from there."""
    small = words.lower().strip(" .,!?")
    for left, right, speaker in said[:MANY]:
        if speaker.name and len(small) >= SHORT and small in text[left:right].lower():
            return Speaker(speaker.name)
    return Speaker(None)


def _before_noise(page: Page, left: int, right: int) -> int:
    """The end of a quotation without its closing mark: before the first noise in it, at a full stop."""
    cut = page.noise.first(left, right)
    if cut is None:
        return right
    stops = [match.end() for match in re.finditer(r"[.!?…]", page.text[left:cut])]
    return left + stops[-1] if stops else left


def trimmed(text: str, left: int, right: int) -> tuple[int, int]:
    """A stretch without the white space at its margins and the comma before its closing mark."""
    while left < right and text[left].isspace():
        left += 1
    while right > left and (text[right - 1].isspace() or text[right - 1] == ","):
        right -= 1
    return left, right


def is_speech(page: Page, quotation: Quotation) -> bool:
    """Whether somebody's words stand between the marks, and not a name, a title, a sign or a single word."""
    text = page.text
    said = text[quotation.left : quotation.right].strip()
    spoken = re.findall(r"[^\W_]+(?:['’-][^\W_]+)*", said)
    if len(spoken) <= 1:
        return False
    before = text[max(0, quotation.left - AROUND) : quotation.left - 1]
    behind = text[quotation.right : quotation.right + AROUND]
    if (
        _SIGN.search(before)
        or ((len(spoken) <= BRIEF or said[-1] in ".!?") and _OWNER.search(before) and _THING.search(behind))
        or (_NAMED.search(before) and not _calls(page, quotation))
        or _SIGN_BEHIND.search(behind)
    ):
        return False
    return not (_is_title(spoken) or _is_scare(page, quotation, len(spoken)))


def _calls(page: Page, quotation: Quotation) -> bool:
    """Whether the word before a quotation is the verb of somebody who calls a thing so: "which Roe called"."""
    first, _ = page.tokens(quotation.left, quotation.right)
    verb = page.token[first - 2] if first > 1 else None
    return verb is not None and verb.tag_ != "VBN" and any(child.dep_ == "nsubj" for child in verb.children)


def _is_title(spoken: list[str]) -> bool:
    """Capitals On Every Word That Counts: a title, a mission, a slogan."""
    major = [word for word in spoken if word.lower() not in _MINOR]
    capital = all(word[:1].isupper() for word in major) and not spoken[-1].isupper()
    return capital and len(major) > 1 and len(spoken) <= TITLE


def _is_scare(page: Page, quotation: Quotation, length: int) -> bool:
    """Two or three words used like an adjective: "his 'all clear' message"."""
    first, last = page.tokens(quotation.left, quotation.right)
    doc = page.doc
    if length > SCARE or first <= 1 or last + 1 >= len(doc):
        return False
    follows = doc[last + 1] if page.text[quotation.right] in MARKS else doc[last]
    owned = doc[first - 2].tag_ in {"PRP$", "POS"}
    return owned and follows.pos_ in {"NOUN", "PROPN"} and page.text[doc[last].idx - 1] != ","
