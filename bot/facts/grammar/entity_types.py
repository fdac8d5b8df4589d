"""What kind of thing each name is: one spelling has one type in one article.

The most frequent type wins, unless the way a name stands speaks against it: "died in X" makes a place, a full name
makes its surname a person, a list of platforms and outlets makes none.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from bot.facts.grammar.names import is_given, is_surname
from bot.facts.text.lexicon import table, words

if TYPE_CHECKING:
    from spacy.tokens import Span

NAMES = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW", "LANGUAGE"})
LOCATED = (
    0.12  # share of a name's mentions behind "in" or "near" from which it is a place; a person becomes one if all do
)
FULL = 3  # words of a person's name
LEAD = 3  # tokens before the home in "Roe, 62, from X"
PLACE_WORDS = 2  # a longer name is no mere place name
_NO_FIRST_NAMES = frozenset("The A An First New Team Anti Pro Post Camp House Operation".split())
_THINGS = frozenset({"ORG", "PRODUCT", "NORP", "WORK_OF_ART"})
_ALSO_PLACES = frozenset(
    "Georgia Virginia Florence Victoria Chelsea Jordan Charlotte Lorraine Carolina Lima Santiago".split()
)
_NO_PLACES = frozenset("congress parliament english french spanish german arabic russian christmas brexit".split())
_MOVING = frozenset("fly travel go come return move arrive drive head flee commute".split())
# What people do, have or are party to.
_ACTING = frozenset({"nsubj", "nsubjpass", "poss", "dobj", "agent", "conj"})
_WITH = frozenset({"by", "with", "for", "to", "about", "from", "against"})
_KINDS = frozenset("city town village province district county region port suburb valley".split())
_ORIGIN = frozenset({"from", "of"})  # "Jo Roe, 62, from X"
# What a firm has, and what it is: "the CEO of X", "the retailer X", "X, a software company".
_OF_FIRMS = frozenset("ceo founder cofounder co-founder shareholder subsidiary takeover".split())
_FIRMS = frozenset("company firm retailer chain maker manufacturer startup start-up brand airline lender bank".split())
# "shares in X": what one holds is no place.
_HELD = frozenset(
    "share shares stake stakes interest investment investments confidence trust faith invest believe".split()
)


def voted(spans: list[Span]) -> dict[str, str]:
    """One type a spelling: the most frequent, but a place where enough mentions stand as one ("died in X")."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    located: Counter[str] = Counter()
    homes, firms = set(), set()
    for span in spans:
        if span.label_ in NAMES:
            votes[span.text][span.label_] += 1
            located[span.text] += is_located(span)
            homes |= {span.text} if is_home(span) or is_of_kind(span) else set()
            firms |= {span.text} if span.label_ == "GPE" and _is_firm(span) else set()
    types = {text: counted.most_common(1)[0][0] for text, counted in votes.items()}
    for text, times in located.items():
        share = times / votes[text].total()
        if share >= (LOCATED if types[text] in _THINGS else 1.0) and types[text] in _THINGS | {"PERSON"}:
            types[text] = "GPE"
        if types[text] == "GPE" and text in firms and not times:
            types[text] = "ORG"
    return types | {text: "GPE" for text in homes if types[text] in _THINGS | {"PERSON"}} | _full_names(types)


def _full_names(types: dict[str, str]) -> dict[str, str]:
    """Names of two or three words taken for things whose last word alone is a person elsewhere: "Irina Kovalenko"."""
    long = {text: text.split() for text, label in types.items() if label in _THINGS and " " in text}
    return {
        text: "PERSON"
        for text, parts in long.items()
        if len(parts) <= FULL and types.get(parts[-1]) == "PERSON" and all(map(str.istitle, parts))
        if parts[0] not in _NO_FIRST_NAMES and not any(part.lower() in words("org_words") for part in parts)
    }


def is_located(span: Span) -> bool:
    """A short capitalised name behind a preposition of place, with no noun behind it."""
    doc = span.doc
    if len(span.text.split()) > PLACE_WORDS or span.text.isupper() or not span.start or span[0].lower_ in _NO_PLACES:
        return False
    before, behind = doc[span.start - 1], doc[span.end] if span.end < len(doc) else None
    owned = behind is not None and (behind.tag_ == "POS" or behind.text in {"'", "’"})
    alone = behind is None or (behind.pos_ not in {"NOUN", "PROPN"} and not owned)
    return before.lower_ in {"in", "near"} and alone and before.head.lower_ not in _HELD


def is_home(span: Span) -> bool:
    """A name to which somebody goes, or from which somebody is: "flew to X", "Jo Roe, 62, from X"."""
    doc, before = span.doc, span.root.head
    if span.start < LEAD or span.root.dep_ != "pobj" or before.i != span.start - 1 or len(span) > PLACE_WORDS:
        return False
    aged = before.lower_ in _ORIGIN and doc[before.i - 1].text == "," and doc[before.i - 2].like_num
    return aged or (before.lower_ == "to" and before.head.lemma_.lower() in _MOVING)


def is_of_kind(span: Span) -> bool:
    """Behind the noun for what it is: "the port city of X"."""
    return span.start > 1 and span.doc[span.start - 1].lower_ == "of" and span.doc[span.start - 2].lower_ in _KINDS


def _is_firm(span: Span) -> bool:
    root, above = span.root, span.root.head
    of = root.dep_ == "pobj" and above.lower_ == "of" and above.head.lemma_.lower() in _OF_FIRMS
    held = above.lower_ == "in" and above.head.lemma_.lower() in {"share", "stake"}
    kind = root.dep_ in {"appos", "compound"} and above.i < root.i and above.lemma_.lower() in _FIRMS
    return (
        of or held or kind or any(child.dep_ == "appos" and child.lemma_.lower() in _FIRMS for child in root.children)
    )


def surnames(spans: list[Span]) -> frozenset[str]:
    """Words that stand for people: last and first ones of full names, unless one alone is a place named more often."""
    people = [span for span in spans if span.label_ == "PERSON" and len(span) > 1]
    full = Counter(
        word for span in people for word in {span[-1].text, span[0].text} if word.istitle() or word.isupper()
    )
    alone = Counter(span.text for span in spans if span.label_ in {"GPE", "NORP"} and len(span) == 1 and _stands(span))
    return frozenset(name for name, count in full.items() if count >= alone[name])


def _stands(span: Span) -> bool:
    """Whether a name of one word is used otherwise than a person's, or is a country's."""
    root = span.root
    acts = root.dep_ in _ACTING or (root.dep_ == "pobj" and root.head.lower_ in _WITH)
    return not acts or span.label_ == "NORP" or span.text.lower() in words("broad_places")


def companies(spans: list[Span]) -> frozenset[str]:
    """First words of organisations' full names, which may stand alone for them."""
    return frozenset(
        span[0].text
        for span in spans
        if len(span) > 1 and span.label_ == "ORG" and span[-1].lower_ in words("org_words")
    )


_BODIES = frozenset({"office", "department", "police", "ministry"})  # "Lake County Sheriff's Office" is no place
_ROOMS = frozenset({"post", "oval", "box", "ticket"})  # whose "office" is one


def corrected(span: Span, people: frozenset[str], things: frozenset[str]) -> str:
    """A name's type: a surname is a person, a platform, an outlet or a company is none, a given name alone is one."""
    label, single = span.label_, len(span) == 1
    if single and span.text in people and label in NAMES:
        return "PERSON"
    if label == "PERSON":
        company = single and span.text in things and span.text not in people
        return "ORG" if company or _is_thing(span) else label
    if label in {"GPE", "LOC", "FAC"} and not single and span[-1].lower_ in _BODIES and span[-2].lower_ not in _ROOMS:
        return "ORG"
    given = single and is_given(span.text)
    named = given and label in {"GPE", "NORP", "ORG", "PRODUCT"} and span.text not in _ALSO_PLACES
    return "PERSON" if named and not _behind_in(span) else label


def _is_thing(span: Span) -> bool:
    small = span.text.lower()
    body = span[-1].lower_ in words("org_words") and not is_surname(span[0].text, span[-1].text)
    return small in words("not_people") or small in table("outlets") or body


def _behind_in(span: Span) -> bool:
    return span.start > 0 and span.doc[span.start - 1].lower_ in {"in", "at", "near", "of", "to", "from"}
