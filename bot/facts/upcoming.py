"""Upcoming: sentences that announce what is still to come, with its date where it can be resolved."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.facts import dates, grammar
from bot.facts.agents import is_somebody
from bot.facts.expressions import expressions
from bot.facts.lexicon import words
from bot.facts.openings import dangles, is_riddle
from bot.facts.when import looks_ahead
from bot.model import Fact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from bot.facts.attribution import Attribution
    from bot.facts.page import Page, Sentence
    from bot.facts.relevance import Relevance

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
_MAYBE = re.compile(r"\b(?:could|would|might|should|will)\b")
_POINTS = re.compile(r"(?:this|these|that|those|such)\b", re.IGNORECASE)
_PLANS = frozenset({"plan", "decision", "announcement", "news", "agreement", "statement", "order"})
_ABLE = frozenset({"can", "ca"})
_PERSONS = frozenset({"he", "she", "they"})
# What is no event, whoever will do it.
_STATES = frozenset(
    "find see need want like love know feel enjoy notice recognize recognise remember think believe understand seem "
    "look sound taste smell prefer agree help let make allow require".split()
)
_WITHIN = re.compile(
    r"\b(?:in|within) (?:\d{1,3}|a|an|two|three|four|five|six|seven|eight|nine|ten) (?:day|week|month|year)s?\b"
)
RELEVANT = 0.35  # relevance of a sentence that announces something without a date
_CONDITIONAL = frozenset({"would", "could", "should", "might", "may"})


def upcoming(page: Page, attribution: Attribution, relevance: Relevance) -> Iterator[Fact]:
    """Sentences outside quotations whose own clause looks ahead; the words are the whole sentence."""
    for sentence in page.sentences:
        if sentence.title or not sentence.clean or not _HINT.search(page.text, sentence.left, sentence.right):
            continue
        verb = _announcing(page, sentence)
        found = _date(page, sentence, verb)
        if verb is None and (not found or _MAYBE.search(page.text, sentence.left, sentence.right)):
            continue
        event = relevance.of[sentence.number]
        if _POINTS.match(page.text, sentence.left, sentence.right) or page.text[sentence.left] in "\"“‘'":
            continue
        if not found and (dangles(page, sentence) or is_riddle(page, sentence, relevance.story)):
            continue
        if not found and not _firmness(page, sentence) and (event < RELEVANT or not _is_act(verb)):
            continue
        head = verb if verb is not None else page.doc[sentence.first]
        evidence = page.evidence(sentence.left, sentence.right)
        claimed, certainty = attribution.of(head)
        score = 1.5 * bool(found) + event + (0.5 if verb is not None else 0.0) + _firmness(page, sentence)
        yield Fact("upcoming", evidence.words, evidence, claimed, certainty, round(score, 4), date=found)


def _is_act(verb: Token | None) -> bool:
    """Whether somebody will do something, or something will be done: not what readers will find or like."""
    if verb is None or verb.lemma_.lower() in _STATES:
        return False
    if verb.lower_ in _ANNOUNCING:
        return True
    actor = grammar.subject(verb)
    if actor is None or (actor.pos_ == "PRON" and actor.lower_ not in _PERSONS):
        return False
    return grammar.is_passive(verb) or actor.pos_ == "PRON" or is_somebody(actor)


def _firmness(page: Page, sentence: Sentence) -> float:
    scheduled = re.search(
        r"\b(?:due|scheduled|set|expected|slated|next \w+|tomorrow|on \w+day|coming (?:days|weeks|months))\b",
        page.text[sentence.left : sentence.right],
    )
    return 0.5 if scheduled else 0.0


def _announcing(page: Page, sentence: Sentence) -> Token | None:
    """The verb that looks ahead: not in a quotation, not conditional, not under "if"."""
    for index in range(sentence.first, sentence.last):
        token = page.doc[index]
        if page.quoted[index] or token.pos_ not in {"VERB", "AUX", "ADJ"}:
            continue
        if _is_future(token) and not (_is_conditional(token) or _is_aside(token)):
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


def _is_aside(token: Token) -> bool:
    """Whether it is told by the way of something else that is over, or of what things can do.

    A plan beside a noun under a past verb is over ("cancelled an increase planned for May"); what will be under "can"
    or under a participle ("knowing that it will pay") is a promise.
    """
    chain = list(grammar.ancestors(token, 6))
    verbs = [above for above in chain if above.pos_ in {"VERB", "AUX"}]
    planned = (
        token.tag_ in {"VBN", "JJ"}
        and token.dep_ in {"acl", "amod", "relcl"}
        and "to" not in grammar.auxiliaries(token)
    )
    if planned and verbs:
        past = verbs[0].tag_ == "VBD" and verbs[0].lemma_.lower() not in words("report_verbs")
        if past and verbs[0].lower_ not in _OVER:
            return True
    if any(_is_feared(above) for above in (token, *chain)):
        return True
    return any(grammar.auxiliaries(verb) & _ABLE or _is_participle(verb) for verb in verbs)


def _is_feared(token: Token) -> bool:
    """The content of a noun ("fear that he will …"), or the time of something past ("a year before it is due")."""
    marks = {child.lower_ for child in token.children if child.dep_ == "mark"}
    if token.dep_ == "acl" and "that" in marks:
        return token.head.lemma_.lower() not in _PLANS
    above = token.head
    if token.dep_ == "ccomp" and above.lemma_.lower() in {"worry", "fear", "doubt", "wonder"}:
        return True
    past = above.tag_ in {"VBD", "VBN"} and above.lemma_.lower() not in words("report_verbs")
    return token.dep_ == "advcl" and bool(marks & {"before", "after", "until"}) and past


def _is_participle(verb: Token) -> bool:
    """In "knowing that …", "knowing"; "saying that …" reports."""
    hangs = verb.tag_ == "VBG" and verb.dep_ in {"advcl", "pcomp", "acl"}
    return hangs and verb.lemma_.lower() not in words("report_verbs")


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
