"""The reader: articles in, grammar and findings out. Loads the model once; no spaCy object outlives a call."""

from __future__ import annotations

import gc
import re
from datetime import date
from itertools import islice
from threading import Lock
from typing import TYPE_CHECKING

import spacy
from spacy.about import __version__ as spacy_version
from spacy.tokens import Doc

from bot.errors import BadSettings
from bot.facts.findings import find
from bot.facts.grammar import entities
from bot.facts.text import noise
from bot.facts.text.dateline import datelines
from bot.facts.text.layout import breaks, paragraphs, pieces
from bot.facts.text.page import Page
from bot.facts.text.reading import reading_of
from bot.facts.text.runs import tokenised
from bot.facts.text.soften import soften
from bot.facts.time.calendar import YEARS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.language import Language

    from bot.model import Article, Findings, Reading

ARTICLES = 16  # read together at most
BATCH = 8_000  # characters that go through the network together: more costs memory and gains no speed
# A few words in marks with a full stop among them, in mid-sentence: "the “Stop. Look.” campaign has …".
_TERM = re.compile(r"(?<=[\w,] )[“\"‘'][^“”\"‘\n]{1,50}[.!?][”\"’'] (?=[a-z])")
# Marks right behind a full stop belong to its sentence: none begins with them.
_CLOSING = re.compile(r"[.!?…][\"”’')\]]{1,3}(?=\s|$)")
NEEDED = ("tagger", "parser", "ner", "lemmatizer")


class SpacyReader:
    """Reads English with an installed spaCy pipeline.

    ``version`` names model and library: the same version gives the same reading of the same text. Threads take turns:
    the network and the store of strings are one for all of them, and two at once have mixed up and crashed.

    Raises:
        BadSettings: the pipeline is not installed, or lacks a part that the extractors need.
    """

    def __init__(self, model: str) -> None:
        self._nlp = _load(model)
        self._turn = Lock()
        gc.freeze()  # the pipeline stays: looking through it for garbage costs a thirtieth of every reading
        meta = self._nlp.meta
        self.version = f"{meta['lang']}_{meta['name']} {meta['version']} spacy {spacy_version}"

    def read(self, article: Article) -> tuple[Reading, Findings]:
        """One article's grammar and all that was found in it."""
        return next(self.read_many((article,)))

    def read_many(self, articles: Iterable[Article]) -> Iterator[tuple[Reading, Findings]]:
        """The same for many, in their order, a batch at a time through the network."""
        waiting = iter(articles)
        while batch := list(islice(waiting, ARTICLES)):
            with self._turn, self._nlp.memory_zone():
                done = [self._read(article, doc) for article, doc in zip(batch, self._parse(batch), strict=True)]
            yield from done

    def parse(self, text: str) -> Reading:
        """The grammar alone, of a question or any text."""
        with self._turn, self._nlp.memory_zone():
            return reading_of(next(self._docs([(text, 0)])))

    def _read(self, article: Article, doc: Doc) -> tuple[Reading, Findings]:
        page = Page.of(doc, article, _day(article.published))
        entities.mend(page)
        return reading_of(doc), find(page)

    def _parse(self, articles: list[Article]) -> Iterator[Doc]:
        return self._docs([(article.text, article.body_start) for article in articles])

    def _docs(self, texts: list[tuple[str, int]]) -> Iterator[Doc]:
        """One Doc a text, put together from its pieces; the network sees the pieces of all texts in small batches."""
        cuts = [list(pieces(text)) for text, _ in texts]
        parsed = self._pipe(
            self._made(soft[left:right], [at - left for at in starts if left <= at < right], closed, left)
            for (text, body_start), spans in zip(texts, cuts, strict=True)
            for soft, starts, closed in [(soften(text, body_start), *_known(text, body_start))]
            for left, right in spans
        )
        for spans in cuts:
            docs = list(islice(parsed, len(spans)))
            yield docs[0] if len(docs) == 1 else Doc.from_docs(docs, ensure_whitespace=False)

    def _made(self, text: str, starts: list[int], closed: list[tuple[int, int]], offset: int) -> Doc:
        """A tokenised text whose sentence starts that are known for certain are set; the parser finds the others.

        No sentence begins inside a ``closed`` stretch of the whole text, in which this one stands at ``offset``.
        """
        doc = tokenised(self._nlp, text)
        known = iter(starts)
        due = next(known, None)
        waiting = iter(closed)
        left, right = next(waiting, (0, 0))
        for token in doc:
            at = token.idx + offset
            while at >= right and (following := next(waiting, None)):
                left, right = following
            if left < at < right:
                token.is_sent_start = False
            elif due is not None and token.idx >= due and not token.is_space:
                token.is_sent_start = True
                while due is not None and due <= token.idx:
                    due = next(known, None)
        return doc

    def _pipe(self, docs: Iterator[Doc]) -> Iterator[Doc]:
        batch: list[Doc] = []
        size = 0
        for doc in docs:
            batch.append(doc)
            size += len(doc.text)
            if size >= BATCH:
                yield from self._nlp.pipe(batch)
                batch, size = [], 0
        yield from self._nlp.pipe(batch)


def _known(text: str, body_start: int) -> tuple[list[int], list[tuple[int, int]]]:
    """Where sentences begin for certain, and within what none does: the title, datelines, marks."""
    lines = list(datelines(text, paragraphs(text), body_start))
    terms = ((match.start(), match.end() + 1) for match in _TERM.finditer(text, body_start))
    marks = (match.span() for match in _CLOSING.finditer(text, body_start))
    edges = [*noise.edges(text, body_start), *(right for _, right in lines)]
    return breaks(text, edges), sorted([(0, body_start), *lines, *terms, *marks])


def _load(model: str) -> Language:
    try:
        nlp = spacy.load(model)
    except (OSError, ValueError):
        fault = f"DATELINE_MODEL: the spaCy pipeline {model!r} is not installed: install it, or leave the setting out."
        raise BadSettings((fault,)) from None
    missing = [name for name in NEEDED if name not in nlp.pipe_names]
    if missing:
        fault = (
            f"DATELINE_MODEL: the spaCy pipeline {model!r} has no {missing[0]}: choose one with {', '.join(NEEDED)}."
        )
        raise BadSettings((fault,))
    return nlp


def _day(published: str | None) -> date | None:
    try:
        day = date.fromisoformat((published or "")[:10])
    except ValueError:
        return None
    return day if day.year in YEARS else None
