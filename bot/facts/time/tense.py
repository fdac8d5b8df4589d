"""Whether a clause speaks of what is to come: by its auxiliaries, by what governs it, or by what is arranged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.facts.grammar import grammar

if TYPE_CHECKING:
    from spacy.tokens import Token

_POSSIBLE = frozenset({"may", "might"})
# What stands in the present for what is arranged: "the trial begins on Monday", "she takes office in May".
ARRANGEABLE = frozenset(
    "begin start open end close expire resume return run premiere conclude finish arrive launch debut meet face visit "
    "hold host kick vote travel expire retire enter convene reopen".split()
)
_TAKEN = {
    "take": frozenset("effect office place over part power charge".split()),
    "go": frozenset("sale trial poll court air display into".split()),
    "come": frozenset("into out force effect".split()),
    "report": frozenset("earning result profit figure sale".split()),
    "step": frozenset({"down"}),
    "leave": frozenset({"office", "post"}),
}
NEAR = 5  # tokens from such a verb to the word that tells what is meant
_PLANS = frozenset("expect plan schedule set due hope intend aim prepare want be go".split())


def looks_ahead(head: Token) -> bool:
    """Whether the clause around a word speaks of the future: will, is to, is due to, plans to."""
    verb = next((t for t in (head, *grammar.ancestors(head, 6)) if t.pos_ in {"VERB", "AUX"}), None)
    for _ in range(3):
        if verb is None:
            return False
        helpers = grammar.auxiliaries(verb)
        if _is_future(verb, helpers):
            return True
        if verb.tag_ == "VBD" or helpers & {"had", "have", "has"}:
            return False
        verb = (
            verb.head
            if verb.dep_ in {"xcomp", "ccomp", "pcomp", "advcl"} and verb.head.pos_ in {"VERB", "AUX"}
            else _above(verb)
        )
    return False


def _is_future(verb: Token, helpers: set[str]) -> bool:
    """Whether a verb itself does, or the plan of which it is the content."""
    if helpers & grammar.FUTURE or (helpers & _POSSIBLE and "have" not in helpers):
        return True
    planned = verb.tag_ == "VB" and "to" in helpers and verb.dep_ in {"xcomp", "advcl", "acl", "relcl"}
    return is_arranged(verb) or (planned and verb.head.lemma_.lower() in _PLANS)


def is_arranged(verb: Token) -> bool:
    """Whether a verb in the present tells what is arranged: "opens", "goes on sale", "reports earnings"."""
    if verb.tag_ not in {"VBZ", "VBP"}:
        return False
    taken = _TAKEN.get(verb.lemma_.lower())
    if taken is None:
        return verb.lemma_.lower() in ARRANGEABLE
    behind = verb.doc[verb.i + 1 : min(len(verb.doc), verb.i + NEAR)]
    return any(token.lemma_.lower() in taken for token in behind)


def _above(verb: Token) -> Token | None:
    """The verb over a present tense that goes on with the future: "will tour together on a trek that ends in May"."""
    if verb.tag_ not in {"VBZ", "VBP"} or verb.dep_ not in {"relcl", "conj"}:
        return None
    return next((above for above in grammar.ancestors(verb, 4) if above.pos_ in {"VERB", "AUX"}), None)
