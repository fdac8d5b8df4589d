"""Why: only what the text itself gives as the reason of the event, by its own word for it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.facts.grammar import grammar
from bot.facts.reasons.bearing import Bearing, governing
from bot.facts.reasons.blame import causes
from bot.facts.reasons.grounds import gives_reason, is_denied, leans
from bot.facts.reasons.reasons import opened, shortest
from bot.facts.text.lexicon import words
from bot.model import Fact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.facts.grammar.relevance import Relevance
    from bot.facts.people.coreference import Coreference
    from bot.facts.speech.attribution import Attribution
    from bot.facts.text.page import Page, Sentence
    from bot.model import Certainty

LEAST = 1.9  # score of a reason that is worth telling
SURE, STRONG = 1.75, 20  # a weight from which a reason counts farther down, and how far
ABOUT = 0.5  # relevance of a sentence whose praise or reproach is that of the event
AFTER = 0.6  # the weight of "after"
PURPOSE = 1.0  # the weight of a bare "to …"
MOTIVE = 2.2  # the weight of "in retaliation for"
RELEVANT, UPPER = 0.25, 4  # relevance or place in the text that lets a weaker reason count
SPOKEN = 0.6  # what a reason loses that stands within a quotation


@dataclass(frozen=True, slots=True)
class _Opener:
    """A pattern, how strongly it speaks of a reason, and whether it counts only in title and lede."""

    pattern: re.Pattern[str]
    weight: float
    top: bool = False


def _opener(pattern: str, weight: float, *, top: bool = False) -> _Opener:
    return _Opener(re.compile(pattern, re.IGNORECASE), weight, top)


_OPENERS = (
    _opener(
        r"\b(?:because of|because|due to|owing to|on account of|as a result of|on the grounds that|now that|given that|"
        r"in (?:the )?(?:light|view|wake) of|(?:was|were|is|are|be|mainly|largely|partly|all) down to)\b\s*",
        2.0,
    ),
    # The noun belongs to the answer: "retaliation for air strikes".
    _opener(
        r"\b(?:in|as|was|were|is|(?:called|branded|described) (?:\w+ ){1,3}?(?:as )?) ?(?:an? )?"
        r"(?=[\"“‘']?(?:retaliation|revenge|reprisal|retribution|response|protest|return|reaction)\b"
        r"[^.]{0,12}\b(?:for|to|against|at|over)\b)",
        MOTIVE,
    ),
    _opener(r"\b(?:caused|triggered|sparked|prompted|driven|motivated|fuell?ed|provoked)\s+by\s*", 1.8),
    _opener(
        r"\b(?:the )?(?:reasons?|cause|motive) (?:for \w+(?: \w+){0,4} )?(?:is|was|were|are)\b(?: that\b)?\s*", 1.8
    ),
    _opener(r"\b(?:stem(?:s|med)? from|result(?:s|ed)? from|thanks to|citing)\b\s*", 1.4),
    _opener(r"\bso that\b\s*|\b(?:in order|in an? (?:effort|attempt|bid|move)) (?=to )", 1.4),
    _opener(r"(?-i:\bWith )(?=[^,.]{4,60} [a-z]+ing\b[^.]*, )", 1.5, top=True),
    _opener(r"\b(?=to [a-z]+\b)", PURPOSE, top=True),
    _opener(r"\b(?:amid|after|following)\b\s*", AFTER, top=True),
    _opener(r"\bover\b\s*(?=[A-Za-z])", 0.0, top=True),
)
_FOR = re.compile(r"\bfor (?=\w{2,})", re.IGNORECASE)
JUDGED = 1.7
FEW = 3  # tokens before the "to" in "how best to"
FAR = 12  # tokens between a reproach and its "for doing"
_GIVING = frozenset("blame attribute ascribe credit pin cite call brand describe".split())
_LASTING = frozenset(
    "life year month week day hour minute time decade while now moment rest remainder season term".split()
)  # "jailed for life"


@dataclass(frozen=True, slots=True)
class _Reason:
    """Token indexes of a reason, and how strongly its opener speaks of one."""

    first: int
    last: int
    weight: float


def why(page: Page, attribution: Attribution, relevance: Relevance, chain: Coreference) -> Iterator[Fact]:
    """Reasons of the event outside noise; the surer and the farther up, the higher the score."""
    bearing = Bearing.of(page, relevance)
    for sentence in page.sentences:
        event = relevance.of.get(sentence.number, 0.0)
        if not sentence.clean or sentence.number > STRONG:
            continue
        for reason in _reasons(page, sentence, relevance):
            left, right = page.span(reason.first, reason.last)
            weak = reason.weight <= SURE and sentence.number > UPPER and event < RELEVANT
            if weak or not page.clean(left, right) or is_denied(page.token[reason.first]):
                continue
            asked = page.text[sentence.right - 1] == "?"
            leaning = leans(page.doc[reason.first : reason.last], lede=sentence is relevance.lede)
            if not sentence.title and (asked or leaning):
                continue
            spoken = SPOKEN if page.quoted[reason.first] else 0.0
            score = reason.weight + event + 1.0 / (1 + 0.3 * sentence.number) - spoken
            if score >= LEAST and _bears(bearing, reason, sentence, event):
                evidence = page.evidence(left, right)
                claimed, certainty = _claim(page, attribution, chain, reason)
                yield Fact("why", evidence.words, evidence, claimed, certainty, round(score, 4))


def _bears(bearing: Bearing, reason: _Reason, sentence: Sentence, event: float) -> bool:
    """Whether a reason is that of the event, and no part of the event."""
    if sentence.title:
        return True
    if reason.weight in {JUDGED, PURPOSE} and bearing.is_main(reason.first, reason.last):
        return True
    if reason.weight == JUDGED and event >= ABOUT and bearing.judges():
        return True
    if reason.weight == PURPOSE:
        return bearing.shares(reason.first, reason.last)
    if reason.weight == AFTER and bearing.is_event(reason.first, reason.last):
        return False
    return bearing.on_event(reason.first, reason.last, motive=reason.weight >= MOTIVE)


def _reasons(page: Page, sentence: Sentence, relevance: Relevance) -> Iterator[_Reason]:
    """What stands behind the openers of a sentence, as short as it tells the reason; a single word tells none."""
    for left, right, weight in _opened(page, sentence, relevance):
        first, last = shortest(page, *page.tokens(left, right))
        aim = next((i for i in range(first + 1, min(first + FEW, last)) if page.token[i].lower_ == "to"), first)
        first = aim if page.token[first].lower_ == "how" else first  # "debate over how best to prevent it"
        if last - first > 1:
            yield _Reason(first, last, weight)


def _opened(page: Page, sentence: Sentence, relevance: Relevance) -> Iterator[tuple[int, int, float]]:
    top = sentence.title or sentence is relevance.lede
    for opener in _OPENERS:
        if opener.top and not top:
            continue
        for left, right, opened_by in opened(page, sentence, opener.pattern):
            if gives_reason(page, sentence, left, right, opened_by):
                yield left, right, opener.weight
    for left, right, _ in opened(page, sentence, _FOR):
        if _judged(page, *page.tokens(left, right)):
            yield left, right, JUDGED
    yield from causes(page, sentence)


def _judged(page: Page, first: int, last: int) -> bool:
    """Whether "for doing", "for murder" gives the reason of a praise, a punishment or a reproach that it hangs on."""
    token = page.token[first - 1]
    start = max(page.sentence_of(first).first, first - FAR) if page.token[first].tag_ == "VBG" else token.head.i
    judged = any(word.lemma_.lower() in words("judging_words") for word in page.token[start : max(first, start + 1)])
    head = next((child for child in token.children if child.dep_ in {"pobj", "pcomp"}), None)
    if not judged or head is None or not first <= head.i < last:
        return False
    lasting = head.ent_type_ or head.lemma_ in _LASTING or head.lemma_ in words("human_nouns")
    return head.tag_ == "VBG" or (head.pos_ == "NOUN" and not lasting)


def _claim(page: Page, attribution: Attribution, chain: Coreference, reason: _Reason) -> tuple[str | None, Certainty]:
    """Who gives the reason: whoever reports it, else whoever blames or calls it so."""
    claimed, certainty = attribution.of(page.token[reason.first])
    verb = governing(page.doc, reason.first, reason.last)
    if claimed or verb is None or verb.lemma_.lower() not in _GIVING or grammar.is_passive(verb):
        return claimed, certainty
    giver = grammar.subject(verb)
    name = chain.name(giver) if giver is not None else None
    return (name, "reported" if certainty == "stated" else certainty) if name else (claimed, certainty)
