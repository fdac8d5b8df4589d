"""spaCy's entities kept in check, before anything is read from them.

The small model tags a surname as an organisation, swallows a possessive, and takes a brand for a nationality in one
sentence and for a product in the next. One spelling has one type in one article: that of its full name, else the one that
it gets most often.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from spacy.tokens import Span
from spacy.util import filter_spans

from bot.facts.lexicon import table, words
from bot.facts.names import missed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc

    from bot.facts.page import Page

NAMES = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW", "LANGUAGE"})
_COMPOUNDS = frozenset({"based", "born", "led", "backed", "owned", "made", "style", "era", "run", "wide", "related", "controlled", "elect", "only", "wide", "bound", "area"})
_CROWNED = frozenset({"king", "queen", "prince", "princess", "pope", "emir", "lord", "lady"})
_ALSO_PLACES = frozenset({"Georgia", "Virginia", "Florence", "Victoria", "Chelsea", "Jordan", "Charlotte", "Lorraine", "Carolina", "Lima", "Santiago"})
_NO_PLACES = frozenset({"congress", "parliament", "english", "french", "spanish", "german", "arabic", "russian", "christmas", "brexit"})
_HELD = frozenset({"share", "shares", "stake", "stakes", "interest", "investment", "investments", "confidence", "trust", "faith", "invest", "believe"})
_THINGS = frozenset({"ORG", "PRODUCT", "NORP", "WORK_OF_ART"})
LOCATED = 0.12  # share of a name's mentions behind "in" or "near" from which it is a place
_MISTAKEN = frozenset({"ORG", "GPE", "PRODUCT", "NORP", "WORK_OF_ART", "LOC", "FAC", "LAW", "EVENT", "LANGUAGE"})


def mend(page: Page) -> None:
    """Set the Doc's entities anew: trimmed, of one type a spelling, surnames as people."""
    trimmed = [_hyphenated(span) for entity in page.doc.ents for span in _trimmed(page, entity)]
    types = _types(trimmed)
    typed = [span if span.label_ == types.get(span.text, span.label_) else _as(span, types[span.text]) for span in trimmed]
    found = list(missed(page.doc, page.text, typed))
    overlaid = {token.i for span in found for token in span}
    kept = [*found, *(span for span in typed if not any(token.i in overlaid for token in span))]
    surnames = _surnames(kept)
    things = _first_words(kept)
    mended = [_corrected(span, surnames, things) for span in kept]
    taken = {token.i for span in mended for token in span}
    mended += _bare_surnames(page, surnames, taken)
    page.doc.ents = filter_spans(mended)


def _trimmed(page: Page, entity: Span) -> Iterator[Span]:
    """The entity without what can't be part of a name: possessives, quotation marks, dangling punctuation."""
    first, last = entity.start, entity.end
    doc = entity.doc
    while last > first and (doc[last - 1].tag_ == "POS" or doc[last - 1].is_punct or doc[last - 1].is_space):
        if doc[last - 1].text == ")" or (doc[last - 1].text == "." and last - first > 1):
            break
        last -= 1
    while first < last and (doc[first].is_quote or doc[first].is_space or doc[first].text in "#@-"):
        first += 1
    while first < last - 1 and entity.label_ in {"PERSON", "FAC", "ORG"} and _is_title(doc, first, last):
        first += 1
    named = entity.label_ not in NAMES or any(page.text[token.idx].isupper() for token in doc[first:last])
    if first < last and named:
        yield Span(doc, first, last, label=entity.label)


def _is_title(doc: Doc, first: int, last: int) -> bool:
    """A role that the model took into the name: "Rapper Snow White"; kings and popes keep theirs."""
    small = doc[first].lower_
    role = small in words("human_nouns") and small not in _CROWNED
    return role and (last - first > 2 or doc[last - 1].ent_type_ == "PERSON") and doc[last - 1].lower_ not in words("org_words")


def _hyphenated(span: Span) -> Span:
    """A name with all that hyphens tie to it: "Al-Shabaab", "Stratford-upon-Avon"."""
    doc, first, last = span.doc, span.start, span.end
    if span.label_ not in NAMES - {"NORP"}:
        return span
    while last + 1 < len(doc) and doc[last].text == "-" and not doc[last - 1].whitespace_ and not doc[last].whitespace_:
        if not doc[last + 1].is_alpha or doc[last + 1].lower_ in _COMPOUNDS:
            break
        last += 2
    while first >= 2 and doc[first - 1].text == "-" and not doc[first - 1].whitespace_ and doc[first - 2].text[:1].isupper():
        first -= 2
    return Span(doc, first, last, label=span.label)


def _as(span: Span, label: str) -> Span:
    return Span(span.doc, span.start, span.end, label=label)


def _types(spans: list[Span]) -> dict[str, str]:
    """One type a spelling: the most frequent, but a place where enough mentions stand as one ("died in X")."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    located: Counter[str] = Counter()
    for span in spans:
        if span.label_ in NAMES:
            votes[span.text][span.label_] += 1
            located[span.text] += _is_located(span)
    types = {text: counted.most_common(1)[0][0] for text, counted in votes.items()}
    for text, times in located.items():
        if times and times >= LOCATED * votes[text].total() and types[text] in _THINGS:
            types[text] = "GPE"
    return types


def _is_located(span: Span) -> bool:
    """A short capitalised name behind a preposition of place, with no noun behind it."""
    doc = span.doc
    if len(span) > 2 or span.text.isupper() or not span.start or span[0].lower_ in _NO_PLACES:
        return False
    before, behind = doc[span.start - 1], doc[span.end] if span.end < len(doc) else None
    alone = behind is None or (behind.pos_ not in {"NOUN", "PROPN"} and behind.tag_ != "POS")
    return before.lower_ in {"in", "near"} and alone and before.head.lower_ not in _HELD


def _surnames(spans: list[Span]) -> frozenset[str]:
    """Words that stand for people: last and first words of full names, unless the word alone is a place named more often."""
    people = [span for span in spans if span.label_ == "PERSON" and len(span) > 1]
    full = Counter(word for span in people for word in {span[-1].text, span[0].text} if word.istitle() or word.isupper())
    alone = Counter(span.text for span in spans if span.label_ in {"GPE", "NORP"} and len(span) == 1)
    return frozenset(name for name, count in full.items() if count >= alone[name])


def _first_words(spans: list[Span]) -> frozenset[str]:
    """First words of organisations' full names, which may stand alone for them."""
    return frozenset(span[0].text for span in spans if len(span) > 1 and span.label_ == "ORG" and span[-1].lower_ in words("org_words"))


def _corrected(span: Span, surnames: frozenset[str], things: frozenset[str]) -> Span:
    """A surname is a person, a platform, an outlet or a company is none, a given name alone is one."""
    if _is_surname(span, surnames):
        return _as(span, "PERSON")
    if span.label_ == "PERSON":
        thing = span.text.lower() in words("not_people") or span.text.lower() in table("outlets") or span[-1].lower_ in words("org_words")
        company = len(span) == 1 and span.text in things and span.text not in surnames
        return _as(span, "ORG") if thing or company else span
    given = len(span) == 1 and (span.text in words("male_names") or span.text in words("female_names"))
    if given and span.label_ in {"GPE", "NORP", "ORG", "PRODUCT"} and span.text not in _ALSO_PLACES and not _behind_in(span):
        return _as(span, "PERSON")
    return span


def _behind_in(span: Span) -> bool:
    return span.start > 0 and span.doc[span.start - 1].lower_ in {"in", "at", "near", "of", "to", "from"}


def _is_surname(span: Span, surnames: frozenset[str]) -> bool:
    return len(span) == 1 and span.text in surnames and span.label_ in _MISTAKEN


def _bare_surnames(page: Page, surnames: frozenset[str], taken: set[int]) -> Iterator[Span]:
    """Surnames that the model left out, standing alone as proper nouns."""
    if not surnames:
        return
    for token in page.doc:
        if token.text in surnames and token.i not in taken and token.pos_ == "PROPN":
            yield Span(page.doc, token.i, token.i + 1, label="PERSON")
