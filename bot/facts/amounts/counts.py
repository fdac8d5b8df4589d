"""Numbers that are no figures: list counts, ages, parts of words and signs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.facts.grammar import grammar
from bot.facts.text.numbers import value_of

if TYPE_CHECKING:
    from spacy.tokens import Span

    from bot.facts.text.page import Page

HARMS = frozenset("kill wound injure die arrest hurt detain".split())
HURT = frozenset("dead injured wounded missing hurt".split())
CASUALTIES = frozenset(
    "people dead civilian soldier victim man woman child person passenger worker police officer job home troop".split()
)
_AGE = re.compile(r"^[\s,-]*(?:years?[- ]old|,)|^-year")
_HYPHENED = re.compile(r"^[\w.,]{1,20}-[A-Za-z]")
_SIGN = re.compile(
    r"\d{1,2}:\d\d|\d{1,2}/\d{1,2}\b|9\.11\b|[57]\.1 (?:surround|sound|channel)|\d+(?:fps|k?bps|kps|px)\b|"
    r"\d{1,2}\.\d\d [ap]\.?m|(?:911|999|112) calls?\b|"
    r"\d{1,3}-\d{1,3}\b(?! (?:%|per ?cent|million|billion|people))",
    re.IGNORECASE,
)
# A house number: "3170 W. County Road", "12 Elm Street".
_ADDRESS = re.compile(
    r"\d{1,5} (?:[NSEW]\.? )?(?:[A-Z][\w.]{1,20} ){1,3}?(?:Road|Rd|Street|St|Avenue|Ave|Drive|Lane|Boulevard|Blvd)\b"
)
FEW = 3  # a count up to that is a list's, unless it counts people


def is_list_count(entity: Span, unit: str | None) -> bool:
    """Whether a count says how many items the writer lists ("two reasons", "one of them"), or how many is not told."""
    value = value_of(entity.text)
    if value is None or entity.label_ != "CARDINAL":
        return value is None
    small = value <= FEW or unit in {"times", "time"}
    people = entity.root.head.lemma_.lower() in CASUALTIES or unit == "people"
    return small and not (people and is_harmed(entity))


def is_harmed(entity: Span) -> bool:
    """Whether somebody comes to harm: two people count when they die, not when they talk."""
    near = (entity.root, *grammar.ancestors(entity.root, 4))
    words = {token.lemma_.lower() for token in near} | {child.lemma_.lower() for child in entity.root.head.children}
    return bool(words & (HARMS | HURT | {"death", "casualty", "victim"}))


def is_age(page: Page, entity: Span) -> bool:
    """Whether a number is an age: "24, who jumped", "a 24-year-old"."""
    behind = page.text[entity.end_char : entity.end_char + 12]
    if re.match(r"[:.]\d", behind):
        return True
    if _AGE.match(behind) and entity.label_ == "CARDINAL":
        return True
    return "year-old" in entity.text or bool(re.match(r"[\s-]*years?[\s-]old", behind))


def is_part(entity: Span, span: tuple[int, int], page: Page) -> bool:
    """Whether a number is part of a word or a sign: "a four-door car", "4:25", "911 calls", "21-17"."""
    text = page.text[span[0] : span[1]]
    noun = entity.doc[page.tokens(*span)[1] - 1]
    if entity.label_ == "CARDINAL" and noun.i >= entity.end and noun.pos_ == "PROPN" and not noun.ent_type_:
        return True
    bound = entity.label_ not in {"MONEY", "PERCENT"} and _HYPHENED.search(text)
    return bool(bound) or bool(_SIGN.match(text)) or bool(_ADDRESS.match(page.text, entity.start_char))
