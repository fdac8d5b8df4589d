"""A text made easier for the parser, letter for letter: what changes is the case, never the length.

Headlines in Title Case and ledes that begin IN CAPITALS make the tagger see names everywhere. The parser reads the
softened text; words and evidence always come from the original, at the same offsets.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_MARKS = str.maketrans("‹›", "‘’")  # which the tokeniser keeps apart from words
_LONG = 4  # letters: shorter words say nothing about Title Case
ACRONYMS = frozenset({"US", "IT", "WHO", "AID"})  # in capitals never the small word


@dataclass(frozen=True, slots=True)
class _Spellings:
    """How the body writes its words: anywhere, and in mid-sentence, where a capital means a name."""

    anywhere: frozenset[str]
    inside: frozenset[str]

    def soft(self, word: str) -> str:
        """The word as the body would write it in mid-sentence."""
        small, capital = word.lower(), word[:1] + word[1:].lower()
        if word in ACRONYMS or (word in self.inside and not word.isupper() and small not in self.inside):
            return word
        if small not in self.anywhere and capital in self.anywhere:
            return capital
        return small if small in self.anywhere else word

    def soft_title(self, word: str) -> str:
        """The same for a title in Title Case, where a word that the body lacks is more likely a verb than a name."""
        soft = self.soft(word)
        return soft if soft != word or word.isupper() or word in self.anywhere else word.lower()


def soften(text: str, body_start: int) -> str:
    """The text with its title in sentence case and its shouted words lowered; as long as the original."""
    text = text.translate(_MARKS)
    title, body = text[:body_start], text[body_start:]
    if not any(map(str.isupper, text)):
        return text
    spellings = _spellings(body)
    softened = _sentence_case(title, spellings) + _quieten(body, spellings)
    return softened if len(softened) == len(text) else text


def _spellings(body: str) -> _Spellings:
    found = [(match[0], match.start()) for match in _WORD.finditer(body)]
    inside = (word for word, at in found if at > 1 and body[at - 1] == " " and body[at - 2].isalnum())
    return _Spellings(frozenset(word for word, _ in found), frozenset(inside))


def _sentence_case(title: str, spellings: _Spellings) -> str:
    """Lower the capitals of a title that is set in Title Case or CAPITALS; its first word stays."""
    found = list(_WORD.finditer(title))
    long = [match[0] for match in found[1:] if len(match[0]) >= _LONG]
    if not long or sum(word[:1].isupper() for word in long) < 0.8 * len(long):
        return title
    first = found[0].start()
    return _WORD.sub(lambda match: match[0] if match.start() == first else spellings.soft_title(match[0]), title)


def _quieten(body: str, spellings: _Spellings) -> str:
    """Give words in capitals the case that the body uses for them elsewhere."""

    def calm(match: re.Match[str]) -> str:
        word = match[0]
        return spellings.soft(word) if len(word) > 1 and word.isupper() else word

    return _WORD.sub(calm, body)
