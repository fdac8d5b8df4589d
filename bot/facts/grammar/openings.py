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
    r"(?:he|she|it|they|we|i|you|his|her|its|their|this(?! (?:week|weekend|month|year|season|spring|summer|autumn|fall|"
    r"winter)\b)|that|these|those|such|there|here|but|and|or|so|yet|however|"
    r"also|then|meanwhile|instead|both|another|others?|moreover|nevertheless|still|now|later|earlier|"
    r"in addition|for example|for instance|as a result|elsewhere|if|because|why|how|what|who|when asked|in fact|"
    r"right now|of course|indeed|besides|furthermore|therefore|thus|hence|similarly|likewise|otherwise|after all|"
    r"on the other hand|the (?:former|latter|same|two|pair|move|decision|comments?|remarks?|couple|others?|duo)|"
    r"nor|neither|even|like|as (?:if|though|such|for)|at (?:first|the same time)|by (?:then|now)|"
    r"(?:since|until|back|from) then|for now|to that end|either way|eventually|"
    r"(?:in|on) (?:each|both|either|any) (?:case|occasion)s?|"
    r"for (?:his|her|its|their) part|(?:the )?(?:next|following) (?:day|morning|evening|night|week|month|year)|"
    r"(?:\w+ ){0,3}(?:time|moment|minute|hour|day|week|month|year|decade)s? (?:later|earlier|afterwards?))\b|"
    r"(?:well|first|second|third|finally|lastly|overall|again|yes|no|sure|in (?:response|return|turn|contrast)|"
    r"by (?:contrast|comparison)|\w+ (?:days?|weeks?|months?|years?) before),",
    re.IGNORECASE,
)
# What joins a sentence to the one before it and can go: "But the council voted …" says all without it.
_JOINING = re.compile(
    r"(?:(?:and|but|yet)\b|(?:however|still|meanwhile|moreover|further(?:more)?|nevertheless|in addition),) (?=\w)",
    re.IGNORECASE,
)
_POINTING = frozenset({"that", "this", "those", "these"})
_POINTERS = _POINTING | {"such", "similar"}
_PRONOUN = re.compile(r"\b(?:he|his|him|she|her|they|their|them|it)\b", re.IGNORECASE)
_FEW = frozenset({"one", "some", "many", "several", "most", "all", "none", "few", "various", "each"})
_COUNTING = frozenset({"nummod", "det", "quantmod", "advmod", "amod", "predet", "npadvmod"})
_HE, _SHE = frozenset({"he", "his", "him"}), frozenset({"she", "her"})
_MANY = frozenset({"they", "their", "them"})
_EMPTY = frozenset({"be", "seem", "appear", "turn", "take", "happen"})  # "it turns out": it means nothing
_NOUNS = frozenset({"NN", "NNS"})
_AFTER = frozenset({"VERB", "AUX", "PUNCT", "ADV", "CCONJ"})
# Of these there is one, whatever the story.
_PLAIN = frozenset("government president police army military parliament public economy country world weather".split())
_MOMENTS = frozenset({"DATE", "TIME"})
OPENING = 6  # tokens in which "that company" leaves a reader asking which
TWO = 2  # people: "they", and "she" beside "he", mean at least as many
START = 10  # tokens in which a pronoun is at the start


def joined(page: Page, sentence: Sentence) -> bool:
    """Whether it begins with "But", "However," and the like."""
    return _JOINING.match(page.text, sentence.left, sentence.right) is not None


def dangles(page: Page, sentence: Sentence, known: frozenset[str] | None = None) -> bool:
    """Whether a word points back out of it: "He", "The former", "that plan".

    With ``known``, the lemmas of headline and lede, "that plan" is none of a known plan, nor is a "But" before all.
    """
    joint = _JOINING.match(page.text, sentence.left, sentence.right) if known is not None else None
    left = joint.end() if joint else sentence.left
    if _DANGLING.match(page.text, left, sentence.right):
        return True
    first = next((i for i in range(sentence.first, sentence.last) if page.token[i].idx >= left), sentence.first)
    opening = page.doc[first : min(sentence.last, first + OPENING)]
    if opening[0].lower_ in _FEW and opening[0].dep_ not in _COUNTING and opening[1:2].text != "of":
        return True
    sight = opening if known is None else page.token[first : sentence.last]
    if any(_points(token, first, known or frozenset()) and not page.quoted[token.i] for token in sight):
        return True
    lost = riddle_at(page, sentence)
    return lost is not None and lost < sentence.first + START


def _points(token: Token, first: int, known: frozenset[str]) -> bool:
    """In "that company", "such plans" and "a similar plan" something told before is meant; "such as" begins a list.

    What is known, or told ``first`` in the sentence, can be pointed at.
    """
    if token.lower_ not in _POINTERS or token.ent_type_ in _MOMENTS:
        return False
    following = token.nbor(1).lower_ if token.i + 1 < len(token.doc) else ""
    lemma = token.head.lemma_.lower()
    near = token.lower_ not in {"that", "those"} and token.i + 1 == token.head.i
    if near and (lemma in known or any(each.lemma_.lower() == lemma for each in token.doc[first : token.i])):
        return False
    if token.lower_ in _POINTING:
        return token.dep_ == "det" and token.i < token.head.i and following != "there"
    if token.lower_ == "such":
        return token.dep_ in {"amod", "det", "predet"} and following not in {"as", "a", "an"}
    return token.lower_ == "similar" and token.dep_ == "amod"


def riddle_at(page: Page, sentence: Sentence) -> int | None:
    """The first pronoun that stands before anybody whom it could mean: "In a new study, they show …"; its index."""
    if sentence.number not in page.riddles:
        spoken = _PRONOUN.search(page.text, sentence.left, sentence.right)
        page.riddles[sentence.number] = _riddle(page, sentence) if spoken else None
    return page.riddles[sentence.number]


def _riddle(page: Page, sentence: Sentence) -> int | None:
    people = several = things = 0
    seen: frozenset[str] | None = None
    for token in page.token[sentence.first : sentence.last]:
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
    while index < sentence.last - 1 and doc[index].tag_ == "NN" and doc[index + 1].tag_ in _NOUNS:
        index += 1
    if index + 1 >= sentence.last or doc[index].tag_ not in _NOUNS:
        return False
    lemma = doc[index].lemma_.lower()
    return doc[index + 1].pos_ in _AFTER and lemma not in known and lemma not in _PLAIN
