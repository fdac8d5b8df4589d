"""Which lines of a page are not its story: pointers to other stories, sign-ups, shares, credits. Pure.

Every rule looks at one line by itself, or at where it stands; a line of running text longer than a pointer is never
looked at. The patterns are words of the trade, in English: pages in other languages are refused later anyway.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

LONGEST = 400  # characters: no pointer, credit or sign-up is longer

_LABELLED = re.compile(
    r"(?:related(?: (?:articles?|stor(?:y|ies)|coverage|content|links?|news|posts?|topics?|video))?"
    r"|(?:also |must[- ]|further |next |now )?(?:read|watch|listen|see)(?: (?:more|also|next|now|this|related))?"
    r"|more(?: (?:on|from|about|stories|news|coverage|reading|in|like this)\b[^:]{0,60})?"
    r"|read(?:ing)? list|recommended(?: (?:for you|reading|stories))?|trending(?: now)?|editor[’']?s[’']? picks?"
    r"|don[’']?t miss|in case you missed it|also on [\w. ]{2,40}|download|(?:apple|google) podcasts"
    r"|what to read next)"
    r"\s*[:|»›>→–—-]\s*\S.*",
    re.IGNORECASE,
)
_HEADING = re.compile(
    r"(?:related|more|read more|see also|also read|read next|recommended|trending|don[’']?t miss|most (?:read"
    r"|popular|viewed|shared)|top stories"
    r"|latest news|up next|advertisement|sponsored|promoted|share|share this(?: (?:article|story|page))?"
    r"|follow us|comments?|\d+ comments?"
    r"|leave a (?:reply|comment)|view comments|story continues(?: below)?(?: advertisement)?|continue reading"
    r"|read the full story"
    r"|(?:article|content) continues (?:below|after).{0,30}|you (?:may|might) also (?:like|be interested in)"
    r"|what to read next"
    r"|sign up|subscribe(?: now)?|loading.{0,20}|text size|font size|staff (?:reports?|writer)"
    r"|filed under\b.{0,80}|tags?:.{0,80}|image source|photo gallery|view gallery|skip advert(?:isement)?"
    r"|(?:most read|more|latest|related|top|trending)(?: \w+){0,2} (?:in|on|from|stories|news|articles"
    r"|headlines|coverage|videos?)(?: [\w’'-]+){0,4})"
    r"\s*[:.…!»›→]*",
    re.IGNORECASE,
)
_ASKING = re.compile(
    r"(?:please |to )?(?:sign up|subscribe|follow|get|click|tap|join|like|share|download|listen|stay|send"
    r"|tell us|check out|support"
    r"|register|enter your|read (?:more|the)|find|contact|email|e-mail|reach|connect|visit|write to|catch"
    r"|watch|have you got|do you have"
    r"|want (?:more|to)|got a|is there something|start your|there[’']s plenty|help us|become a|enjoy(?:ed"
    r"|ing)?|follow)\b",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"newsletter|\binbox\b|subscri(?:be|ption)|sign(?:ing)? up|follow (?:us|me|him|her|them|@|the author)"
    r"|on (?:twitter|facebook|instagram|whatsapp"
    r"|telegram|linkedin|tiktok|threads|bluesky)\b|@\w{3,}|click here|podcast|our (?:app|website|channel"
    r"|journalism)|with a friend|(?:the|this) (?:story|article)\?"
    r"|more (?:information|stories|news)|daily (?:briefing|email|headlines)|free (?:trial|for)|the (?:author"
    r"|writer|reporter)s?\b|e-?mail|your (?:kit )?review",
    re.IGNORECASE,
)
_ANYWHERE = re.compile(
    r"contributed (?:to th(?:is|e) (?:report|story|article)|reporting)|th(?:is|e) (?:article"
    r"|story) was reprinted|what you think\b\W*\Z|follow (?:him|her|them|us|me|the author"
    r"|@\w+)(?: \w+){0,3} on (?:twitter|x|facebook|instagram)"
    r"|all rights reserved|may not be (?:published|broadcast|rewritten|reproduced)"
    r"|this (?:copy is for your personal|article (?:was|is) "
    r"(?:originally|first) published)|terms (?:of (?:use|service)|and conditions)|privacy (?:policy|notice)"
    r"|we (?:may|will) (?:earn|receive|get) (?:a |an )?"
    r"(?:small )?commission|like this story\?|letters to the editor",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"\W{0,3}(?:(?:additional |with )?(?:reporting|writing|editing)(?: and (?:writing|editing))? by (?-i:[A-Z])"
    r"|(?:photos?|photographs?|images?|video|graphic|picture|illustration)"
    r"(?: (?:credit|source|courtesy|by|via))?(?:\s*[:/©]| by (?-i:[A-Z])| courtesy (?-i:[A-Z]|of ))"
    r"|(?:image |photo )?credit\s*:|copyright\b|©|file photo\b|getty images|reuters/|ap photo)",
    re.IGNORECASE,
)
_CREDIT_WORDS = 14  # a longer line that ends in a full stop and begins like a credit is a sentence
_CREDIT_END = re.compile(
    r"(?:\((?:photo |image |picture )?(?:credit|courtesy|photo|image)s?\b[^()]{1,80}\)|getty images|shutterstock"
    r"|/(?:ap|afp|reuters|getty)|©[^©]{1,40})\W*\Z",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"\W*(?:https?://\S+|www\.\S+|[\w.+-]+@[\w-]+\.[\w.]+|[\w-]+\.com/\S+|@\w+)\W*|[a-z]+:", re.IGNORECASE
)
_NO_LETTERS = re.compile(r"[\W_]+")
_SHORTCODE = re.compile(r"\[[a-z_]{3,20} [a-z_]{2,20}=[^\]]{0,200}\]", re.IGNORECASE)
_SOURCE = re.compile(r"(?:source|sources|via)\s*:\s*\S.{0,60}", re.IGNORECASE)
_ABOUT = re.compile(
    r"(?:[Aa]bout (?!the (?:incident|case))[A-Z][\w&.’' -]{1,50}"
    r"|(?i:notes? (?:to|for) editors|media contacts?|press contacts?))\s*:?"
)
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*\Z")


@dataclass(frozen=True, slots=True)
class Sorted:
    """The lines of a text, in their order: those of the story, and those that are not."""

    story: list[str]
    foreign: list[str]

    @property
    def size(self) -> int:
        """Characters of the story."""
        return sum(map(len, self.story))


def sort(lines: list[str]) -> Sorted:
    """Tell the story from pointers, requests and credits, line by line and by its end."""
    marks = [is_foreign(line) for line in lines]
    story = _without_end([line for line, foreign in zip(lines, marks, strict=True) if not foreign])
    return Sorted(story, [line for line, foreign in zip(lines, marks, strict=True) if foreign])


def is_foreign(line: str) -> bool:
    """Whether a line by itself is a pointer, a heading of pointers, a request to the reader, or a credit."""
    text = line.strip()
    if len(text) > LONGEST:
        return False
    if _NO_LETTERS.fullmatch(text) or _HEADING.fullmatch(text) or all(map(_ADDRESS.fullmatch, text.split())):
        return True
    if _is_credit(text) or _ANYWHERE.search(text) or _SHORTCODE.search(text):
        return True
    if _LABELLED.fullmatch(text) and not _SENTENCE_END.search(text):
        return True
    return bool(_ASKING.match(text) and _ASKED.search(text))


def _is_credit(text: str) -> bool:
    """A credit of reporters or of a picture, by how it begins; or the caption of a picture, by how it ends."""
    if _CREDIT.match(text):
        return text.startswith("(") or not _SENTENCE_END.search(text) or len(text.split()) <= _CREDIT_WORDS
    return bool(_CREDIT_END.search(text))


def _without_end(lines: list[str]) -> list[str]:
    """Without the source line and the company's portrait at the end."""
    for at in range(max(1, len(lines) * 3 // 5), len(lines)):
        if _ABOUT.fullmatch(lines[at]) and at + 4 >= len(lines):
            lines = lines[:at]
            break
    while lines and _SOURCE.fullmatch(lines[-1]):
        lines = lines[:-1]
    return lines
