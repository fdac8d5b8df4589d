"""Key facts: whole sentences that stand alone, weighed by what they share with the story and what they add to it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.facts.grammar import grammar
from bot.facts.grammar.joints import is_glued
from bot.facts.grammar.openings import dangles, is_riddle, joined, riddle_at
from bot.facts.grammar.substance import substance
from bot.facts.speech.tails import told_by
from bot.model import Fact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from bot.facts.grammar.relevance import Relevance
    from bot.facts.speech.attribution import Attribution
    from bot.facts.text.page import Page, Sentence
    from bot.model import Certainty

SHORTEST, LONGEST = 7, 48  # words
RIDDLE = 0.6  # what a sentence loses that begins with a thing not spoken of in headline or lede
BACKGROUND = 0.4  # what one loses that tells of years ago, or what something is
JOINED = 0.2  # what one loses that begins with "But"
LONG = 40  # tokens from which a sentence loses
UNTOLD = 0.7  # what one gains that says all of the headline that the lede leaves out
EARLY, LEAD = 6, 0.25  # sentences of a report that tell its news, and what one of them gains that has substance
_YEAR = re.compile(r"((?:1\d|20)\d\d)(?:s|$)")
# First and second person outside quotations: a post, a letter, a call to action; the US and a mine are no pronouns.
_SPEAKER = frozenset("i me my mine you your yours we us our ours".split())
_EMPTY = re.compile(
    r"\b(?:for comment|declined to comment|(?:did|has|have|had) not (?:immediately )?(?:respond|repl)|"
    r"not be reached|for (?:example|instance)|headquartered in|registered shares|"
    r"(?:vision|mission)(?: of \w+)? is to)|[®™]|![\"”’)]*$",
    re.IGNORECASE,
)
# Run into the text: a caption ("Ana Roe, (left) and …"), a heading ("About Acme Acme is …"), and another sentence
# ("… the new bars It's all about costs").
_RUN_IN = re.compile(
    r"\((?:far |top |bottom |second |third |from )?(?:left|right|cent(?:re|er)|pictured|above|below)\b[^()]{0,20}\)|"
    r"\bpictured (?:left|right|above|below|here)\b|"
    r"\bAbout ([A-Z]\w{1,30}(?: [\w.]{1,30}){0,3}),? \1\b|"
    r"(?<=[a-z]{3}) (?:(?:It|He|She|That|There|What|Who)['’]s|They|There|You|But|And|When|If|She|He) [a-z]"
)

# "The group claimed responsibility"; "the agency quoted Roe as saying …", where it is Roe who says it.
_TELLING = frozenset({"claim", "quote", "cite"})


def key_facts(page: Page, attribution: Attribution, relevance: Relevance) -> Iterator[Fact]:
    """The sentences that could stand in a digest by themselves."""
    for sentence in page.body:
        if not _stands_alone(page, sentence, relevance.story):
            continue
        claimed, certainty = _claim(page, attribution, sentence)
        evidence = page.evidence(sentence.left, sentence.right)
        yield Fact("key", evidence.words, evidence, claimed, certainty, _score(page, sentence, relevance))


def _claim(page: Page, attribution: Attribution, sentence: Sentence) -> tuple[str | None, Certainty]:
    """Who says the sentence and how firmly: by its end where that tells it, else by its main verb."""
    root = next((t for t in page.token[sentence.first : sentence.last] if t.dep_ == "ROOT"), page.token[sentence.first])
    claimed, certainty = attribution.of(_content(root))
    told = told_by(page, attribution, sentence)
    if told is None and certainty == "stated" and root.lemma_ in _TELLING:
        claims = attribution.by_sentence.get(sentence.number, ())
        told = next(((claim.name or None,) for claim in claims if _is_own(page.token[claim.verb], root)), None)
    if told is None:
        return claimed, certainty
    return claimed or told[0], "reported" if certainty == "stated" else certainty


def _is_own(verb: Token, root: Token) -> bool:
    """Whether it is a main verb's own claim; of "quoted as saying", that of "saying"."""
    if root.lemma_ == "claim":
        return verb.i == root.i
    return any(above.i == root.i for above in grammar.ancestors(verb, 3))


def _content(root: Token) -> Token:
    return next((child for child in root.children if child.dep_ == "ccomp"), root)


def _stands_alone(page: Page, sentence: Sentence, known: frozenset[str]) -> bool:
    words = page.text[sentence.left : sentence.right]
    if not sentence.clean or not sentence.whole or words.endswith("?") or not words[:1].isalnum():
        return False
    if words.count("“") != words.count("”") or words.count('"') % 2:
        return False
    if not SHORTEST <= len(words.split()) <= LONGEST or words[:1].islower() or _RUN_IN.search(words):
        return False
    if dangles(page, sentence, known) or is_glued(page, sentence):
        return False
    tokens = page.token[sentence.first : sentence.last]
    if any(token.lower_ in _SPEAKER and token.pos_ == "PRON" and not page.quoted[token.i] for token in tokens):
        return False
    quoted = sum(page.quoted[sentence.first : sentence.last])
    return 2 * quoted < len(tokens) and any(token.tag_ in {"VBD", "VBZ", "VBP", "MD"} for token in tokens)


def _score(page: Page, sentence: Sentence, relevance: Relevance) -> float:
    """Relevance to the story, place in the text, and what it brings: names, figures, moments."""
    number = sentence.number
    lemmas = relevance.lemmas[number]
    weight = sum(relevance.weights[lemma] for lemma in sorted(lemmas)) / (len(lemmas) + 6)
    entities = len({token.ent_type_ for token in page.token[sentence.first : sentence.last] if token.ent_type_})
    brings = 0.08 * min(entities, 5) - (0.3 if sentence.last - sentence.first > LONG else 0.0)
    brings -= JOINED if joined(page, sentence) else 0.0
    brings -= BACKGROUND if _is_background(page, sentence) else 0.0
    riddle = is_riddle(page, sentence, relevance.story) or riddle_at(page, sentence) is not None
    brings -= RIDDLE if riddle else 0.0
    worth, place = substance(page, sentence, relevance.story), number - page.body[0].number
    gains = max(worth, 0.0) + UNTOLD * _share(lemmas, relevance)
    brings += min(worth, 0.0) + (gains if place < max(EARLY, len(page.body) // 3) else 0.5 * gains)
    brings += LEAD if worth > 0 and place < EARLY else 0.0
    empty = 1.0 if _EMPTY.search(page.text, sentence.left, sentence.right) else 0.0
    return round(relevance.of[number] + 0.5 * weight + 1.2 / (1 + 0.15 * number) + brings - empty, 4)


def _share(lemmas: frozenset[str], relevance: Relevance) -> float:
    """The share of the headline's words that the lede lacks and the sentence has, each weighted as it is used."""
    total = sum(relevance.weights[lemma] for lemma in sorted(relevance.untold))
    return sum(relevance.weights[lemma] for lemma in sorted(lemmas & relevance.untold)) / (total or 1.0)


def _is_background(page: Page, sentence: Sentence) -> bool:
    """Whether it tells of years before the story, or what something is: "Acme is a maker of clocks"."""
    tokens = page.doc[sentence.first : sentence.last]
    root = tokens.root
    defines = root.lemma_ == "be" and root.tag_ == "VBZ" and any(child.dep_ == "attr" for child in root.children)
    found = (_YEAR.match(token.text) for token in tokens if token.ent_type_ == "DATE")
    years = [int(match[1]) for match in found if match]
    newest = page.published.year if page.published else None
    return (defines and root.i - tokens.start < LONG) or (
        bool(years) and newest is not None and max(years) < newest - 1
    )
