"""What happens, clause by clause: the verb of a title or a sentence, who does it, and the predicate that tells it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.facts.grammar import grammar, headline
from bot.facts.grammar.predicate import bounds
from bot.facts.text.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from bot.facts.text.page import Page, Sentence

_SHOWING = frozenset({"show", "capture", "reveal", "depict", "find", "suggest", "say"})


@dataclass(frozen=True, slots=True)
class Event:
    """Token indexes: the verb, the subject's head or None, the predicate from ``first`` to before ``last``."""

    sentence: Sentence
    verb: int
    subject: int | None
    first: int
    last: int
    passive: bool


def title_event(page: Page) -> Event | None:
    """The event that the headline tells, or None for a headline without a verb."""
    title = page.title
    if title is None:
        return None
    first, last = headline.segment(page, title)
    verb = headline.verb_of(page, first, last)
    if verb is not None and _shows(page, verb):
        first, verb = verb + 1, headline.verb_of(page, verb + 1, last, shown=True)
    if verb is None:
        return None
    token = page.token[verb]
    begin, end = bounds(page, token, last)
    bare = token.tag_ in {"VBN", "VBD"} and not any(child.dep_ in _COMPLETING for child in token.children)
    return Event(title, verb, headline.subject_of(page.doc, verb, first), begin, end, bare or grammar.is_passive(token))


# What makes a participle an active verb: an object or an auxiliary.
_COMPLETING = frozenset({"dobj", "attr", "acomp", "aux", "ccomp"})


def _shows(page: Page, verb: int) -> bool:
    """In "Footage shows …" it is the footage's content that happens."""
    shown = page.token[verb].lemma_.lower() in _SHOWING
    return shown and page.token[verb - 1].lemma_.lower() in words("showing_nouns")


def clause_events(page: Page, sentence: Sentence) -> Iterator[Event]:
    """The events of a sentence: its main verb first, then the one that a reporting verb reports."""
    doc = page.doc
    roots = [doc[i] for i in range(sentence.first, sentence.last) if doc[i].dep_ == "ROOT"]
    for root in roots:
        for verb in _told(root):
            if verb.pos_ not in {"VERB", "AUX"} or page.quoted[verb.i]:
                continue
            subject = grammar.subject(verb)
            begin, end = bounds(page, verb, sentence.last)
            yield Event(
                sentence, verb.i, subject.i if subject is not None else None, begin, end, grammar.is_passive(verb)
            )


def _told(root: Token) -> Iterator[Token]:
    """The content of a reporting verb before the verb itself."""
    reports = root.lemma_.lower() in words("report_verbs")
    told = [child for child in root.children if child.dep_ in {"ccomp", "parataxis"}] if reports else []
    yield from told
    if not told:
        yield root
