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

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.facts.page import Page

NAMES = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW", "LANGUAGE"})
_MISTAKEN = frozenset({"ORG", "GPE", "PRODUCT", "NORP", "WORK_OF_ART", "LOC", "FAC", "LAW", "EVENT", "LANGUAGE"})


def mend(page: Page) -> None:
    """Set the Doc's entities anew: trimmed, of one type a spelling, surnames as people."""
    trimmed = [span for entity in page.doc.ents for span in _trimmed(entity)]
    types = _types(trimmed)
    surnames = _surnames(trimmed)
    mended = [_typed(span, types, surnames) for span in trimmed]
    taken = {token.i for span in mended for token in span}
    mended += _missed(page, surnames, taken)
    page.doc.ents = filter_spans(mended)


def _trimmed(entity: Span) -> Iterator[Span]:
    """The entity without what can't be part of a name: possessives, quotation marks, dangling punctuation."""
    first, last = entity.start, entity.end
    doc = entity.doc
    while last > first and (doc[last - 1].tag_ == "POS" or doc[last - 1].is_punct or doc[last - 1].is_space):
        if doc[last - 1].text == ")" or (doc[last - 1].text == "." and last - first > 1):
            break
        last -= 1
    while first < last and (doc[first].is_quote or doc[first].is_space or doc[first].text in "#@-"):
        first += 1
    if first < last:
        yield Span(doc, first, last, label=entity.label)


def _types(spans: list[Span]) -> dict[str, str]:
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for span in spans:
        if span.label_ in NAMES:
            votes[span.text][span.label_] += 1
    return {text: counted.most_common(1)[0][0] for text, counted in votes.items()}


def _surnames(spans: list[Span]) -> frozenset[str]:
    """Last words of full names of people, unless the same word alone is a place that the text names more often."""
    full = Counter(span[-1].text for span in spans if span.label_ == "PERSON" and len(span) > 1 and span[-1].is_title)
    alone = Counter(span.text for span in spans if span.label_ in {"GPE", "NORP"} and len(span) == 1)
    return frozenset(name for name, count in full.items() if count >= alone[name])


def _typed(span: Span, types: dict[str, str], surnames: frozenset[str]) -> Span:
    label = types.get(span.text, span.label_)
    if len(span) == 1 and span.text in surnames and label in _MISTAKEN:
        label = "PERSON"
    return span if label == span.label_ else Span(span.doc, span.start, span.end, label=label)


def _missed(page: Page, surnames: frozenset[str], taken: set[int]) -> Iterator[Span]:
    """Surnames that the model left out, standing alone as proper nouns."""
    if not surnames:
        return
    for token in page.doc:
        if token.text in surnames and token.i not in taken and token.pos_ == "PROPN":
            yield Span(page.doc, token.i, token.i + 1, label="PERSON")
