"""Who does the saying: from a verb, "according" or a noun of speech to the head word of whoever speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.facts.grammar import grammar
from bot.facts.text.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from bot.facts.people.people import People
    from bot.facts.text.page import Page

WRITTEN = frozenset(
    {"statement", "letter", "email", "report", "memo", "post", "message", "tweet", "declaration", "communique"}
)
SIGNS = frozenset("sign poster placard banner notice plaque".split())
_SPOKEN = frozenset(
    "claim call pledge promise warning plea vow demand remark comment assertion accusation allegation description "
    "slogan mantra message admission complaint boast argument suggestion statement declaration threat appeal caption "
    "words tweet post motto pitch prediction verdict".split()
)
_SAYING = frozenset({"saying", "telling", "writing", "adding"})
_NOMINAL = frozenset({"DET", "NOUN", "PROPN", "ADJ", "NUM"})
LONG = 24  # tokens of a speaker's description beside its verb
NEAR = 6  # tokens between a noun of speech and the opening mark, the mark included
BESIDE = 2  # tokens: at most that far a name stands before its verb
_ENOUGH = 6  # tokens: how far left of a verb its subject is looked for when the parse has none


def _according(token: Token) -> Token | None:
    """The noun behind "according to"."""
    for child in token.children:
        if child.lower_ == "to":
            return grammar.noun_behind(child)
    return None


def claimant(page: Page, people: People, verb: Token) -> Token | None:
    """The one who does the saying: the head word of who says, writes or claims what a verb (or "according") brings."""
    if verb.lower_ == "according":
        return _according(verb)
    participle = verb.tag_ == "VBN" and verb.dep_ in {"acl", "relcl", "amod"}
    by = agent(verb)
    if (by is not None and verb.tag_ == "VBN") or grammar.is_passive(verb) or (participle and not is_misread(verb)):
        return by
    quoted = _reported(verb) if verb.dep_ in {"pcomp", "advcl"} and verb.lower_ in _SAYING else None
    return quoted or _subject(page, people, verb)


def _subject(page: Page, people: People, verb: Token) -> Token | None:
    """Who says it in the active voice, by the parse and, where that is at a loss, by what stands beside the verb."""
    found = _bracketed(page, people, verb) or grammar.subject(verb)
    if found is not None and page.quoted[found.i] and found.i < verb.i:  # run into the quotation before it
        return _behind_quotation(page, verb)
    if found is None and verb.dep_ == "acl":
        found = _holder(verb.head) if verb.lower_ == "saying" else verb.head
    if found is not None and found.tag_ in {"WDT", "WP"}:
        found = _antecedent(found)
    return named(found, verb) if found is not None else _nearby(page, verb)


def named(head: Token, verb: Token) -> Token:
    """In "the agency NLA quoted", NLA: the name between a noun and the verb of which it is the subject."""
    between = head.doc[verb.i - 1]
    return between if head.pos_ == "NOUN" and head.i + 2 == verb.i and between.pos_ == "PROPN" else head


def is_misread(verb: Token) -> bool:
    """Whether a participle right behind a name is its verb: "Ada Roe repeated Poe's view"."""
    return verb.dep_ == "amod" and verb.i > 0 and verb.doc[verb.i - 1].pos_ == "PROPN" and verb.head.i > verb.i


def _bracketed(page: Page, people: People, verb: Token) -> Token | None:
    """The name in "Roe, head of the harbour office in Holm, said", where the parse has another subject or none."""
    doc = page.doc
    if verb.i < 1 or doc[verb.i - 1].text != "," or any(child.dep_ == "nsubj" for child in verb.children):
        return None
    for index in range(verb.i - 2, max(page.sentence_of(verb.i).first, verb.i - LONG), -1):
        if page.quoted[index] or doc[index].pos_ in {"VERB", "AUX"}:
            return None
        if doc[index].text == "," and index - 1 in people.by_token:
            return doc[index - 1]
    return None


def _holder(head: Token) -> Token:
    """In "posted a map saying" it is who posted it that speaks; a person, a body or a paper speaks for itself."""
    spoken = head.ent_type_ or head.pos_ == "PROPN" or head.lemma_.lower() in WRITTEN | SIGNS
    if spoken or any(head.lemma_.lower() in words(name) for name in ("human_nouns", "body_nouns", "document_nouns")):
        return head
    holder = grammar.subject(head.head) if head.dep_ == "dobj" else None
    return holder if holder is not None else head


def possessor(page: Page, noun: Token) -> Token | None:
    """Who speaks in 'Roe's claim of a "fixed match"' and 'Roe posted a photo with the caption: "…"'."""
    if noun.pos_ != "NOUN" or noun.lemma_.lower() not in _SPOKEN or not _opens(page, noun):
        return None
    owner = next((child for child in noun.children if child.dep_ == "poss"), None)
    if owner is None and page.token[noun.i + 1].text == ":":
        verb = next((above for above in grammar.ancestors(noun, 5) if above.pos_ == "VERB"), None)
        return grammar.subject(verb) if verb is not None else None
    return owner


def _opens(page: Page, noun: Token) -> bool:
    """Whether a quotation begins close behind a noun, and is what the noun says: "claims of a", "his call: "."""
    for token in page.token[noun.i + 1 : noun.i + NEAR]:
        if page.quoted[token.i]:
            return True
        first = token.i == noun.i + 1 and token.lower_ not in {"of", "that", "about", "for", "to", ":"}
        if (first and not token.is_quote) or token.pos_ in {"VERB", "AUX", "CCONJ"} or token.text in ",;.()":
            return False
    return False


def _behind_quotation(page: Page, verb: Token) -> Token | None:
    """The noun between a quotation and a verb: "'All clear' A spokesman for the port said"."""
    first = next((i + 1 for i in range(verb.i - 1, max(-1, verb.i - LONG), -1) if page.quoted[i]), verb.i)
    nouns = (token for token in page.token[first : verb.i] if token.pos_ in {"NOUN", "PROPN", "PRON"})
    return next((token for token in nouns if token.dep_ != "compound"), None)


def agent(verb: Token) -> Token | None:
    """Who does it behind "by", in the passive."""
    for child in verb.children:
        if child.dep_ == "agent":
            return grammar.noun_behind(child)
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
    doc, first = page.doc, page.sentence_of(verb.i).first
    behind = doc[verb.i + 1].pos_ if verb.i + 1 < len(doc) and verb.lemma_ not in {"tell", "inform"} else ""
    inverted = verb.i > first and doc[verb.i - 1].text in {",", "”", "’", '"', "'"} and behind in _NOMINAL
    for index in range(verb.i - 1, max(first, verb.i - _ENOUGH) - 1, -1):
        if inverted or page.quoted[index]:
            break
        if doc[index].pos_ in {"PROPN", "PRON", "NOUN"}:
            return doc[index] if verb.i - index <= BESIDE and doc[index].dep_ not in {"pobj", "dobj"} else None
    for index in range(verb.i + 1, min(len(doc), verb.i + _ENOUGH) if behind else 0):
        if doc[index].pos_ in {"PROPN", "NOUN"} and not page.quoted[index]:
            return _whole(doc[index])
    return None


def _whole(token: Token) -> Token:
    """The head of the phrase in which a noun stands as a modifier."""
    while token.dep_ in {"compound", "nmod", "amod"} and token.head.i > token.i:
        token = token.head
    return token


def author(head: Token) -> Token:
    """In "a statement from the family" it is the family who speaks; in "Roe's letter" it is Roe."""
    if head.lemma_.lower() not in WRITTEN:
        return head
    for child in head.children:
        if child.dep_ == "poss" and child.pos_ != "PRON":
            return child
        if child.dep_ == "prep" and child.lower_ in {"from", "by", "of"}:
            return grammar.noun_behind(child) or head
    return head
