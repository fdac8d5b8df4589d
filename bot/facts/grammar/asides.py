"""What is told by the way: conditions, fears, promises of things, and what is over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.facts.grammar import grammar
from bot.facts.text.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_WAS = frozenset({"was", "were", "had", "been"})
_IF = frozenset({"if", "unless", "whether"})
_DOUBT = frozenset({"would", "could", "should", "might", "may"})
_ABLE = frozenset({"can", "ca"})
_NEWS = frozenset("plan decision announcement news agreement statement order deal law promise pledge sign".split())
_FEARS = frozenset("worry fear doubt wonder".split())


def is_aside(token: Token) -> bool:
    """Whether it is told by the way of something else that is over, or of what things can do.

    A plan beside a noun under a past verb is over ("cancelled an increase planned for May"); what will be under "can"
    or under a participle ("knowing that it will pay") is a promise.
    """
    chain = _above(token, 6)
    verbs = [above for above in chain if above.pos_ in {"VERB", "AUX"}]
    planned = (
        token.tag_ in {"VBN", "JJ"}
        and token.dep_ in {"acl", "amod", "relcl"}
        and "to" not in grammar.auxiliaries(token)
    )
    if planned and verbs and verbs[0].tag_ == "VBD":
        return verbs[0].lemma_.lower() not in words("report_verbs") and verbs[0].lower_ not in _WAS
    if any(_is_feared(above) for above in (token, *chain)):
        return True
    return any(grammar.auxiliaries(verb) & _ABLE or _is_participle(verb) for verb in verbs)


def _above(token: Token, limit: int) -> list[Token]:
    """The words above one, up to a clause that goes on by itself: "he may come next month, when Norland is to vote"."""
    found: list[Token] = []
    for above in (token, *grammar.ancestors(token, limit)):
        found.append(above)
        opening = above.doc[above.left_edge.i]
        if above.dep_ in {"advcl", "relcl"} and opening.lower_ == "when" and opening.i and opening.nbor(-1).text == ",":
            break
    return found[1:]


def _is_feared(token: Token) -> bool:
    """The content of a noun ("fear that he will …"), or the time of something past ("a year before it is due")."""
    marks = {child.lower_ for child in token.children if child.dep_ == "mark"}
    if token.dep_ == "acl" and "that" in marks:
        return token.head.lemma_.lower() not in _NEWS
    above = token.head
    if token.dep_ == "ccomp" and above.lemma_.lower() in _FEARS:
        return True
    past = above.tag_ in {"VBD", "VBN"} and above.lemma_.lower() not in words("report_verbs")
    return token.dep_ == "advcl" and bool(marks & {"before", "after", "until"}) and past


def _is_participle(verb: Token) -> bool:
    """In "knowing that …", "knowing"; "saying that …" reports."""
    hangs = verb.tag_ == "VBG" and verb.dep_ in {"advcl", "pcomp", "acl"}
    return hangs and verb.lemma_.lower() not in words("report_verbs")


def is_conditional(token: Token) -> bool:
    """Whether a verb, or one above it, stands under "if" or with one, or one above it under "would"."""
    chain = [above for above in (token, *_above(token, 4)) if above.pos_ in {"VERB", "AUX"}]
    clauses = [*chain, *(child for verb in chain for child in verb.children if child.dep_ == "advcl")]
    if any(grammar.auxiliaries(verb) & (_DOUBT if verb.i != token.i else frozenset[str]()) for verb in chain):
        return True
    return any(child.dep_ == "mark" and child.lower_ in _IF for clause in clauses for child in clause.children)
