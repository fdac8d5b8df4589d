"""Clauses and phrases of reason and of manner, found by the words that open them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.facts.grammar import grammar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from bot.facts.text.page import Page, Sentence

_LONGEST = 30  # tokens
NEAR, SHORT = 4, 3  # tokens: where a reason has its subject if it is a clause; how many of a phrase are kept at least
_STOPS = frozenset({",", ";", ":", "--", "–", "—", ".", "?", "!", "("})


def opened(page: Page, sentence: Sentence, opener: re.Pattern[str]) -> Iterator[tuple[int, int, str]]:
    """(start, end, opener) of what follows each opener in a sentence, up to the end of its clause."""
    for match in opener.finditer(page.text, sentence.left, sentence.right):
        first, last = page.tokens(match.end(), sentence.right)
        if first >= last or (page.quoted[first] and not page.quoted[max(0, first - 2)]):
            end = first
        end = _end(page, first, last)
        if end > first:
            left, right = balanced(page.text, *page.span(first, end))
            if right > left:
                yield left, right, match[0].strip().lower()


def _end(page: Page, first: int, last: int) -> int:
    end = first
    for index in range(first, min(last, first + _LONGEST)):
        token = page.token[index]
        if (token.text in _STOPS or token.is_space) and not (index > first and _apposed(page, first, index)):
            break
        if index > first and (
            token.lower_ in {"according", "while", "but", "although"} or _joins_above(page, first, token)
        ):
            break
        end = index + 1
    while (
        end > first
        and page.token[end - 1].pos_ in {"PUNCT", "CCONJ", "ADP", "SCONJ", "DET"}
        and page.token[end - 1].dep_ != "prt"
    ):
        end -= 1
    return end


def _apposed(page: Page, first: int, comma: int) -> bool:
    """Whether behind a comma stands the name of whom the words before it mean: "the former speaker, Jo Roe"."""
    if page.token[comma].text != "," or comma + 1 >= len(page.token):
        return False
    name = page.token[comma + 1]
    while name.dep_ == "compound" and name.head.i > name.i:
        name = name.head
    return name.dep_ == "appos" and first <= name.head.i < comma and name.ent_type_ == "PERSON"


def _joins_above(page: Page, first: int, token: Token) -> bool:
    """Whether "and" goes on with a verb above the reason: "were caused by shots and called for calm"."""
    if token.dep_ != "cc" or token.head.i >= first:
        return False
    return token.head.pos_ in {"VERB", "AUX"} and page.token[first].head.i != token.head.i


def balanced(text: str, left: int, right: int) -> tuple[int, int]:
    """A stretch without half a quotation in it: an opening mark at its start goes, a lone mark inside ends it."""
    if text[left : left + 1] in '"“‘' and not re.search(r"[\"”’](?!\w)", text[left + 1 : right]):
        left += 1
    marks = [match.start() for match in re.finditer(r"\"|”|“", text[left:right])]
    if len(marks) % 2 and text[right : right + 1] in {'"', "”"}:
        right += 1
    elif len(marks) % 2:
        right = left + marks[0 if len(marks) == 1 else -1]
    while right > left and text[right - 1].isspace():
        right -= 1
    return left, right


def shortest(page: Page, first: int, last: int) -> tuple[int, int]:
    """A noun phrase of reason without its moment and without what describes it: "air strikes [this month which …]"."""
    doc = page.doc
    if any(token.dep_ in grammar.SUBJECTS for token in doc[first : min(last, first + NEAR)]):
        return first, last
    end = next((index for index in range(first + SHORT, last) if _describes(doc[index])), last)
    if end == last:
        return first, last
    while end > first + 1 and (doc[end - 1].pos_ in {"ADP", "SCONJ", "PUNCT"} or doc[end - 1].lower_ == "earlier"):
        end -= 1
    return (first, last) if page.quoted[end - 1] and not page.quoted[first] else (first, end)


def _describes(token: Token) -> bool:
    """Whether a moment or a relative clause begins."""
    moment = token.ent_type_ == "DATE" and token.ent_iob_ == "B"
    return moment or (token.tag_ in {"WDT", "WP"} and token.head.dep_ == "relcl")
