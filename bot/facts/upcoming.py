"""Upcoming: sentences that announce what is still to come, with its date where it can be resolved."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.facts import dates, grammar
from bot.facts.when import expressions, looks_ahead
from bot.model import Fact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from bot.facts.attribution import Attribution
    from bot.facts.page import Page, Sentence

_HINT = re.compile(
    r"\b(?:will|won['’]t|shall|expect(?:s|ed)?|due|set to|scheduled|to be|plans? to|planned|tomorrow|later this|"
    r"upcoming|next (?:week|month|year|monday|tuesday|wednesday|thursday|friday|saturday|sunday)|"
    r"ahead of|by the (?:end of|time)|is to|are to|preparing (?:to|for)|going to|hopes? to|"
    r"coming (?:days|weeks|months)|poised to|slated)\b",
    re.IGNORECASE,
)
_ANNOUNCING = frozenset(
    "expected scheduled set due planned slated poised planning hope hopes expect expects plans plan".split()
)
_ANNOUNCED = frozenset({"xcomp", "ccomp", "prep", "npadvmod"})
_OVER = frozenset({"was", "were", "had", "been"})
_IF = frozenset({"if", "unless", "whether"})
_WITHIN = re.compile(
    r"\b(?:in|within) (?:\d{1,3}|a|an|two|three|four|five|six|seven|eight|nine|ten) (?:day|week|month|year)s?\b"
)
RELEVANT = 0.35  # relevance of a sentence that announces something without a date
_CONDITIONAL = frozenset({"would", "could", "should", "might", "may"})


def upcoming(page: Page, attribution: Attribution, relevance: dict[int, float]) -> Iterator[Fact]:
    """Sentences outside quotations whose own clause looks ahead; the words are the whole sentence."""
    for sentence in page.sentences:
        if sentence.title or not sentence.clean or not _HINT.search(page.text, sentence.left, sentence.right):
            continue
        verb = _announcing(page, sentence)
        found = _date(page, sentence, verb)
        if verb is None and not found:
            continue
        event = relevance.get(sentence.number, 0.0)
        if not found and event < RELEVANT and not _firmness(page, sentence):
            continue
        head = verb if verb is not None else page.doc[sentence.first]
        evidence = page.evidence(sentence.left, sentence.right)
        claimed, certainty = attribution.of(head)
        score = (
            1.5 * bool(found)
            + relevance.get(sentence.number, 0.0)
            + (0.5 if verb is not None else 0.0)
            + _firmness(page, sentence)
        )
        yield Fact("upcoming", evidence.words, evidence, claimed, certainty, round(score, 4), date=found)


def _firmness(page: Page, sentence: Sentence) -> float:
    scheduled = re.search(
        r"\b(?:due|scheduled|set|expected|slated|next \w+|tomorrow|on \w+day)\b",
        page.text[sentence.left : sentence.right],
    )
    return 0.5 if scheduled else 0.0


def _announcing(page: Page, sentence: Sentence) -> Token | None:
    """The verb that looks ahead: not in a quotation, not conditional, not under "if"."""
    for index in range(sentence.first, sentence.last):
        token = page.doc[index]
        if page.quoted[index] or token.pos_ not in {"VERB", "AUX", "ADJ"}:
            continue
        if _is_future(token) and not _is_conditional(token):
            return token
    return None


def _is_future(token: Token) -> bool:
    helpers = grammar.auxiliaries(token)
    if helpers & grammar.FUTURE:
        return True
    if {"to", "be"} <= helpers and token.tag_ == "VBN" and (token.dep_ in {"acl", "relcl"} or _is_arranged(token)):
        return True
    return token.lower_ in _ANNOUNCING and not helpers & _OVER and _is_present(token)


def _is_arranged(token: Token) -> bool:
    """In "is to be shown", "shown"."""
    return token.dep_ == "xcomp" and token.head.lower_ in {"is", "are"}


def _is_present(token: Token) -> bool:
    """Whether an announcing word stands in the present with what it announces: "is due on", "expects to"."""
    present = token.tag_ in {"VBN", "JJ", "VBG", "VBZ", "VBP"} and token.pos_ != "NOUN"
    past = token.head.lower_ in _OVER or any(child.lower_ in _OVER for child in token.lefts)
    return present and not past and any(child.dep_ in _ANNOUNCED for child in token.children)


def _is_conditional(token: Token) -> bool:
    """Whether a verb, or one above it, stands under "if" or with one, or under "would"."""
    chain = [above for above in (token, *grammar.ancestors(token, 4)) if above.pos_ in {"VERB", "AUX"}]
    clauses = [*chain, *(child for verb in chain for child in verb.children if child.dep_ == "advcl")]
    if any(grammar.auxiliaries(verb) & _CONDITIONAL for verb in chain):
        return True
    return any(child.dep_ == "mark" and child.lower_ in _IF for clause in clauses for child in clause.children)


def _date(page: Page, sentence: Sentence, verb: Token | None) -> str | None:
    """The date ahead that the sentence names; behind an announcing verb a bare day lies ahead."""
    for left, right in expressions(page, sentence):
        first, last = page.tokens(left, right)
        if first >= last:
            continue
        announced = verb is not None and verb.i < first and not _past_between(page, verb.i, first)
        ahead = looks_ahead(page.doc[first]) or announced or _points_ahead(page, left, right)
        found = dates.resolve(page.text[left:right], page.published, future=ahead)
        today = ahead and page.published is not None and found == page.published.isoformat()
        if today or dates.is_ahead(found, page.published):
            return found
    within = _WITHIN.search(page.text, sentence.left, sentence.right) if verb is not None else None
    return dates.resolve(within[0], page.published, future=True) if within else None


def _past_between(page: Page, first: int, last: int) -> bool:
    return any(page.doc[index].tag_ == "VBD" for index in range(first + 1, last))


def _points_ahead(page: Page, left: int, right: int) -> bool:
    return bool(re.search(r"\b(?:next|coming|tomorrow|later)\b", page.text[left:right], re.IGNORECASE))
