"""How a sentence begins, and whether it can stand alone: a reader of a digest has not read what comes before it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.facts.grammar import grammar
from bot.facts.text.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from bot.facts.text.page import Page, Sentence

_DANGLING = re.compile(
    r"(?:he|she|it|they|we|i|you|his|her|its|their|this|that|these|those|such|there|here|but|and|or|so|yet|however|"
    r"also|then|meanwhile|instead|both|another|others?|moreover|nevertheless|still|now|later|earlier|"
    r"in addition|for example|for instance|as a result|elsewhere|if|because|why|how|what|who|when asked|in fact|"
    r"right now|of course|indeed|besides|furthermore|therefore|thus|hence|similarly|likewise|otherwise|after all|"
    r"on the other hand|the (?:former|latter|same|two|pair|move|decision|comments?|remarks?|couple|others?|duo)|"
    r"nor|neither|even|like|as (?:if|though|such|for)|at (?:first|the same time)|by (?:then|now)|"
    r"(?:since|until|back|from) then|for now|to that end|either way|eventually|"
    r"(?:in|on) (?:each|both|either|any) (?:case|occasion)s?|"
    r"for (?:his|her|its|their) part|(?:the )?(?:next|following) (?:day|morning|evening|night|week|month|year)|"
    r"(?:\w+ ){0,3}(?:moments?|minutes?|hours?|days?|weeks?|months?|years?|decades?) (?:later|earlier|afterwards?))\b|"
    r"(?:well|first|second|third|finally|lastly|overall|again|yes|no|sure|in (?:response|return|turn|contrast)|"
    r"by (?:contrast|comparison)|\w+ (?:days?|weeks?|months?|years?) before),",
    re.IGNORECASE,
)
_POINTING = frozenset({"that", "this", "those", "these"})
_FEW = frozenset({"one", "some", "many", "several", "most", "all", "none", "few", "various", "each"})
_COUNTING = frozenset({"nummod", "det", "quantmod", "advmod", "amod", "predet", "npadvmod"})
_HE, _SHE = frozenset({"he", "his", "him"}), frozenset({"she", "her"})
_MANY = frozenset({"they", "their", "them"})
_EMPTY = frozenset({"be", "seem", "appear", "turn", "take", "happen"})  # "it turns out": it means nothing
_MOMENTS = frozenset({"DATE", "TIME"})
OPENING = 6  # tokens in which "that company" leaves a reader asking which
TWO = 2  # people: "they", and "she" beside "he", mean at least as many
START = 8  # tokens in which a pronoun is at the start


def dangles(page: Page, sentence: Sentence) -> bool:
    """Whether it begins with a word that points back: "He", "But", "The former"."""
    if _DANGLING.match(page.text, sentence.left, sentence.right):
        return True
    opening = page.doc[sentence.first : min(sentence.last, sentence.first + OPENING)]
    if opening[0].lower_ in _FEW and opening[0].dep_ not in _COUNTING and opening[1:2].text != "of":
        return True
    pointing = any(_points(token) and not page.quoted[token.i] for token in opening)
    lost = riddle_at(page, sentence)
    return pointing or (lost is not None and lost < sentence.first + START)


def _points(token: Token) -> bool:
    """In "that company", "such plans" and "a similar plan" something told before is meant; "such as" begins a list."""
    following = token.nbor(1).lower_ if token.i + 1 < len(token.doc) else ""
    if token.lower_ in _POINTING:
        return token.dep_ == "det"
    if token.lower_ == "such":
        return token.dep_ in {"amod", "det", "predet"} and following not in {"as", "a", "an"}
    return token.lower_ == "similar" and token.dep_ == "amod"


def riddle_at(page: Page, sentence: Sentence) -> int | None:
    """The first pronoun that stands before anybody whom it could mean: "In a new study, they show …"; its index."""
    people = several = things = 0
    seen: frozenset[str] | None = None
    for token in page.doc[sentence.first : sentence.last]:
        word = token.lower_
        if page.quoted[token.i] or _is_cataphoric(token):
            continue
        if word in _HE or word in _SHE:
            other = seen is not None and word not in seen
            if people < (TWO if other else 1):
                return token.i
            seen = seen or (_HE if word in _HE else _SHE)
        elif (word in _MANY and not several and people < TWO) or (_means(token) and not things):
            return token.i
        person = (token.ent_type_ == "PERSON" and token.ent_iob_ == "B") or _is_person(token)
        people += person
        many = token.tag_ in {"NNS", "NNPS"} or token.ent_type_ in {"ORG", "NORP"}
        several += (many and token.ent_type_ != "GPE") or token.lemma_.lower() in words("group_nouns")
        things += _is_thing(token)
    return None


def _is_cataphoric(token: Token) -> bool:
    """In "In his speech, Roe said …" the pronoun means the subject that follows."""
    if token.tag_ != "PRP$":
        return False
    verb = next((above for above in grammar.ancestors(token) if above.pos_ in {"VERB", "AUX"}), None)
    subject = grammar.subject(verb) if verb is not None else None
    return subject is not None and subject.i > token.head.i and subject.pos_ != "PRON"


def _is_person(token: Token) -> bool:
    """A role, or whoever says something."""
    says = token.dep_ == "nsubj" and token.head.lemma_.lower() in words("speech_verbs")
    return token.pos_ == "NOUN" and (says or token.lemma_ in words("human_nouns"))


def _means(token: Token) -> bool:
    """Whether it is an "it" that means a thing."""
    return token.lower_ == "it" and token.dep_ == "nsubj" and token.head.lemma_ not in _EMPTY


def _is_thing(token: Token) -> bool:
    """What "it" may mean: a name or a noun, but no moment."""
    return (
        token.pos_ in {"NOUN", "PROPN"} and token.ent_type_ not in _MOMENTS and token.lemma_ not in words("human_nouns")
    )


def is_riddle(page: Page, sentence: Sentence, known: frozenset[str]) -> bool:
    """Whether its subject is a bare "the thing" of which neither headline nor lede (``known`` lemmas) speaks."""
    doc = page.doc
    if doc[sentence.first].lower_ != "the":
        return False
    index = sentence.first + 1
    while index < sentence.last - 1 and doc[index].tag_ == "NN" and doc[index + 1].tag_ == "NN":
        index += 1
    if index + 1 >= sentence.last or doc[index].tag_ != "NN":
        return False
    return doc[index + 1].pos_ in {"VERB", "AUX", "PUNCT", "ADV"} and doc[index].lemma_.lower() not in known
