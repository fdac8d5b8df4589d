"""spaCy's entities kept in check, before anything is read from them.

The small model tags a surname as an organisation, swallows a possessive, and takes a brand for a nationality in one
sentence and for a product in the next. Here a name is trimmed, completed and given one type.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from spacy.tokens import Span
from spacy.util import filter_spans

from bot.facts.grammar import entity_types
from bot.facts.grammar.entity_types import NAMES
from bot.facts.grammar.names import CROWNED, is_given, missed
from bot.facts.grammar.place_names import missed_places
from bot.facts.text.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from bot.facts.text.page import Page

ENVOY = 2  # words before a country: "envoy to"
LONG = 2  # words of a full name: before them a country is no part of it
# "Berlin-based", "state-run": the hyphen makes an adjective, not a longer name.
_COMPOUNDS = frozenset(
    "based born led backed owned made style era run wide related controlled elect only bound area".split()
)
_POSSESSIVE = frozenset({"'s", "’s"})
_ACTORS = frozenset({"PERSON", "ORG", "PRODUCT"})


def mend(page: Page) -> None:
    """Set the Doc's entities anew: trimmed, of one type a spelling, surnames as people."""
    trimmed = [_hyphenated(span) for entity in page.doc.ents for span in _trimmed(page, entity)]
    trimmed = filter_spans([*trimmed, *missed_places(page.doc, page.token)])
    small = Counter(token.text for token in page.token if token.is_alpha)
    trimmed = _parted(trimmed, small)
    types = entity_types.voted(trimmed)
    typed = [_as(span, types.get(span.text, span.label_)) for span in trimmed]
    found = [_hyphenated(span) for span in missed(page.doc, page.token, page.text, typed)]
    overlaid = {token.i for span in found for token in span}
    typed = [span for span in typed if not _is_common(span, small)]
    kept = [*found, *(span for span in typed if not any(token.i in overlaid for token in span))]
    surnames, companies = entity_types.surnames(kept), entity_types.companies(kept)
    mended = [_as(span, entity_types.corrected(span, surnames, companies)) for span in kept]
    taken = {token.i for span in mended for token in span}
    mended += _bare_surnames(page, surnames, taken)
    page.doc.ents = filter_spans(mended)


def _parted(spans: list[Span], small: Counter[str]) -> list[Span]:
    """Names that neighbours were put together to ("House Roe was born in"): the name that stands alone elsewhere.

    The other word is one that the text writes small, and the two stand together once.
    """
    counted = Counter(span.text for span in spans)

    def part(span: Span) -> Span:
        pair = len(span) == LONG and span.label_ in _ACTORS and counted[span.text] == 1
        if not pair or counted[span[1].text] < LONG or not small[span[0].lower_] or is_given(span[0].text):
            return span
        return Span(span.doc, span.start + 1, span.end, label=span.label)

    return [part(span) for span in spans]


def _is_common(span: Span, small: Counter[str]) -> bool:
    """Whether a name of one word is a word that the text writes small at least twice and as often."""
    return span.label_ in _ACTORS and len(span) == 1 and small[span[0].lower_] >= max(2, small[span[0].text])


def _trimmed(page: Page, entity: Span) -> Iterator[Span]:
    """The entity without what can't be part of a name: possessives, quotation marks, dangling punctuation, roles."""
    first, last, doc = entity.start, entity.end, entity.doc
    while last > first and _dangles(doc, first, last):
        last -= 1
    while first < last and (doc[first].is_quote or doc[first].is_space or doc[first].text in "#@-"):
        first += 1
    first = max([first, *(token.i + 1 for token in doc[first:last] if _only_closes(token))])
    while entity.label_ == "PERSON" and last - first > 1 and doc[first].lower_ in words("not_people"):
        first += 1
    label = entity.label_
    while last - first > LONG and doc[first].lower_ in words("broad_places") and _is_named(doc, label, first + 1):
        first, label = first + 1, "PERSON"
    while first < last - 1 and entity.label_ in {"PERSON", "FAC", "ORG"} and _is_title(doc, first, last):
        first += 1
    named = entity.label_ not in NAMES or any(page.text[token.idx].isupper() for token in doc[first:last])
    if first < last and named:
        yield Span(doc, first, last, label=label)


def _is_named(doc: Doc, label: str, first: int) -> bool:
    """Whether a person's name begins there, behind whose envoy he is: "to Ukraine Jo Roe"."""
    if label == "PERSON" or is_given(doc[first].text):
        return label in _ACTORS
    posted = first > ENVOY and doc[first - 2].lower_ in {"to", "of"} and doc[first - 3].lower_ in words("human_nouns")
    return label == "ORG" and posted and not any(token.lower_ in words("org_words") for token in doc[first : first + 2])


def _only_closes(token: Token) -> bool:
    """Half of an editor's brackets: "[Governor Jo A.] Roe"."""
    return "]" in token.text and "[" not in token.text


def _dangles(doc: Doc, first: int, last: int) -> bool:
    token = doc[last - 1]
    kept = token.text == ")" or (token.text == "." and last - first > 1)
    owns = token.tag_ == "POS" or token.text in _POSSESSIVE
    return not kept and (owns or token.is_punct or token.is_space)


def _is_title(doc: Doc, first: int, last: int) -> bool:
    """A role that the model took into the name: "Rapper Snow White"; kings and popes keep theirs."""
    small, end = doc[first].lower_, doc[last - 1]
    role = small in words("human_nouns") and small not in CROWNED
    full = last - first - 1 > 1 or end.ent_type_ == "PERSON"
    return role and full and end.lower_ not in words("org_words")


def _hyphenated(span: Span) -> Span:
    """A name with all that hyphens tie to it: "Al-Shabaab", "Stratford-upon-Avon"."""
    doc, first, last = span.doc, span.start, span.end
    if span.label_ not in NAMES - {"NORP"}:
        return span
    while last + 1 < len(doc) and _ties(doc, last) and doc[last + 1].is_alpha:
        if doc[last + 1].lower_ in _COMPOUNDS:
            break
        last += 2
    while first > 1 and _ties(doc, first - 1) and doc[first - 2].text[:1].isupper():
        first -= 2
    return Span(doc, first, last, label=span.label)


def _ties(doc: Doc, index: int) -> bool:
    """Whether a token is a hyphen without spaces around it."""
    return doc[index].text == "-" and not doc[index - 1].whitespace_ and not doc[index].whitespace_


def _as(span: Span, label: str) -> Span:
    return span if span.label_ == label else Span(span.doc, span.start, span.end, label=label)


def _bare_surnames(page: Page, surnames: frozenset[str], taken: set[int]) -> Iterator[Span]:
    """Surnames that the model left out, standing alone as proper nouns."""
    if not surnames:
        return
    for token in page.token:
        if token.text in surnames and token.i not in taken and token.pos_ == "PROPN":
            yield Span(page.doc, token.i, token.i + 1, label="PERSON")
