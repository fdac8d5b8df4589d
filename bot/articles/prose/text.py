"""The text of an Article: lines made clean, the title put on top once, a limit on it all. Pure, and light to import."""

from __future__ import annotations

import re
import unicodedata

MOST_CHARACTERS = 100_000
"""The longest text that is kept, in code points: some 16,000 words, the length of the longest features in print."""

SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*\Z")
"""The stop at the end of a line that is a sentence, with the marks that close behind it."""

_INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufffc\ue000-\uf8ff]")
_HEAP = re.compile(r"([^\w\s]{30})[^\w\s]+")  # accents upon accents are put in order in quadratic time (UAX 15, 13: 30)
_SENTENCE_STOP = re.compile(r"[.!?…][\"'”’)\]]*\s")


def lines(text: str) -> list[str]:
    """The paragraphs of an extracted text: composed characters, single spaces, nothing invisible, no marks of lists."""
    cleaned = _INVISIBLE.sub("", unicodedata.normalize("NFC", _HEAP.sub(r"\1", text)))
    squeezed = (" ".join(line.split()) for line in cleaned.split("\n"))
    return [line for line in (line.removeprefix("- ").strip("| ") for line in squeezed) if line]


def join(title: str | None, body: str) -> tuple[str, int]:
    """Title, newline and body, or the body alone where it starts with the title; and where it goes on after that.

    A body that is nothing but its title, or that only starts with the same letters, is all body.
    """
    if not title:
        return body, 0
    if body.startswith(title):
        rest = body[len(title) :]
        inside = title[-1:].isalnum() and rest[:1].isalnum()  # “Iran” is no title above “Iranian officials …”
        return body, 0 if inside or not rest.strip() else len(title) + len(rest) - len(rest.lstrip())
    return f"{title}\n{body}", len(title) + 1


def clip(text: str, most: int = MOST_CHARACTERS) -> tuple[str, bool]:
    """The first part of a text, up to the end of a paragraph, a sentence or a word; and whether anything is missing."""
    if len(text) <= most:
        return text, False
    head = text[:most]
    paragraph = head.rfind("\n")
    if paragraph >= most // 2:
        return head[:paragraph].rstrip(), True
    sentences = list(_SENTENCE_STOP.finditer(head, most // 2))
    cut = sentences[-1].end() if sentences else head.rfind(" ", most // 2) + 1 or most
    return head[:cut].rstrip(), True


def key(words: str) -> str:
    """Words as they are compared: letters and digits only, without case."""
    return re.sub(r"[\W_]+", "", words.casefold())
