"""One article as the extractors see it: the Doc, the text, its sentences, and where the noise is."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.facts.text import noise
from bot.facts.text.marks import Quotation, quotations
from bot.facts.text.reading import sentence_bounds
from bot.model import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from spacy.tokens import Doc, Token

    from bot.model import Article

_WHOLE = re.compile(r"[.!?…][\"”’')\]]*$")
ENDING = 6  # characters in which a sentence's full stop stands, with marks and brackets behind it


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its number, token indexes (first, one after the last), character offsets, and what it is.

    ``clean``: no noise in it; ``whole``: it has its full stop (captions and subheads run into the text have none).
    """

    number: int
    first: int
    last: int
    left: int
    right: int
    title: bool
    clean: bool
    whole: bool


@dataclass(slots=True)
class Page:
    """The article's text and grammar. ``text`` is the original; the Doc may differ in case, never in offsets.

    ``token`` holds the Doc's tokens, made once: the Doc makes a new one each time that it is asked.
    """

    doc: Doc
    text: str
    body_start: int
    published: date | None
    noise: noise.Noise
    token: list[Token] = field(default_factory=list)
    sentences: tuple[Sentence, ...] = ()
    lefts: list[int] = field(default_factory=list)
    of_token: list[int] = field(default_factory=list)
    quotations: list[Quotation] = field(default_factory=list)
    quoted: bytearray = field(default_factory=bytearray)
    starts: list[int] = field(default_factory=list)
    said: dict[tuple[int, int], str] = field(default_factory=dict)  # each sentence once, however much stands in it
    body: tuple[Sentence, ...] = ()  # the sentences after the title
    # What two extractors ask of each sentence, by its number: expressions of time, the first riddle.
    moments: dict[int, tuple[tuple[int, int], ...]] = field(default_factory=dict)
    riddles: dict[int, int | None] = field(default_factory=dict)

    @classmethod
    def of(cls, doc: Doc, article: Article, published: date | None) -> Page:
        """A page with its sentences counted and its noise found."""
        text, body_start = article.text, article.body_start
        page = cls(doc, text, body_start, published, noise.find(text, body_start, article.foreign), list(doc))
        page.sentences = tuple(page._sentences())
        page.body = tuple(sentence for sentence in page.sentences if not sentence.title)
        page.lefts = [sentence.left for sentence in page.sentences]
        page.of_token = page._numbers()
        page.starts = [token.idx for token in page.token]
        page.quotations = quotations(text)
        page.quoted = page._in_quotations()
        return page

    def _sentences(self) -> Iterator[Sentence]:
        token, captions = self.token, noise.caption_starts(self.text)
        for number, (first, last) in enumerate(sentence_bounds(token)):
            left, right = token[first].idx, token[last - 1].idx + len(token[last - 1])
            title = left < self.body_start
            clean = title or not self.noise.touches(left, right)
            whole = bool(_WHOLE.search(self.text, max(left, right - ENDING), right)) and left not in captions
            yield Sentence(number, first, last, left, right, title, clean, whole)

    def _numbers(self) -> list[int]:
        numbers = [0] * len(self.doc)
        for sentence in self.sentences:
            numbers[sentence.first : sentence.last] = [sentence.number] * (sentence.last - sentence.first)
        return numbers

    def _in_quotations(self) -> bytearray:
        quoted = bytearray(len(self.doc))
        for quotation in self.quotations:
            first, last = self.tokens(quotation.left, quotation.right)
            quoted[first:last] = b"\x01" * (last - first)
        return quoted

    def tokens(self, left: int, right: int) -> tuple[int, int]:
        """Indexes of the tokens that begin within ``text[left:right]``: first, one after the last."""
        return bisect_left(self.starts, left), bisect_left(self.starts, right)

    @property
    def title(self) -> Sentence | None:
        """The title's first sentence, or None."""
        return self.sentences[0] if self.sentences and self.sentences[0].title else None

    def sentence_at(self, offset: int) -> Sentence:
        """The sentence in or after which an offset lies."""
        return self.sentences[max(0, bisect_right(self.lefts, offset) - 1)]

    def sentence_of(self, token: int) -> Sentence:
        """The sentence of a token, by its index."""
        return self.sentences[self.of_token[token]]

    def evidence(self, left: int, right: int) -> Evidence:
        """The evidence of a stretch of text: its words and every sentence that it touches."""
        first, last = self.sentence_at(left), self.sentence_at(max(left, right - 1))
        stretch = min(first.left, left), max(last.right, right)
        sentence = self.said.setdefault(stretch, self.text[slice(*stretch)])
        return Evidence(left, right, self.text[left:right], sentence)

    def clean(self, left: int, right: int) -> bool:
        """Whether a stretch of text holds words and no noise."""
        return left < right and not self.noise.touches(left, right)

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Character offsets of the tokens from ``first`` up to but not including ``last``; no blanks at the edges."""
        token = self.token
        while first < last - 1 and token[first].is_space:
            first += 1
        while last - 1 > first and token[last - 1].is_space:
            last -= 1
        return token[first].idx, token[last - 1].idx + len(token[last - 1])
