"""Which lines of a page are not its story: pointers to other stories, sign-ups, shares, credits. Pure.

Every rule looks at one line by itself, or at where it stands; a line of running text longer than a pointer is never
looked at. The patterns are words of the trade, in English: pages in other languages are refused later anyway.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.articles.prose import buttons, imprint, phrases
from bot.articles.prose.text import SENTENCE_END

LONGEST = 400  # characters: no pointer, credit or sign-up is longer
_SHORT = 160  # characters: no button, heading or address is longer

_ADDRESS = re.compile(
    r"\W*(?:https?://\S+|www\.\S+|[\w.+-]+@[\w-]+\.[\w.]+|[\w-]+\.com/\S+|@\w+)\W*|[a-z]+:", re.IGNORECASE
)
_CITED = re.compile(r"\S[^.\[\]]{20,180}\s\[[A-Z][\w.&’' ]{1,30}\]")
_HEADLINE_WORDS, _SUBHEAD_WORDS, _LONG_WORD, _TITLE_CASE = 30, 10, 4, 0.7
_POINTING = re.compile(r"\A[^\w“\"‘'’]+|[\])*\s]+\Z")  # arrows, bullets and brackets around a pointer
_NO_LETTERS = re.compile(r"[\W_]+")
_SHORTCODE = re.compile(r"\[[a-z_]{3,20} [a-z_]{2,20}=[^\]]{0,200}\]", re.IGNORECASE)
_SOURCE = re.compile(r"(?:source|sources|via)\s*:\s*\S.{0,60}", re.IGNORECASE)
_ABOUT = re.compile(
    r"(?:[Aa]bout (?!the (?:incident|case))[A-Z][\w&.’' -]{1,50}"
    r"|(?i:notes? (?:to|for) editors|media contacts?|press contacts?))\s*:?"
)


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
    last = max((at for at, foreign in enumerate(marks) if not foreign), default=0)
    if last and last < len(lines) - 1 and _is_heading(lines[last]):
        marks[last] = True  # nothing is left of what stood under it
    story = _without_end([line for line, foreign in zip(lines, marks, strict=True) if not foreign])
    return Sorted(story, [line for line, foreign in zip(lines, marks, strict=True) if foreign])


def is_foreign(line: str) -> bool:
    """Whether a line by itself is a pointer, a heading of pointers, a request to the reader, or a credit."""
    text = line.strip()
    if len(text) > LONGEST:
        return False
    if len(text) <= _SHORT and _is_furniture(text):
        return True
    folded = text.lower()
    if imprint.is_credit(text) or _SHORTCODE.search(text) or is_pointer(text):
        return True
    asking = phrases.ASKING.match(text)
    told = phrases.ANYWHERE.search(folded) or (asking and phrases.ASKED.search(text, asking.end()))
    return bool(told) and not phrases.REPORTED.search(folded)


def _is_furniture(text: str) -> bool:
    """Buttons, headings of lists, counters, addresses, stamps of time: short by nature."""
    if _NO_LETTERS.fullmatch(text) or phrases.HEADING.fullmatch(text) or buttons.BUTTON.fullmatch(text):
        return True
    return imprint.is_stamp(text) or all(map(_ADDRESS.fullmatch, text.split()))


def is_pointer(text: str) -> bool:
    """A label and another story's headline, which has no full stop; or that headline and its outlet in brackets."""
    if len(text.split()) > _HEADLINE_WORDS:
        return False
    bare = _POINTING.sub("", text)
    boxed = text[0] in "[(" and text[-1] in "])"
    if sure := phrases.SURE_LABEL.fullmatch(bare):
        return text.isupper() or sure[1][:1].isupper() or not sure[1][:1].isalpha() or not SENTENCE_END.search(text)
    if label := phrases.LABEL.fullmatch(bare):
        shouted = boxed or label[1].isupper() or "|" in label[1]
        return not SENTENCE_END.search(text) or (shouted and not text.endswith("."))
    return bool(_CITED.fullmatch(text)) and _is_titled(text)


def _is_heading(text: str) -> bool:
    return len(text.split()) <= _SUBHEAD_WORDS and not SENTENCE_END.search(text)


def _is_titled(text: str) -> bool:
    """Whether most of the longer words have capitals, as in a headline in Title Case."""
    long = [word for word in re.findall(r"[^\W\d_]+", text) if len(word) >= _LONG_WORD]
    titled = [word for word in long if word[0].isupper()]
    return len(titled) >= _TITLE_CASE * len(long)


def _without_end(lines: list[str]) -> list[str]:
    """Without the source line and the company's portrait at the end."""
    for at in range(max(1, len(lines) * 3 // 5), len(lines)):
        if _ABOUT.fullmatch(lines[at]) and at + 4 >= len(lines):
            lines = lines[:at]
            break
    while lines and _SOURCE.fullmatch(lines[-1]):
        lines = lines[:-1]
    return lines
