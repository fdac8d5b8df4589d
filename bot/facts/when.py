"""When: expressions of time with their dates. An expression counts for what its verb tells, not for where it stands."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.facts.grammar import grammar
from bot.facts.text.lexicon import words
from bot.facts.time import dates
from bot.facts.time.expressions import CLOCK, MONTHS, expressions
from bot.facts.time.tense import looks_ahead
from bot.facts.who import actor_of
from bot.model import Fact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from bot.facts.grammar.relevance import Relevance
    from bot.facts.people.coreference import Coreference
    from bot.facts.speech.attribution import Attribution
    from bot.facts.text.page import Page, Sentence

_POSTED = re.compile(rf"\(@\w{{1,30}}\) (?:on )?({MONTHS} \d{{1,2}}, \d{{4}}(?: at {CLOCK})?)")
POSTED = 1.0  # score of a post's day: more than an aside's, less than that of any time near the top
OLD = ((60, 1.4), (14, 0.5))  # days before publication from which a date loses so much
LEAST = (0.7, 1.4)  # score of a time that has to do with the event: a near one, a far one
CLOCKED = 0.4  # what an hour adds: one gives it for the event
_HOUR = re.compile(CLOCK)
_BOUND = re.compile(r"\b(?:by|until|till|before|after) $", re.IGNORECASE)
BOUND = 0.6  # what a time loses at which something only ends or begins
UNDATED = 0.6  # what an expression loses that no day of publication makes a date
COUNTED = 0.8  # what a time loses that is counted from another event: "three weeks after the vote"
_COUNTED = re.compile(r"(?:day|week|month|year)s? (?:after|before) ")
GROUNDS = re.compile(r"\b(?:retaliation|revenge|reprisal|response)\b")
GROUND = 1.0  # what the time of that loses which the event answers to
TOP = 3  # sentences
FRESH = 3  # days: a post of this age still tells when the story happened


def when(page: Page, attribution: Attribution, chain: Coreference, relevance: Relevance) -> Iterator[Fact]:
    """Every expression of time outside quotations; the score tells how near it is to what the article is about."""
    found = list(_found(page, attribution, chain, relevance))
    counts = Counter(fact.date for fact in found if fact.date)
    scored = [replace(fact, score=round(fact.score + _often(counts, fact.date), 4)) for fact in found]
    near = [fact for fact in scored if fact.score >= LEAST[_is_far(fact.date, page.published)]]
    yield from near or _fallback(page, scored)
    yield from _of_posts(page)


def _often(counts: Counter[str], date: str | None) -> float:
    return 0.3 * math.log(counts[date]) if date else 0.0


def _fallback(page: Page, scored: list[Fact]) -> Iterator[Fact]:
    """Where nothing sharper is told, the best date near the top that is neither old nor to come: "this week"."""
    top = (fact for fact in scored if page.sentence_at(fact.evidence.start).number <= TOP)
    fresh = [fact for fact in top if fact.date and not _is_far(fact.date, page.published)]
    if fresh:
        yield max(fresh, key=lambda fact: fact.score)


def _found(page: Page, attribution: Attribution, chain: Coreference, relevance: Relevance) -> Iterator[Fact]:
    actor = actor_of(page, chain)
    for sentence in page.sentences:
        for left, right in expressions(page, sentence):
            first, last = page.tokens(left, right)
            if not page.clean(left, right) or first >= last or page.quoted[first]:
                continue
            head = _head(page, first, last)
            ahead = looks_ahead(head)
            date = dates.resolve(page.text[left:right], page.published, future=ahead)
            claimed, certainty = attribution.of(head)
            evidence = page.evidence(left, right)
            score = _score(page, sentence, date, head, relevance.story) + _by_words(page, sentence, left, right)
            score += relevance.of.get(sentence.number, 0.0) - (
                0.8 if ahead or dates.is_ahead(date, page.published) else 0.0
            )
            score -= UNDATED if date is None and page.published is not None else 0.0
            score += 0.6 if actor and _subject(chain, head) == actor else 0.0
            yield Fact("when", evidence.words, evidence, claimed, certainty, score, date=date)


def _by_words(page: Page, sentence: Sentence, left: int, right: int) -> float:
    """What the words of an expression, and those before it, say of its nearness to the event."""
    score = -GROUND if GROUNDS.search(page.text, sentence.left, left) else 0.0
    score -= COUNTED if _COUNTED.search(page.text, left, right) else 0.0
    if _BOUND.search(page.text, max(sentence.left, left - 9), left):
        return score - BOUND
    return score + (CLOCKED if _HOUR.search(page.text, left, right) else 0.0)


def _is_far(date: str | None, published: dt.date | None) -> bool:
    """Whether a date is that of something else, unless much speaks for it: long ago, or still to come."""
    return _age(date, published) > 0 or dates.is_ahead(date, published)


def _of_posts(page: Page) -> Iterator[Fact]:
    """The day of the posts that an article embeds, if they are fresh: reactions come at once."""
    for match in _POSTED.finditer(page.text, page.body_start):
        date = dates.resolve(match[1], page.published)
        if date and page.published and 0 <= (page.published - dt.date.fromisoformat(date)).days <= FRESH:
            evidence = page.evidence(*match.span(1))
            yield Fact("when", evidence.words, evidence, score=POSTED, date=date)


def _subject(chain: Coreference, head: Token) -> str | None:
    """Who does what happens at the time that hangs on a word."""
    verb = next((above for above in (head, *grammar.ancestors(head, 4)) if above.pos_ in {"VERB", "AUX"}), None)
    subject = grammar.subject(verb) if verb is not None else None
    return chain.name(subject) if subject is not None else None


def _head(page: Page, first: int, last: int) -> Token:
    """The word by which an expression hangs on its clause."""
    for index in range(first, last):
        if not first <= page.token[index].head.i < last:
            return page.token[index]
    return page.token[first]


def _of_report(head: Token) -> bool:
    """Whether the time is that of a report by somebody without a name ("officials said on Thursday"), or a toll's."""
    verb = next((above for above in grammar.ancestors(head, 2) if above.pos_ == "VERB"), None)
    speaker = grammar.subject(verb) if verb is not None else None
    if verb is None or speaker is None:
        return False
    if verb.lemma_.lower() not in words("report_verbs"):
        return speaker.lemma_.lower() == "toll"
    told = [child for child in verb.children if child.dep_ in {"ccomp", "parataxis"}]
    return bool(told) and speaker.ent_type_ != "PERSON" and speaker.pos_ != "PRON"


def _age(date: str | None, published: dt.date | None) -> float:
    """What an old date loses: a fortnight makes an aside of it, two months make it background."""
    if not date or not published:
        return 0.0
    return next((loss for days, loss in OLD if date < (published - dt.timedelta(days)).isoformat()[: len(date)]), 0.0)


def _score(page: Page, sentence: Sentence, date: str | None, head: Token, story: frozenset[str]) -> float:
    """Nearness to the event: early in the text, a day rather than a month, lately rather than long ago."""
    score = 1.6 / (1 + 0.25 * max(0, sentence.number - 1))
    score -= 0.6 if date and page.published and date == str(page.published.year) else 0.0
    score += 0.6 if date and len(date) == len("2000-01-01") else 0.0
    score -= _age(date, page.published)
    above = list(grammar.ancestors(head, 5))
    score -= (1.8 if _age(date, page.published) else 0.6) if any(t.dep_ in {"relcl", "acl"} for t in above) else 0.0
    # "Tuesday's election", "the Tuesday vote": the time of another thing; "the bombing on Tuesday" may be the news.
    noun = bool(above) and head.dep_ == "npadvmod" and above[0].pos_ == "NOUN"
    other = noun and above[0].lemma_.lower() not in story
    score -= 1.2 if other or head.dep_ in {"poss", "compound", "nmod"} else 0.0
    score -= 1.6 if _of_report(head) and not (noun and not other) else 0.0
    return score - (0.0 if sentence.whole or sentence.title else 0.4)
