"""How a sentence begins, and whether it can stand alone: a reader of a digest has not read what comes before it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.facts.lexicon import words

if TYPE_CHECKING:
    from bot.facts.page import Page, Sentence

_DANGLING = re.compile(
    r"(?:he|she|it|they|we|i|you|his|her|its|their|this|that|these|those|such|there|here|but|and|or|so|yet|however|"
    r"also|then|meanwhile|instead|both|another|others?|one|some|moreover|nevertheless|still|now|later|earlier|"
    r"in addition|for example|for instance|as a result|elsewhere|if|because|why|how|what|who|when asked|in fact|"
    r"right now|of course|indeed|besides|furthermore|therefore|thus|hence|similarly|likewise|otherwise|after all|"
    r"on the other hand|the (?:former|latter|same|two|pair|move|decision|comments?|remarks?|couple|others?|duo))\b",
    re.IGNORECASE,
)
_POINTING = frozenset({"that", "this", "those", "these"})
_ONE = frozenset({"he", "she", "his", "her", "him"})
_MANY = frozenset({"they", "their", "them"})
OPENING = 6  # tokens in which "that company" leaves a reader asking which


def dangles(page: Page, sentence: Sentence) -> bool:
    """Whether it begins with a word that points back: "He", "But", "The former"."""
    if _DANGLING.match(page.text, sentence.left, sentence.right):
        return True
    opening = page.doc[sentence.first : min(sentence.last, sentence.first + OPENING)]
    return any(token.lower_ in _POINTING and token.dep_ == "det" and not page.quoted[token.i] for token in opening)


def lacks_antecedent(page: Page, sentence: Sentence) -> bool:
    """Whether its first pronoun stands before anybody whom it could mean: "In a new study, they show …"."""
    person = several = False
    for token in page.doc[sentence.first : sentence.last]:
        if page.quoted[token.i]:
            continue
        if token.lower_ in _ONE:
            return not person
        if token.lower_ in _MANY:
            return not several
        person = (
            person or token.ent_type_ == "PERSON" or (token.pos_ == "NOUN" and token.lemma_ in words("human_nouns"))
        )
        several = several or person or token.tag_ in {"NNS", "NNPS"} or token.ent_type_ in {"ORG", "GPE", "NORP"}
    return False


def is_riddle(page: Page, sentence: Sentence, known: frozenset[str]) -> bool:
    """Whether its subject is a bare "the thing" of which neither headline nor lede (``known`` lemmas) speaks."""
    first = sentence.first
    doc = page.doc
    if first + 2 >= sentence.last or doc[first].lower_ != "the":
        return False
    noun = doc[first + 1]
    bare = noun.pos_ == "NOUN" and noun.tag_ == "NN" and doc[first + 2].pos_ in {"VERB", "AUX", "PUNCT", "ADV"}
    return bare and noun.lemma_.lower() not in known
