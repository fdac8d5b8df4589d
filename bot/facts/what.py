"""What happens: the predicate of the headline and of the lede, with its subject where it makes no sense alone."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from bot.facts.grammar import grammar
from bot.facts.grammar.events import Event, clause_events, title_event
from bot.facts.grammar.headline import segment
from bot.facts.text.lexicon import words
from bot.model import Fact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.facts.grammar.relevance import Relevance
    from bot.facts.speech.attribution import Attribution
    from bot.facts.text.page import Page

_EARLY = 12  # sentences from the top that are asked for further events
_EMPTY = frozenset({"it", "this", "that", "there", "what", "here"})
LEDE = 2.5  # score of what the lede tells
NEAR = 4  # tokens between a subject and its verb
SHORT = 2  # tokens: "is it" tells nothing
_SPEAKER = frozenset({"i", "we", "you"})
_LEAST = 0.25  # relevance of a further event's sentence


def what(page: Page, attribution: Attribution, relevance: Relevance) -> Iterator[Fact]:
    """The headline's event, the lede's, and further ones from sentences that are about the same."""
    headline = title_event(page)
    if headline:
        yield from _fact(page, attribution, headline, 3.0)
    elif page.title:
        first, last = segment(page, page.title)
        yield from _whole(page, first, last)
    lede = relevance.lede
    if lede:
        for rank, event in enumerate(clause_events(page, lede)):
            yield from _fact(page, attribution, event, LEDE - 0.4 * rank)
    for sentence in page.body[:_EARLY]:
        if sentence.clean and sentence is not lede and relevance.of[sentence.number] >= _LEAST:
            for event in list(clause_events(page, sentence))[:1]:
                if event.subject is not None and page.token[event.subject].lower_ in _SPEAKER:
                    continue
                yield from _fact(page, attribution, event, relevance.of[sentence.number] - 0.05 * sentence.number)


def _fact(page: Page, attribution: Attribution, event: Event, score: float) -> Iterator[Fact]:
    first, last = event.first, event.last
    if event.subject is not None and (event.passive or last - first < SHORT):
        begin, end = grammar.phrase(page.token[event.subject])
        first = begin if begin < first and first - end <= NEAR else first
    left, right = page.span(first, last)
    quoted = page.quoted[first:last]
    if 0 < sum(quoted) < len(quoted) and (quoted[0] or quoted[-1]) and page.text[right : right + 1] not in "\"”’'":
        return
    empty = page.token[event.verb].lemma_ == "be" and last - first <= SHORT
    if empty or (event.subject is not None and page.token[event.subject].lower_ in _EMPTY):
        return
    if not page.text[left].isalnum() and page.text[left] not in '"“‘':
        return
    if not page.clean(left, right) or (last - first == 1 and score < LEDE):
        return
    claimed, certainty = attribution.of(page.token[event.verb])
    evidence = page.evidence(left, right)
    yield Fact("what", evidence.words, evidence, claimed, certainty, round(score, 4))


def _whole(page: Page, first: int, last: int) -> Iterator[Fact]:
    """A headline without a verb is its own event: "Explosion outside …"."""
    while last > first and page.token[last - 1].is_punct:
        last -= 1
    if last > first:
        evidence = page.evidence(*page.span(first, last))
        leading = (page.token[index] for index in range(first, last))
        nouns = takewhile(lambda token: token.pos_ != "ADP", leading)
        tells = any(token.lemma_.lower() in words("event_nouns") for token in nouns)
        yield Fact("what", evidence.words, evidence, score=2.6 if tells else 2.0)
