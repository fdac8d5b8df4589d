"""Who says, writes or claims something, and where: Doc in, claims out, in the order of the text.

A claim is a reporting verb with its subject ("Roe said"), a passive with its agent ("described by friends as"), a
reported one ("Xinhua quoted Wang as saying"), or "according to" with its noun.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.facts import grammar, outlets
from bot.facts.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from bot.facts.coreference import Coreference
    from bot.facts.page import Page

_WRITTEN = frozenset(
    {"statement", "letter", "email", "report", "memo", "post", "message", "tweet", "declaration", "communique"}
)
_MEDIA = frozenset(
    "website newspaper paper magazine agency broadcaster channel tabloid outlet site network station daily".split()
)
_AGENT = re.compile(r"(?:er|or|ist|ian|man|woman|person)$")  # whoever speaks and is called so is a person
_GOING_ON = frozenset({"continue", "conclude", "add", "go"})  # what a thing may do without a word
_RIDDLES = frozenset({"he", "she", "they", "one", "who"})
BESIDE = 2  # tokens: at most that far a name stands before its verb
LONG = 20  # tokens of a speaker's description between a quotation and its verb
_ENOUGH = 6  # tokens: how far left of a verb its subject is looked for when the parse has none


@dataclass(frozen=True, slots=True)
class Claim:
    """Token indexes of the verb (or "according") and of the speaker's head word; his name; the outlet between.

    The name is empty where a pronoun speaks of whom nothing tells who it is: somebody's claim all the same.
    """

    verb: int
    head: int
    name: str
    via: str | None
    sentence: int


def claims_of(page: Page, chain: Coreference) -> Iterator[Claim]:
    """Every claim outside quotations."""
    last: Claim | None = None
    for token in page.doc:
        if page.quoted[token.i]:
            continue
        if token.lower_ == "according":
            head = _according(token)
        elif (
            (token.pos_ in {"VERB", "AUX"} and token.lemma_.lower() in words("speech_verbs") and token.dep_ != "amod")
            or token.lemma_ == "read"
            or token.lower_ == "reads"
        ):
            head = _speaker(page, token)
        else:
            continue
        if head is not None:
            for claim in _claim(page, chain, token, head, last):
                last = claim
                yield claim


def _claim(page: Page, chain: Coreference, verb: Token, head: Token, last: Claim | None) -> Iterator[Claim]:
    source = _author(head)
    if _only_goes_on(verb, source):
        return
    number = page.of_token[verb.i]
    if source.lemma_.lower() in _WRITTEN and last and number - last.sentence <= 1 and _is_bare(source):
        yield Claim(verb.i, source.i, last.name, None, number)
        return
    name = chain.name(source) or ""
    if name or source.lower_ in _RIDDLES:
        if name and _is_somebody(source):
            chain.antecedents.speaking(source, name)
        via = _via(page, chain, verb)
        yield Claim(verb.i, source.i, name, None if via == name else via, number)


def _only_goes_on(verb: Token, head: Token) -> bool:
    """Whether a thing goes on without a word: "as the inquiry continues"."""
    bare = verb.lemma_ in _GOING_ON and not any(child.dep_ == "ccomp" for child in verb.children)
    thing = head.tag_ == "NN" and not _is_somebody(head) and head.lower_ not in words("body_nouns")
    return bare and thing and head.lower_ not in words("document_nouns")


def _is_somebody(head: Token) -> bool:
    """Whether a speaker's word can only mean one person: a role, an unknown name that is no body's."""
    if head.tag_ == "NN":
        return head.lower_ in words("human_nouns") or bool(_AGENT.search(head.lower_))
    return head.tag_ == "NNP" and head.ent_type_ in {"", "PERSON", "DATE"} and not head.text.isupper()


def _is_bare(head: Token) -> bool:
    """A paper of which nothing is told: "a statement", "the letter"."""
    return all(child.dep_ in {"det", "punct"} for child in head.children)


def _according(token: Token) -> Token | None:
    """The noun behind "according to"."""
    for child in token.children:
        if child.lower_ == "to":
            return next((noun for noun in child.children if noun.dep_ == "pobj"), None)
    return None


def _speaker(page: Page, verb: Token) -> Token | None:
    """The one who does the saying."""
    by = _agent(verb)
    if by is not None and verb.tag_ == "VBN":
        return by
    if grammar.is_passive(verb) or (verb.tag_ == "VBN" and verb.dep_ in {"acl", "relcl", "amod"}):
        return _agent(verb)
    if verb.lower_ in {"saying", "telling", "writing", "adding"} and verb.dep_ in {"pcomp", "advcl"}:
        quoted = _reported(verb)
        if quoted is not None:
            return quoted
    found = grammar.subject(verb)
    if found is not None and page.quoted[found.i] and found.i < verb.i:  # run into the quotation before it
        return _behind_quotation(page, verb)
    if found is None and verb.dep_ == "acl":
        found = verb.head
    if found is not None and found.tag_ in {"WDT", "WP"}:
        found = _antecedent(found)
    return found if found is not None else _nearby(page, verb)


def _behind_quotation(page: Page, verb: Token) -> Token | None:
    """The noun between a quotation and a verb: "'All clear' A spokesman for the port said"."""
    first = next((i + 1 for i in range(verb.i - 1, max(-1, verb.i - LONG), -1) if page.quoted[i]), verb.i)
    nouns = (token for token in page.doc[first : verb.i] if token.pos_ in {"NOUN", "PROPN", "PRON"})
    return next((token for token in nouns if token.dep_ != "compound"), None)


def _agent(verb: Token) -> Token | None:
    for child in verb.children:
        if child.dep_ == "agent":
            return next((noun for noun in child.children if noun.dep_ == "pobj"), None)
    return None


def _reported(verb: Token) -> Token | None:
    """In "quoted Wang as saying", Wang: the object of the verb above."""
    for above in grammar.ancestors(verb, 3):
        if above.lemma_ in {"quote", "cite", "report"}:
            return next((child for child in above.children if child.dep_ in {"dobj", "nsubjpass"}), None)
    return None


def _antecedent(pronoun: Token) -> Token | None:
    for above in grammar.ancestors(pronoun, 3):
        if above.dep_ in {"relcl", "acl"}:
            return above.head
    return None


def _nearby(page: Page, verb: Token) -> Token | None:
    """A name or pronoun just before a verb, or just behind an inverted one, where the parse has no subject."""
    doc, sentence = page.doc, page.sentence_of(verb.i)
    for index in range(verb.i - 1, max(sentence.first, verb.i - _ENOUGH) - 1, -1):
        if doc[index].pos_ in {"PROPN", "PRON", "NOUN"} and not page.quoted[index]:
            return doc[index] if verb.i - index <= BESIDE and doc[index].dep_ not in {"pobj", "dobj"} else None
    for index in range(verb.i + 1, min(len(doc), verb.i + _ENOUGH)):
        if doc[index].pos_ in {"PROPN", "NOUN"} and not page.quoted[index]:
            return doc[index]
    return None


def _author(head: Token) -> Token:
    """In "a statement from the family" it is the family who speaks; in "Roe's letter" it is Roe."""
    if head.lemma_.lower() not in _WRITTEN:
        return head
    for child in head.children:
        if child.dep_ == "poss" and child.pos_ != "PRON":
            return child
        if child.dep_ == "prep" and child.lower_ in {"from", "by", "of"}:
            return next((noun for noun in child.children if noun.dep_ == "pobj"), head)
    return head


def _via(page: Page, chain: Coreference, verb: Token) -> str | None:
    """The outlet that was told, or that quoted: "told Reuters", "Xinhua quoted Wang as saying"."""
    for child in verb.children:
        if child.dep_ in {"dobj", "dative", "iobj", "pobj"} and verb.lemma_ in {"tell", "inform"}:
            found = _outlet(page, chain, child)
            if found:
                return found
    for above in grammar.ancestors(verb, 3):
        if above.lemma_ in {"quote", "cite", "report", "say"}:
            carrier = grammar.subject(above)
            return _outlet(page, chain, carrier) if carrier is not None else None
    return None


def _outlet(page: Page, chain: Coreference, head: Token) -> str | None:
    """The outlet's name without its article; what an apposition calls a website or a paper is one, too."""
    first, last = grammar.phrase(head)
    while first < head.i and page.doc[first].dep_ in {"det", "poss", "case", "punct"}:
        first += 1
    left, right = page.span(first, last)
    name = page.text[left:right]
    if head.pos_ == "PROPN" and any(
        child.dep_ == "appos" and child.lemma_.lower() in _MEDIA for child in head.children
    ):
        chain.media.add(name)
        return name
    return name if outlets.kind_of(name) else None
