"""The verb of a headline, its subject, and the part of the headline that tells the event.

Headlines drop auxiliaries and stand in the present tense, so that the tagger takes their verbs for plural nouns
("Storm batters coast"). What the body uses as a verb is one in the headline, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.facts.grammar.grammar import FINITE
from bot.facts.text.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from bot.facts.text.page import Page, Sentence

# Words that open what is not part of the shortest answer: circumstances of time, cause and manner.
CUT = frozenset(
    "after as while because amid following since when if before despite although though until unless but whereas "
    "... - -- – — ; :".split()
)
KICKER = 2  # words that before a colon are a kicker, whatever they look like
CLAUSE = 3  # words of the shortest clause before a comma
_HANGING = frozenset({"ROOT", "acl", "relcl", "appos", "conj", "ccomp"})


def segment(page: Page, title: Sentence) -> tuple[int, int]:
    """The part that tells the event: behind a quotation, a kicker ("Storm: …") or a clause ("As …, …")."""
    doc, first, last = page.doc, title.first, title.last
    while first < last - 1 and (page.quoted[first] or doc[first].is_quote or doc[first].is_punct):
        first += 1
    if first >= last - 1:
        return title.first, last
    for index in range(first + 1, last - 1):
        if doc[index].text in {":", "|"}:
            return _around(doc, first, index, last)
        clause = doc[first].lower_ in CUT and index - first >= CLAUSE and last - index > CLAUSE
        if doc[index].text == "," and clause:
            return index + 1, last
    return first, last


def _around(doc: Doc, first: int, colon: int, last: int) -> tuple[int, int]:
    """The side of a colon that has the verb; without one, the longer side."""
    behind = any(doc[i].pos_ in {"VERB", "AUX"} for i in range(colon + 1, last))
    before = colon - first > KICKER and any(doc[i].tag_ in FINITE for i in range(first, colon))
    longer = last - colon > colon - first
    return (first, colon) if before or not (behind or longer) else (colon + 1, last)


def verb_of(page: Page, first: int, last: int, *, shown: bool = False) -> int | None:
    """The main verb of a headline, or None; what footage shows has a participle for one ("miners escaping")."""
    doc = page.doc
    for index in range(first + 1, last):
        token = doc[index]
        cut = token.lower_ in CUT and not ties(doc, index)
        if cut and index > first + 1:
            return None
        if page.quoted[index] or cut:
            continue
        if token.tag_ in FINITE and not _subordinate(token, first):
            return _lexical(token, last)
        if (
            (token.tag_ == "VBG" and (shown or _progressive(token, first)))
            or _misread(doc, index, last)
            or (token.dep_ in _HANGING and _on_top(token, first))
        ):
            return index
    return None


def _on_top(token: Token, first: int) -> bool:
    """Whether a participle hangs on the headline's first noun, not on one inside a phrase."""
    if token.tag_ not in {"VBN", "VBG"}:
        return False
    top = token.dep_ != "acl" or token.head.dep_ not in {"dobj", "pobj"} or token.head.i == first
    return (token.tag_ == "VBN" and top) or token.dep_ == "ccomp"


def _progressive(token: Token, first: int) -> bool:
    """In "Prosecutors investigating bank" the headline leaves out the auxiliary, the verb has its subject."""
    return any(child.dep_ == "nsubj" and child.i >= first for child in token.lefts)


def ties(doc: Doc, index: int) -> bool:
    """Whether a hyphen without spaces around it makes one word: "pro-government"."""
    return doc[index].text == "-" and not doc[index - 1].whitespace_


def _subordinate(token: Token, first: int) -> bool:
    """A verb inside a relative clause or behind "who", "that": not the headline's own."""
    if token.dep_ == "relcl" or (token.dep_ == "aux" and token.head.dep_ == "relcl"):
        return True
    return token.i > first and token.nbor(-1).tag_ in {"WP", "WDT"}


def _lexical(token: Token, last: int) -> int:
    """The main verb behind an auxiliary ("are outraged", "is elected")."""
    if token.dep_ in {"aux", "auxpass"} and token.i < token.head.i < last:
        return token.head.i
    return token.i


def _misread(doc: Doc, index: int, last: int) -> bool:
    """A verb that the tagger took for a noun: used as a verb elsewhere, a name before it, an object behind it."""
    token, before = doc[index], doc[index - 1]
    if index + 1 >= last or before.pos_ not in {"PROPN", "NOUN"}:
        return False
    plural = token.lower_.endswith("s") and token.tag_ in {"NNS", "NNPS"}
    many = before.tag_ == "NNS" or before.lower_ in words("group_nouns")
    if not plural and token.tag_ != "VB" and not (many and token.tag_ == "NN"):
        return False
    verbs = {token.lemma_.lower() for token in doc[last:] if token.pos_ == "VERB"}
    lemma = token.lemma_.lower()
    lemma = lemma if lemma in verbs else lemma.rstrip("s")
    known = lemma in verbs or f"{lemma}e" in verbs or lemma in words("headline_verbs")
    return known and (doc[index + 1].pos_ not in {"VERB", "AUX"} or token.head.i == index + 1)


def subject_of(doc: Doc, verb: int, first: int) -> int | None:
    """The head of the noun phrase before a headline's verb: past auxiliaries, adverbs and phrases that hang on it."""
    for child in doc[verb].lefts:
        if child.dep_ in {"nsubj", "nsubjpass"} and child.i >= first and child.pos_ in {"NOUN", "PROPN", "PRON", "NUM"}:
            return child.i
    if doc[verb].dep_ in {"acl", "relcl"} and first <= doc[verb].head.i < verb:
        return doc[verb].head.i
    for index in range(verb - 1, first - 1, -1):
        if doc[index].pos_ in {"NOUN", "PROPN", "PRON"}:
            return _topmost(doc[index], first, verb)
    return None


def _topmost(token: Token, first: int, verb: int) -> int:
    """From a noun inside a prepositional phrase up to the noun that the phrase hangs on."""
    while token.dep_ in {"pobj", "prep", "compound", "nmod", "amod", "poss"} and first <= token.head.i < verb:
        token = token.head
    return token.i
