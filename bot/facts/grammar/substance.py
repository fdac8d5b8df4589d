"""What a sentence tells a reader who has no time: something that happened, an amount, a decision; or nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.facts.grammar import grammar
from bot.facts.text.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from bot.facts.text.page import Page, Sentence

EVENT, AMOUNT, STATED = 0.3, 0.2, 0.15  # what something that happened is worth, a figure, what somebody named says
DEFINED, SCENE, BARE = 0.5, 0.5, 0.3  # what a sentence loses that defines, paints, or brings nothing of all that
CHAIN = 12  # verbs of a main clause
FIGURES = frozenset({"MONEY", "PERCENT", "QUANTITY", "CARDINAL"})
_PAST = frozenset({"has", "have", "had", "was", "were", "been", "'ve", "’ve"})
_AHEAD = frozenset({"will", "wo", "'ll", "’ll", "to"})
_CLAUSES = frozenset({"ccomp", "conj", "xcomp", "parataxis"})
_DEFINING = frozenset({"refer", "mean", "consist", "offer", "feature"})
_KNOWN = frozenset({"know", "consider", "call", "regard"})
_FINITE = frozenset({"VBZ", "VBP", "VBD"})
_PRESENT = frozenset({"VBZ", "VBP"})
_AMOUNT = re.compile(r"(?!(?:1[89]|20)\d\d$)\d|hundreds?$|thousands?$|dozens?$|[mb]illions?$|thirds?$|hal(?:f|ves)$")
_PAPERS = frozenset({"report", "study"})
# Where somebody stands, in whatever tense: "the company denies any link".
_STANDING = frozenset(
    "accuse admit acknowledge apologise apologize blame concede condemn demand deny dispute insist oppose refute "
    "reject refuse urge vow warn".split()
)


def substance(page: Page, sentence: Sentence, known: frozenset[str]) -> float:
    """What it is worth as a fact, about -1 to 0.5; an amount of which headline and lede (``known``) tell is not new."""
    root = page.doc[sentence.first : sentence.last].root
    verbs = tuple(_main(page, root))
    happened = any(_is_event(verb) for verb in verbs)
    tokens = page.token[sentence.first : sentence.last]
    amount = any(_is_amount(page, token) and token.lemma_ not in known for token in tokens)
    worth = (EVENT if happened else 0.0) + (AMOUNT if amount else 0.0)
    if not happened and any(_states(verb, known) for verb in verbs):
        worth += STATED
    elif not happened and not amount:
        worth -= BARE
        worth -= DEFINED if _defines(root) else 0.0
    return worth - (SCENE if _paints(verbs) else 0.0)


def _main(page: Page, root: Token) -> Iterator[Token]:
    """The verbs of the main clause: the main verb, those joined to it, and what a verb of saying says."""
    waiting = [root]
    for _ in range(CHAIN):
        if not waiting:
            return
        verb = waiting.pop(0)
        if not page.quoted[verb.i]:
            yield verb
        waiting += [child for child in verb.children if child.dep_ in _CLAUSES and child.pos_ in {"VERB", "AUX"}]


def _is_event(verb: Token) -> bool:
    """Whether it is told as having happened, going on, decided or coming: what is usual is no event."""
    lemma = verb.lemma_.lower()
    if lemma in _STANDING and verb.tag_ in _FINITE:
        return True
    if lemma not in words("event_verbs"):
        return False
    if verb.tag_ == "VBD" or verb.dep_ == "xcomp":
        return True
    helped = grammar.auxiliaries(verb)
    return bool(helped & _PAST) or (bool(helped & _AHEAD) if verb.tag_ == "VB" else verb.tag_ == "VBG" and bool(helped))


def _states(verb: Token, known: frozenset[str]) -> bool:
    """Whether a body, a study, or somebody of whom headline or lede speak, says it."""
    subject = grammar.subject(verb) if verb.lemma_.lower() in words("report_verbs") else None
    if subject is None or subject.pos_ == "PRON":
        return False
    lemma = subject.lemma_.lower()
    return subject.ent_type_ in {"ORG", "GPE"} or lemma in known or lemma in words("group_nouns") or lemma in _PAPERS


def _is_amount(page: Page, token: Token) -> bool:
    """A figure that is not told within a quotation, and is nobody's age behind a name."""
    if token.ent_type_ not in FIGURES or page.quoted[token.i] or not _AMOUNT.match(token.lower_):
        return False
    return not (token.dep_ == "appos" or (token.i > 0 and token.nbor(-1).text == "," and token.ent_iob_ == "B"))


def _defines(root: Token) -> bool:
    """Whether it says what something is, in the present: "Acme is a maker of clocks", "the term refers to …"."""
    if root.lemma_ == "be" and root.tag_ in _PRESENT:
        return any(child.dep_ in {"attr", "acomp"} for child in root.children)
    known = root.lemma_ in _KNOWN and any(child.tag_ in _PRESENT for child in root.children if child.dep_ == "auxpass")
    return known or (root.lemma_ in _DEFINING and root.tag_ in _PRESENT)


def _paints(verbs: tuple[Token, ...]) -> bool:
    """Whether all that its main clause tells is what somebody is seen doing or feels."""
    telling = [verb for verb in verbs if verb.lemma_.lower() not in words("report_verbs")]
    return bool(telling) and telling[0].lemma_.lower() in words("scene_verbs")
