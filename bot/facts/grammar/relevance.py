"""What the article is about: how much each sentence shares with its title and its lede.

A sentence's relevance is one and a half times the share of the story's words (content lemmas of title and lede, each
weighted by how often the article uses it) that the sentence holds, at most 1; title and lede have 1.5.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.facts.grammar.grammar import FINITE

if TYPE_CHECKING:
    from bot.facts.text.page import Page, Sentence

CONTENT = frozenset({"NOUN", "PROPN", "VERB", "NUM", "ADJ"})
WEAK = frozenset(
    {"say", "be", "have", "do", "make", "take", "get", "go", "tell", "come", "year", "day", "time", "people", "new"}
)
OWN = frozenset({"I", "my", "My", "mine"})  # a blogger, a letter, a disclaimer
_POINTING = frozenset(
    {"this", "that", "these", "those", "it", "here", "there", "he", "she", "they", "but", "and", "so", "yet", "or"}
)
LEAST = 8  # tokens of a lede
EARLY = 12  # sentences among which the lede is
CHOICE, LATER = 6, 0.2  # sentences that may be it; share of the headline's words that being one later must outweigh
SILENT = 0.1  # share below which the first one says nothing of the headline
LONG = 14  # tokens from which a first paragraph without a full stop is one


@dataclass(frozen=True, slots=True)
class Relevance:
    """The lede, each sentence's content lemmas and the story's, the weight of each lemma, each sentence's relevance.

    ``untold``: what the title says and the lede does not.
    """

    lede: Sentence | None
    lemmas: tuple[frozenset[str], ...]
    story: frozenset[str]
    weights: dict[str, float]
    of: dict[int, float]
    untold: frozenset[str] = frozenset()


def relevance_of(page: Page) -> Relevance:
    """Weigh every sentence of a page."""
    lemmas = tuple(_lemmas(page, sentence) for sentence in page.sentences)
    counts = Counter(lemma for words in lemmas for lemma in words)
    weights = {lemma: math.log1p(count) for lemma, count in counts.items()}
    lede = _lede(page, lemmas)
    told = lemmas[lede.number] if lede else frozenset()
    story: set[str] = set(told)
    for sentence in page.sentences:
        if sentence.title:
            story |= lemmas[sentence.number]
    total = sum(weights[lemma] for lemma in sorted(story)) or 1.0
    of: dict[int, float] = {}
    for sentence in page.sentences:
        shared = sum(weights[lemma] for lemma in sorted(lemmas[sentence.number] & story)) / total
        of[sentence.number] = 1.5 if sentence.title or sentence is lede else round(min(1.0, 1.5 * shared), 4)
    return Relevance(lede, lemmas, frozenset(story), weights, of, frozenset(story) - told)


def _lemmas(page: Page, sentence: Sentence) -> frozenset[str]:
    found = set()
    for token in page.token[sentence.first : sentence.last]:
        if token.pos_ in CONTENT:
            lemma = token.lemma_.lower()
            if lemma not in WEAK and len(lemma) > 1:
                found.add(lemma)
    return frozenset(found)


def _lede(page: Page, lemmas: tuple[frozenset[str], ...]) -> Sentence | None:
    """The sentence that tells the story: with a verb and a full stop, not all quotation, not noise.

    It is the first of its kind, unless one of the next few says much more of what the headline says: some reports
    begin with the background. A long first paragraph may lack its full stop.
    """
    early = page.body[:EARLY]
    able = [
        sentence
        for sentence in early
        if sentence.clean and sentence.last - sentence.first >= LEAST and _tells(page, sentence)
    ]
    opening = [sentence for sentence in able if sentence.whole or _opens(page, sentence)]
    if opening and page.title:
        told = lemmas[page.title.number]
        share = {each.number: len(told & lemmas[each.number]) / (len(told) or 1) for each in opening[:CHOICE]}
        later = LATER if share[opening[0].number] >= SILENT else 0.5 * LATER
        return max(opening[:CHOICE], key=lambda each: share[each.number] - later * opening.index(each))
    return next(iter([*opening, *able, *(sentence for sentence in early[:1] if sentence.clean)]), None)


def _opens(page: Page, sentence: Sentence) -> bool:
    """Whether it is a body's first paragraph, as long as a lede, of which only the full stop is missing."""
    return sentence is page.body[0] and sentence.last - sentence.first >= LONG


def _tells(page: Page, sentence: Sentence) -> bool:
    tokens = page.token[sentence.first : sentence.last]
    quoted = sum(page.quoted[sentence.first : sentence.last])
    if any(token.text in OWN and token.pos_ == "PRON" and not page.quoted[token.i] for token in tokens):
        return False
    finite = any(token.tag_ in FINITE for token in tokens)
    stands = page.text[sentence.left].isalnum() and tokens[0].lower_ not in _POINTING
    broken = bool(page.quoted[sentence.last - 1])
    return finite and 2 * quoted < len(tokens) and stands and not broken
