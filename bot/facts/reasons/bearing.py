"""Whether a reason bears on the story: whether the clause that it gives the reason of tells the story's event.

An article gives reasons for many things. Only that of its event answers "why": the clause above the reason shares its
verb, or a noun that acts or is acted upon, with the headline or with the lede's main clause, or speaks of "the move".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.facts.grammar import grammar
from bot.facts.grammar.relevance import WEAK
from bot.facts.text.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Span, Token

    from bot.facts.grammar.relevance import Relevance
    from bot.facts.text.page import Page

UPPER = 4  # sentences at the top
STEM = 5  # letters: "explosion" is of "explode", "resignation" of "resign"
_EVENTS = frozenset("move decision step measure attack incident accident deal ruling plan".split())
_PRONOUNS = frozenset({"it", "this", "that", "they", "which"})
_GROUNDS = frozenset({"reason", "cause", "motive"})  # "the reason for the move": the move counts
_PLACES = frozenset("town city village country nation state place".split())
_NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP", "DATE", "TIME"})
_PARTIES = frozenset({"nsubjpass", "dobj", "attr", "acomp", "oprd", "csubj"})
_MAIN = frozenset({"ccomp", "conj", "parataxis", "xcomp"})
_CLAUSES = _MAIN | {"ROOT", "advcl"}
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Bearing:
    """The stems by which a page's headline and lede tell its event; the lede's number."""

    page: Page
    stems: frozenset[str]
    lede: int | None

    @classmethod
    def of(cls, page: Page, relevance: Relevance) -> Bearing:
        """What the headline says, and the main clause of the lede."""
        told: set[str] = set()
        if page.title:
            told |= stems(page.doc[page.title.first : page.title.last])
        lede = relevance.lede
        if lede and (not told or told & stems(page.doc[lede.first : lede.last])):
            roots = (token for token in page.token[lede.first : lede.last] if token.dep_ == "ROOT")
            verbs = (verb for root in roots for verb in (root, *root.children) if verb is root or verb.dep_ in _MAIN)
            told |= {stem for verb in verbs for stem in _told(verb)}
        return cls(page, frozenset(told), lede.number if lede else None)

    def on_event(self, first: int, last: int, *, motive: bool = False) -> bool:
        """Whether the reason ``doc[first:last]`` hangs on a clause that tells the event.

        A ``motive`` ("in retaliation for") near the top is that of the event whatever it is called there, and farther
        down also that of something called "it", or an attack, or the like.
        """
        governor = governing(self.page.doc, first, last)
        if governor is None:
            return self.page.sentence_of(first).title
        number = self.page.of_token[governor.i]
        if self._is_aside(governor) or (number != self.lede and _has_a_year(governor)):
            return False
        if (number == self.lede and _is_main(governor)) or (motive and number <= UPPER):
            return True
        events = words("event_nouns") | _EVENTS if motive else _EVENTS
        subjects = [child for child in governor.children if child.dep_ in grammar.SUBJECTS]
        subjects += [token for child in subjects if child.lemma_ in _GROUNDS for token in child.subtree]
        if any(child.lemma_.lower() in events or (motive and child.lower_ in _PRONOUNS) for child in subjects):
            return True
        return bool(self.stems.intersection(_told(governor)))

    def shares(self, first: int, last: int) -> bool:
        """Whether the clause above a reason has words of the event, and does not only describe a thing."""
        governor = governing(self.page.doc, first, last)
        if governor is None or governor.dep_ == "acl" or self._is_aside(governor):
            return False
        return bool(self.stems.intersection(_told(governor)))

    def is_main(self, first: int, last: int) -> bool:
        """Whether a reason hangs on the very verb of title or lede, or on the one that its reporting verb reports."""
        governor = governing(self.page.doc, first, last)
        while governor is not None and governor.dep_ in _MAIN and governor.head.i != governor.i:
            if governor.dep_ == "conj" and not any(child.dep_ == "cc" for child in governor.head.children):
                return False
            governor = governor.head
        return governor is None or (governor.dep_ == "ROOT" and self.page.of_token[governor.i] == self.lede)

    def judges(self) -> bool:
        """Whether the headline itself praises, punishes or blames."""
        title = self.page.title
        tokens = self.page.token[title.first : title.last] if title else ()
        return any(token.lemma_.lower() in words("judging_words") | {"blame"} for token in tokens)

    def is_event(self, first: int, last: int) -> bool:
        """Whether "after …" tells the event itself, and what it hangs on only the outcome: "two die after …"."""
        governor = governing(self.page.doc, first, last)
        above = set(_told(governor)) if governor is not None else set()
        return len(self.stems & stems(self.page.doc[first:last])) > len(self.stems & above)

    def _is_aside(self, governor: Token) -> bool:
        """Whether the clause only describes a thing: "the bar, which is famous because …", "a move it blames on …"."""
        for token in (governor, *grammar.ancestors(governor)):
            if token.dep_ == "relcl":
                return token.head.lemma_.lower() not in words("event_nouns") | _EVENTS
            if token.dep_ not in _CLAUSES:
                return False
        return False


def _has_a_year(governor: Token) -> bool:
    """Whether a clause tells of a year of its own, "which was dropped in 2015"."""
    doc, own = governor.doc, (child for child in governor.children if child.dep_ in {"prep", "npadvmod"})
    return any(
        _YEAR.fullmatch(token.text) for child in own for token in doc[child.left_edge.i : child.right_edge.i + 1]
    )


def _is_main(verb: Token) -> bool:
    """Whether a verb is a sentence's main one, joined to it, or reported by it; a participle often gets its phrases."""
    while verb.dep_ in _MAIN | {"acl"} and verb.head.i != verb.i:
        verb = verb.head
    return verb.dep_ == "ROOT"


def governing(doc: Doc, first: int, last: int) -> Token | None:
    """The verb, or the noun, that a reason hangs on; None for the whole of a headline without a verb."""
    top = doc[first]
    while first <= top.head.i < last and top.head.i != top.i:
        top = top.head
    for token in grammar.ancestors(top):
        if token.pos_ in {"VERB", "AUX"} and token.lower_ != "citing":
            return token
    return None


def _told(verb: Token) -> Iterator[str]:
    """Stems of a verb, of what it is about, and of the noun that it modifies; names and people say too little."""
    chain = [verb, *(token for token in (verb.head,) if verb.dep_ in {"xcomp", "acl", "pcomp"})]
    for token in chain:
        if _is_content(token):
            yield _stem(token)
        for child in token.children:
            if child.dep_ in _PARTIES:
                nouns = (child, *(own for own in child.children if own.dep_ in {"compound", "amod", "conj"}))
                yield from (_stem(noun) for noun in nouns if _is_content(noun))


def _is_content(token: Token) -> bool:
    """A word that tells an event: no name, no person, none that stands everywhere."""
    lemma = token.lemma_.lower()
    kind = token.pos_ in {"NOUN", "VERB", "ADJ"} and token.ent_type_ not in _NAMES
    agent = lemma in words("human_nouns") or lemma in words("body_nouns") or lemma in _PLACES
    return kind and lemma not in WEAK and not agent


def stems(tokens: Span) -> set[str]:
    """The stems of all words that tell an event."""
    return {_stem(token) for token in tokens if _is_content(token)}


def _stem(token: Token) -> str:
    return token.lemma_.lower()[:STEM]
