"""Sentences that a page ran into one: a caption or a subhead has no full stop, and the next sentence is glued to it.

Where to cut is a guess; that there are two is told by their grammar. Such a sentence is no fact: nobody wrote it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.facts.grammar import grammar
from bot.facts.text.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from bot.facts.text.page import Page, Sentence

SPEECH = 4  # words from which a quotation that begins with a capital is a sentence, and no title or nickname
OPENING = 8  # characters at a sentence's beginning in which it does not begin anew
WORD = 30  # characters of the word before
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_FREE = frozenset({"NOUN", "PROPN", "ADJ", "ADV", "NUM"})  # what leads to no quotation
# 'FBI gives her the all clear "There are lots of reasons …"'.
_SPEECH = re.compile(r"(?<=[a-z\d]) [\"“](?=[A-Z][a-z'’]* [a-z]([^\"”\n]{8,}))")
# "… in the city of Marbach A huge blast was heard".
_ANEW = re.compile(
    r"(?<=[a-z]{3} )(?:A|An|The|This|These|In|On|At|For|From|With|After|Before|As|While|Since|Despite|However|His|Her|"
    r"Their|Its|Our|We|It|Some|Many|Most|More|One|Two|Last|According|Earlier|Another|Several|Meanwhile|Having) [a-z]"
)


def is_glued(page: Page, sentence: Sentence) -> bool:
    """Whether a sentence is two without a stop between them."""
    return (
        _begins_anew(page, sentence)
        or _runs_into_speech(page, sentence)
        or any(_is_joined(page, token, sentence.first) for token in page.token[sentence.first : sentence.last])
    )


def _begins_anew(page: Page, sentence: Sentence) -> bool:
    """Whether a word that opens sentences stands in it with a capital, behind one that leads to no name."""
    for match in _ANEW.finditer(page.text, sentence.left + OPENING, sentence.right):
        token = page.token[page.tokens(match.start(), match.end())[0]]
        if _before(page, match.start() - 1).lower_ not in words("openers_follow") and not page.quoted[token.i]:
            return True
    return False


def _runs_into_speech(page: Page, sentence: Sentence) -> bool:
    """Whether a spoken sentence stands behind a word that needs a comma or a colon before it."""
    found = _SPEECH.finditer(page.text, sentence.left, sentence.right)
    return any(len(match[1].split()) >= SPEECH and _before(page, match.start()).pos_ in _FREE for match in found)


def _before(page: Page, end: int) -> Token:
    """The last token that begins before an offset."""
    return page.token[max(0, page.tokens(max(0, end - WORD), end)[1] - 1)]


def _is_joined(page: Page, verb: Token, first: int) -> bool:
    """A clause of its own, joined to the one before by nothing: "wept at the election Roe announced an inquiry"."""
    if verb.tag_ not in _FINITE or verb.dep_ not in {"conj", "parataxis"} or page.quoted[verb.i]:
        return False
    subject = grammar.subject(verb)
    if subject is None or subject.i > verb.i:
        return False
    left = min(token.i for token in subject.subtree)
    if not first < left or not verb.head.i < left or not page.token[left].text[:1].isupper():
        return False
    between = page.token[verb.head.i + 1 : left]
    return page.token[left - 1].pos_ in _NOUNS and not any(token.dep_ == "cc" or token.is_punct for token in between)
