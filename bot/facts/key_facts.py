"""Key facts: whole sentences that stand alone, weighed by what they share with the story and what they add to it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.facts.openings import dangles, is_riddle, lacks_antecedent
from bot.model import Fact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from bot.facts.attribution import Attribution
    from bot.facts.page import Page, Sentence
    from bot.facts.relevance import Relevance

SHORTEST, LONGEST = 7, 48  # words
RIDDLE = 0.6  # what a sentence loses that begins with a thing not spoken of in headline or lede
LONG = 40  # tokens from which a sentence loses
# First and second person outside quotations: a post, a letter, a call to action; the US and a mine are no pronouns.
_SPEAKER = frozenset("i me my mine you your yours we us our ours".split())
_EMPTY = re.compile(
    r"\b(?:for comment|declined to comment|(?:did|has|have|had) not (?:immediately )?(?:respond|repl)|"
    r"not be reached)|[®™]",
    re.IGNORECASE,
)


def key_facts(page: Page, attribution: Attribution, relevance: Relevance) -> Iterator[Fact]:
    """The sentences that could stand in a digest by themselves."""
    for sentence in page.body:
        if not _stands_alone(page, sentence):
            continue
        root = next((t for t in page.doc[sentence.first : sentence.last] if t.dep_ == "ROOT"), page.doc[sentence.first])
        claimed, certainty = attribution.of(_content(root))
        evidence = page.evidence(sentence.left, sentence.right)
        yield Fact("key", evidence.words, evidence, claimed, certainty, _score(page, sentence, relevance))


def _content(root: Token) -> Token:
    return next((child for child in root.children if child.dep_ == "ccomp"), root)


def _stands_alone(page: Page, sentence: Sentence) -> bool:
    words = page.text[sentence.left : sentence.right]
    if not sentence.clean or not sentence.whole or words.endswith("?") or not words[:1].isalnum():
        return False
    if words.count("“") != words.count("”") or words.count('"') % 2:
        return False
    if not SHORTEST <= len(words.split()) <= LONGEST or words[:1].islower() or dangles(page, sentence):
        return False
    tokens = page.doc[sentence.first : sentence.last]
    if any(token.lower_ in _SPEAKER and token.pos_ == "PRON" and not page.quoted[token.i] for token in tokens):
        return False
    quoted = sum(page.quoted[sentence.first : sentence.last])
    return 2 * quoted < len(tokens) and any(token.tag_ in {"VBD", "VBZ", "VBP", "MD"} for token in tokens)


def _score(page: Page, sentence: Sentence, relevance: Relevance) -> float:
    """Relevance to the story, place in the text, and what it brings: names, figures, moments."""
    number = sentence.number
    lemmas = relevance.lemmas[number]
    weight = sum(relevance.weights[lemma] for lemma in sorted(lemmas)) / (len(lemmas) + 6)
    entities = len({token.ent_type_ for token in page.doc[sentence.first : sentence.last] if token.ent_type_})
    brings = 0.08 * min(entities, 5) - (0.3 if sentence.last - sentence.first > LONG else 0.0)
    riddle = is_riddle(page, sentence, relevance.story) or lacks_antecedent(page, sentence)
    brings -= RIDDLE if riddle else 0.0
    empty = 1.0 if _EMPTY.search(page.text, sentence.left, sentence.right) else 0.0
    return round(relevance.of[number] + 0.5 * weight + 1.2 / (1 + 0.15 * number) + brings - empty, 4)
